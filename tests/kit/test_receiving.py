"""Bodies: bounded before they are read whole, read as forms or refused with a clear page that changes nothing."""

import asyncio
from collections.abc import Iterable
from datetime import timedelta
from itertools import chain, repeat
from typing import Any

import pytest

from app.kit import blob_store
from app.kit.inputs import Form
from app.kit.receiving import LARGE, MOST_FIELDS, MOST_FILES, SMALL
from app.kit.towns import Town
from tests.kit.bodies import FORM, PARTED, PDF, client, got
from tests.kit.windows import marks
from tests.towns import Client

__all__ = ["client", "got"]

pytestmark = pytest.mark.databases("sqlite")


def refused(client: Client, status: int, path: str = "/es/small", **sent: Any) -> None:
    """The body is refused with a page in the person's language, and nothing has changed."""
    answer = client.post(path, **sent)
    assert answer.status_code == status, answer.text
    assert 'lang="es-ES"' in answer.text
    assert "<h1" in answer.text
    assert "Traceback" not in answer.text
    assert answer.headers["cache-control"] == "no-store"
    assert marks(client.town) == 0


# size


def pour(client: Client, path: str, pieces: Iterable[bytes], **headers: str) -> tuple[int, int]:
    """Send a body that has no end straight into the application: the status, and how many bytes were taken. After the
    last piece the visitor hangs up."""
    status, taken, source = [], 0, iter(pieces)

    async def receive() -> dict[str, Any]:
        nonlocal taken
        piece = next(source, None)
        if piece is None:
            return {"type": "http.disconnect"}
        taken += len(piece)
        return {"type": "http.request", "body": piece, "more_body": True}

    async def send(message: dict[str, Any]) -> None:
        if message["type"] == "http.response.start":
            status.append(message["status"])

    given = {"host": "localhost", "sec_fetch_site": "same-origin", "content_type": FORM, **headers}
    raw = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in given.items()]
    scope = {
        "type": "http", "method": "POST", "path": path, "raw_path": path.encode(), "query_string": b"",
        "scheme": "http", "headers": raw, "http_version": "1.1",
        "client": ("test", 1), "server": ("localhost", 80), "root_path": "",
    }  # fmt: skip
    asyncio.run(client.app(scope, receive, send))  # type: ignore[arg-type]
    return status[0], taken


def test_a_body_that_never_ends_is_refused_at_its_limit(client: Client) -> None:
    status, taken = pour(client, "/es/small", repeat(b"a=" + b"b" * 4094))
    assert status == 413
    assert SMALL < taken <= SMALL + 4096
    assert marks(client.town) == 0


def test_files_that_never_end_are_refused_at_their_limit_and_not_kept(client: Client) -> None:
    head = b'--x\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\n\r\n%PDF-1.7\n'
    status, taken = pour(client, "/es/large", chain([head], repeat(b"\0" * 65536)), content_type=PARTED)
    assert status == 413
    assert LARGE < taken <= LARGE + 2 * 65536
    assert kept(client.town) == []


def kept(town: Town) -> list[Any]:
    """Files that lie in the store."""
    return list(blob_store.older(town, town.clock.now() + timedelta(days=1)))


def test_a_length_that_is_too_big_is_refused_before_anything_is_read(client: Client) -> None:
    for length in (str(SMALL + 1), "9" * 4000):
        status, taken = pour(client, "/es/small", repeat(b"a"), content_length=length)
        assert (status, taken) == (413, 0)


@pytest.mark.parametrize("length", ["-1", "1e3", "²", "", "ten", "1, 2"])
def test_a_length_that_is_no_number_is_refused(client: Client, length: str) -> None:
    status, taken = pour(client, "/es/small", repeat(b"a"), content_length=length)
    assert (status, taken) == (400, 0)


def test_a_lie_about_the_length_helps_nobody(client: Client) -> None:
    status, _ = pour(client, "/es/small", repeat(b"a=" + b"b" * 4094), content_length="3")
    assert status == 413


def test_in_pieces_without_a_length_it_is_read_all_the_same(client: Client, got: list[Form]) -> None:
    answer = client.post(
        "/en/small", content=iter([b"ema", b"il=d%C3", b"%A1n&x", b"=1"]), headers={"Content-Type": FORM}
    )
    assert answer.status_code == 303
    assert got[0].texts == {"email": ["dán"], "x": ["1"]}


def test_only_a_page_that_takes_files_takes_25_megabytes(client: Client, got: list[Form]) -> None:
    big = PDF + b"\0" * (20 * 1024 * 1024)
    assert client.post("/en/large", files={"f": ("a.pdf", big)}).status_code == 303
    assert got[0].files["f"][0].size == len(big)
    assert got[0].files["f"][0].type == "application/pdf"
    refused_again = client.post("/es/small", files={"f": ("a.pdf", big)})
    assert refused_again.status_code == 413


def test_a_page_that_takes_no_files_refuses_small_ones_too(client: Client) -> None:
    refused(client, 400, files={"f": ("a.pdf", PDF)})


# form


def test_a_million_fields_are_refused(client: Client) -> None:
    refused(client, 413, content=b"a&" * 1_000_000, headers={"Content-Type": FORM})
    refused(client, 400, content=b"a&" * (MOST_FIELDS + 1), headers={"Content-Type": FORM})
    refused(client, 400, content=b"&".join(b"a%d=1" % n for n in range(5000)), headers={"Content-Type": FORM})
    many = b"".join(b'--x\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n' for _ in range(500)) + b"--x--\r\n"
    refused(client, 400, content=many, headers={"Content-Type": PARTED})


def test_too_many_files_are_refused_and_none_is_kept(client: Client) -> None:
    files = [("f", (f"{n}.pdf", PDF)) for n in range(MOST_FILES + 1)]
    refused(client, 400, "/es/large", files=files)
    assert kept(client.town) == []


@pytest.mark.parametrize(
    "body",
    [
        b"no parts at all",
        b"--x\r\n\r\nno name\r\n--x--\r\n",
        b"--x\r\nContent-Disposition: form-data\r\n\r\n1\r\n--x--\r\n",
        b'--x\r\nContent-Disposition: form-data; name="a"\r\n: :\r\n\r\n1\r\n--x--\r\n',
        b"--x\r\n" + b"X-Long: " + b"a" * 60_000,
        b"--x\r\n" + b"A: b\r\n" * 5_000 + b"\r\n1\r\n--x--\r\n",
        b'--y\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--y--\r\n',
    ],
)
def test_parts_that_are_none_are_refused(client: Client, body: bytes) -> None:
    refused(client, 400, content=body, headers={"Content-Type": PARTED})


@pytest.mark.parametrize(
    "kind",
    [
        "application/json", "text/plain", "application/xml", "application/x-www-form-urlencoded-not", "multipart/mixed",
        "multipart/form-data", "form", "; charset=utf-8",
        "application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencoded; charset=latin1",
        "multipart/form-data; boundary=x; charset=raw_unicode_escape", "multipart/form-data; boundary=x; charset=zip",
    ],
)  # fmt: skip
def test_what_is_no_form_of_ours_is_refused(client: Client, kind: str) -> None:
    refused(client, 400, content=b'{"a": 1}', headers={"Content-Type": kind})


def test_a_body_without_a_kind_is_refused_and_an_empty_one_is_an_empty_form(client: Client, got: list[Form]) -> None:
    refused(client, 400, content=b"a=1")
    assert client.post("/en/small").status_code == 303
    assert got[0].texts == {}


@pytest.mark.parametrize(
    "kind", ["Application/X-WWW-Form-URLEncoded", f"{FORM}; charset=UTF-8", f'{FORM};charset="utf-8"']
)
def test_a_kind_is_read_however_it_is_written(client: Client, kind: str) -> None:
    assert client.post("/en/small", content=b"a=1", headers={"Content-Type": kind}).status_code == 303


def test_an_empty_file_field_is_no_file(client: Client, got: list[Form]) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="f"; filename=""\r\n\r\n\r\n--x--\r\n'
    assert client.post("/en/large", content=body, headers={"Content-Type": PARTED}).status_code == 303
    assert got[0].files == {}


def test_a_file_of_a_kind_that_no_town_takes_is_not_kept(client: Client, got: list[Form]) -> None:
    client.post("/en/large", files={"f": ("a.pdf", b"MZ\x90\x00" + b"\0" * 100, "application/pdf")})
    assert got[0].files["f"][0].type == ""
    assert kept(client.town) == []


def test_a_visitor_who_hangs_up_changes_nothing(client: Client) -> None:
    pour(client, "/es/small", [b"email=a"])
    assert marks(client.town) == 0
