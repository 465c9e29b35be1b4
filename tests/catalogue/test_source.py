"""Folders and zips: the same files, equal bytes for equal content, nothing that leaves the folder or swells."""

import io
import zipfile
from pathlib import Path

import pytest

from app.catalogue import source as reading
from app.catalogue.problems import Broken
from app.catalogue.source import Source, open_source, pack, unpack


def test_a_zip_holds_what_the_folder_holds(little: Source) -> None:
    assert unpack(pack(little), "little.zip").files == little.files


def test_equal_content_gives_equal_bytes(little: Source) -> None:
    shuffled = Source(dict(reversed(little.files.items())))
    assert pack(shuffled) == pack(little)


def test_a_town_may_be_a_zip(little: Source, tmp_path: Path) -> None:
    archive = tmp_path / "little.zip"
    archive.write_bytes(pack(little))
    assert open_source(archive).files == little.files


def test_hidden_files_stay_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "config").write_text("secret")
    (tmp_path / "town.yaml").write_text("id: x")
    assert list(open_source(tmp_path).files) == ["town.yaml"]


@pytest.mark.parametrize("name", ["../outside.yaml", "/etc/passwd", "a/../../b", "a\\..\\b"])
def test_it_refuses_a_zip_that_leaves_its_folder(name: str) -> None:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr(zipfile.ZipInfo(name), "x")
    with pytest.raises(Broken, match="leaves the folder"):
        unpack(archive.getvalue(), "evil.zip")


def test_it_refuses_a_zip_that_swells(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_BYTES", 1024 * 1024)
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr("zeros.csv", b"0" * (1024 * 1024 + 1))
    assert len(archive.getvalue()) < 10_000
    with pytest.raises(Broken, match="larger than 1 MB"):
        unpack(archive.getvalue(), "bomb.zip")


def test_what_is_no_zip_says_so() -> None:
    with pytest.raises(Broken, match=r"note\.txt: This is not a zip"):
        unpack(b"hello", "note.txt")


def test_a_wrong_path_says_so(tmp_path: Path) -> None:
    with pytest.raises(Broken, match="no such folder"):
        open_source(tmp_path / "nowhere")
