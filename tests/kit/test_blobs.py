"""Files: sealed in parts, found by their owner only, deleted after the commit, strays swept."""

import hashlib
import io
import os
import tracemalloc
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest

from app.kit import blob_store, blobs, db, keys
from app.kit.crypto import Unreadable
from app.kit.ids import new_id
from app.kit.towns import Town
from tests.kit.conftest import everything
from tests.papers import drawing, photograph

pytestmark = pytest.mark.databases("sqlite")

PDF = b"%PDF-1.7\n"


def an_owner(town: Town) -> UUID:
    owner = new_id()
    with db.write(town) as unit:
        keys.make(unit, owner)
    return owner


def a_file(town: Town, owner: UUID, content: bytes = PDF + b"a plan", name: str = "plan.pdf") -> blobs.File:
    received = blobs.receive(town, io.BytesIO(content), name)
    with db.write(town) as unit:
        blobs.attach(unit, owner, received)
    with db.read(town) as unit:
        file = blobs.find(unit, owner, received.id)
    assert file is not None
    return file


def stored(town: Town) -> list[Path]:
    return [path for path in Path(town.blob_url.removeprefix("file:")).rglob("*") if path.is_file()]


def test_a_file_of_several_parts_comes_back_byte_for_byte(town: Town) -> None:
    content = PDF + os.urandom(2 * blobs.PART + 17)
    file = a_file(town, an_owner(town), content)
    assert b"".join(blobs.parts(town, file)) == content
    assert (file.size, file.sha256, file.parts) == (len(content), hashlib.sha256(content).hexdigest(), 3)
    assert max(path.stat().st_size for path in stored(town)) == 1024 * 1024


def test_a_file_of_exactly_one_part_has_one_part(town: Town) -> None:
    assert a_file(town, an_owner(town), PDF.ljust(blobs.PART, b"x")).parts == 1


def test_neither_store_nor_database_shows_content_or_name(town: Town) -> None:
    a_file(town, an_owner(town), PDF + b"Zyxcanary", "Zyxcanary.pdf")
    assert not any(b"Zyxcanary" in path.read_bytes() for path in stored(town))
    assert "Zyxcanary" not in everything(town)


def test_somebody_elses_file_is_not_found(town: Town) -> None:
    file, other = a_file(town, an_owner(town)), an_owner(town)
    with db.read(town) as unit:
        assert blobs.find(unit, other, file.id) is None
        assert blobs.of_owner(unit, other) == []


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.4\n", "application/pdf"),
        (b"\xef\xbb\xbf\n%PDF-1.4\n", "application/pdf"),
        (photograph(8, 8), "image/jpeg"),
        (drawing(8, 8), "image/png"),
    ],
)
def test_the_type_is_told_by_the_content(town: Town, content: bytes, kind: str) -> None:
    assert blobs.receive(town, io.BytesIO(content), "anything.exe").type == kind


@pytest.mark.parametrize(
    "content", [b"", b"MZ\x90\x00", b"<!doctype html><script>", b"PK\x03\x04", b"\x00\x00\x00\x18ftypmp42"]
)
def test_what_a_town_does_not_take_is_not_kept(town: Town, content: bytes) -> None:
    received = blobs.receive(town, io.BytesIO(content), "holiday.pdf")
    assert (received.type, received.size, received.parts, stored(town)) == ("", len(content), 0, [])


def test_changed_swapped_or_missing_parts_are_noticed(town: Town) -> None:
    file = a_file(town, an_owner(town), PDF + os.urandom(blobs.PART))
    first, second = sorted(stored(town))
    one, two = first.read_bytes(), second.read_bytes()
    first.write_bytes(two)
    with pytest.raises(Unreadable):
        list(blobs.parts(town, file))
    first.write_bytes(one[:-1] + bytes([one[-1] ^ 1]))
    with pytest.raises(Unreadable):
        list(blobs.parts(town, file))
    first.write_bytes(one)
    second.unlink()
    with pytest.raises(blob_store.Missing):
        list(blobs.parts(town, file))


def test_a_file_handed_on_is_found_by_its_new_owner_only(town: Town) -> None:
    draft, case = an_owner(town), an_owner(town)
    file = a_file(town, draft)
    with db.write(town) as unit:
        blobs.move(unit, file, case)
        keys.destroy(unit, draft)
    with db.read(town) as unit:
        moved = blobs.find(unit, case, file.id)
        assert blobs.find(unit, draft, file.id) is None
    assert moved is not None
    assert b"".join(blobs.parts(town, moved)) == PDF + b"a plan"


def test_parts_go_only_after_the_row_is_gone_for_good(town: Town) -> None:
    file_owner = an_owner(town)
    file = a_file(town, file_owner)
    with db.write(town) as unit:
        blobs.remove(unit, file)
        unit.connection.rollback()
    with db.read(town) as unit:
        assert blobs.of_owner(unit, file_owner) == [file]
    assert len(stored(town)) == 1
    with db.write(town) as unit:
        blobs.remove(unit, file)
        assert len(stored(town)) == 1
    for follow in unit.afterwards:
        follow()
    assert stored(town) == []


def test_the_store_is_never_asked_inside_a_unit(town: Town) -> None:
    with db.read(town), pytest.raises(RuntimeError, match="unit of work"):
        blobs.receive(town, io.BytesIO(PDF), "plan.pdf")


def test_the_sweep_takes_old_strays_and_nothing_else(town: Town) -> None:
    kept = a_file(town, an_owner(town))
    blobs.receive(town, io.BytesIO(PDF + b"never attached"), "stray.pdf")
    assert blobs.sweep(town) == 0
    assert len(stored(town)) == 2
    town.clock.move(timedelta(hours=49))
    assert blobs.sweep(town) == 1
    assert b"".join(blobs.parts(town, kept)) == PDF + b"a plan"
    assert len(stored(town)) == 1


def test_two_towns_in_one_store_leave_each_others_files_alone(town: Town) -> None:
    a_file(town, an_owner(town))
    tomorrow = town.clock.now() + timedelta(days=1)
    assert len(list(blob_store.older(town, tomorrow))) == 1
    assert list(blob_store.older(replace(town, name="other"), tomorrow)) == []


def test_a_town_in_memory_works_alike(town: Town) -> None:
    light = replace(town, blob_url=f"memory:{new_id()}")
    file = a_file(light, an_owner(light))
    assert b"".join(blobs.parts(light, file)) == PDF + b"a plan"
    assert stored(town) == []


def test_no_whole_file_stays_in_memory(town: Town) -> None:
    class Endless(io.RawIOBase):
        left = 12 * blobs.PART

        def read(self, size: int = -1) -> bytes:
            piece = PDF if self.left == 12 * blobs.PART else b"x" * min(size, self.left)
            self.left -= len(piece)
            return piece

    tracemalloc.start()
    received = blobs.receive(town, Endless(), "long.pdf")  # type: ignore[arg-type]
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert received.size == 12 * blobs.PART
    assert peak < 6 * blobs.PART


@pytest.mark.parametrize(
    ("sent", "kept"),
    [
        ("C:\\Users\\Amina\\plan.pdf", "plan.pdf"),
        ("../../etc/passwd", "passwd"),
        ("a\r\nb.pdf", "ab.pdf"),
        ("", "file"),
    ],
)
def test_a_name_is_only_a_name(town: Town, sent: str, kept: str) -> None:
    assert blobs.receive(town, io.BytesIO(PDF), sent).name == kept


def test_a_file_is_served_to_be_saved_under_its_own_name(town: Town) -> None:
    file = a_file(town, an_owner(town), name='plano "1" ñ.pdf')
    headers = blobs.headers(file)
    assert headers["Content-Disposition"] == "attachment; filename*=UTF-8''plano%20%221%22%20%C3%B1.pdf"
    assert "sandbox" in headers["Content-Security-Policy"]
