"""Nothing that identifies is readable where it is kept: database, log of writes, dump, files, logs."""

import logging
from pathlib import Path

from app.kit.engines import is_sqlite, sqlite_path
from app.kit.towns import Town
from tests import applying

CANARY = "Zyxcanary"
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def test_the_canary_is_nowhere_to_be_read(comes_as, settle, town: Town, tmp_path: Path, caplog):
    caplog.set_level(logging.DEBUG, "app")
    dan, clara = comes_as("dan"), comes_as("clara")
    reference = applying.certificate(
        dan,
        applicant=applying.ME | {"applicant.name": f"{CANARY} Whitlock"},
        parents={"parents": f"{CANARY} senior"},
        remark={"remark": f"My {CANARY} remark"},
    )
    case = f"/en/cases/{reference}"
    picture = ("files", (f"{CANARY}.png", PNG + CANARY.encode() * 3, "image/png"))
    sent = dan.submit(case, {"text": f"A {CANARY} message"}, to=f"{case}/messages", files=[picture])
    assert sent.status_code == 303, sent.text
    comes_as().submit("/en/sign-in", {"email": f"{CANARY}@example.com"})
    desk = f"/en/desk/cases/{reference}"
    assert CANARY in clara.get(desk).text
    comes_as().post("/en/feedback", data={"page": "/search", "ease": "2", "words": f"{CANARY} is slow"})
    noted = clara.submit(desk, {"note": f"{CANARY} noted"}, to=f"{desk}/notes")
    assert noted.status_code == 303, noted.text
    settle()
    assert CANARY in dan.get(case).text

    places = list(_kept(town, tmp_path))
    assert len(places) > 1
    found = [str(place) for place in places if _holds(place)]
    assert not found, found
    said = "\n".join(record.getMessage() for record in caplog.records if record.name.startswith("app"))
    assert CANARY.lower() not in said.lower()


def _holds(place: Path) -> bool:
    content = place.read_bytes().lower()
    return any(mark in content for mark in (CANARY.lower().encode(), CANARY.lower().encode("utf-16-le")))


def _kept(town: Town, folder: Path):
    """Every file that holds what the town keeps."""
    if is_sqlite(town.database_url):
        database = sqlite_path(town.database_url)
        yield from (path for path in database.parent.glob(f"{database.name}*") if path.is_file())
    else:
        yield _dump(town, folder / "town.sql")
    yield from (path for path in (folder / "blobs").rglob("*") if path.is_file())


def _dump(town: Town, to: Path) -> Path:
    """Every row of every table as text, as a dump would have it."""
    import psycopg

    address = town.database_url.replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(address) as server, to.open("wb") as out:
        tables = server.execute(
            "SELECT table_name FROM information_schema.tables WHERE table_schema = %s", (town.name,)
        ).fetchall()
        assert len(tables) > 20
        for (table,) in tables:
            with server.cursor().copy(f'COPY "{town.name}"."{table}" TO STDOUT') as copy:
                for block in copy:
                    out.write(_readable(bytes(block)))
    return to


def _readable(block: bytes) -> bytes:
    """Bytes columns are written as hex: read them as what they are, beside the text."""
    pieces = [block]
    for word in block.split(b"\\\\x")[1:]:
        digits = word.split(b"\t")[0].strip()
        try:
            pieces.append(bytes.fromhex(digits.decode("ascii")))
        except (UnicodeDecodeError, ValueError):
            continue
    return b" ".join(pieces)
