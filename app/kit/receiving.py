"""Reading a body: bounded before it is read whole, files straight into sealed blobs, no transaction open."""

from collections.abc import AsyncGenerator

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import parse_options_header
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.formparsers import FormParser, MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

from app.kit import blobs
from app.kit.errors import TooLarge, Unreadable
from app.kit.inputs import Form

SMALL, LARGE = 64 * 1024, 25 * 1024 * 1024 + 64 * 1024
MOST_FIELDS, MOST_FILES = 200, 20
PLAIN, PARTED = "application/x-www-form-urlencoded", "multipart/form-data"
UTF8 = ("", "utf-8", "utf8")
NO_TEXT = dict.fromkeys([*(c for c in range(32) if chr(c) not in "\t\n\r"), 0x7F], "\ufffd")
"""Control characters read like bytes that are no text: as U+FFFD, which every field refuses and a page can show."""


async def receive(request: Request, *, files: bool) -> Form:
    """The form of a POST; 413 as soon as it grows past its limit."""
    limit = LARGE if files else SMALL
    _check_length(request, limit)
    kind = _kind(request)
    stream = _bounded(request, limit)
    try:
        sent = await _parse(request, kind, stream, MOST_FILES if files else 0)
    except (MultiPartException, FormParserError, ClientDisconnect, ValueError) as problem:
        raise Unreadable from problem
    finally:
        await stream.aclose()
    texts: dict[str, list[str]] = {}
    received: dict[str, list[blobs.Received]] = {}
    try:
        for name, value in sent.multi_items():
            if isinstance(value, UploadFile):
                if value.filename:
                    got = await run_in_threadpool(blobs.receive, request.state.town, value.file, value.filename)
                    received.setdefault(name, []).append(got)
            else:
                texts.setdefault(name, []).append(value.translate(NO_TEXT))
    finally:
        await sent.close()
    return Form(texts, received)


def _check_length(request: Request, limit: int) -> None:
    declared = request.headers.get("content-length", "0")
    if not (declared.isascii() and declared.isdigit()):
        raise Unreadable
    if len(declared) > 20 or int(declared) > limit:
        raise TooLarge


def _kind(request: Request) -> str:
    """The kind of form that was sent. All our pages, and so all their forms, are UTF-8."""
    kind, options = parse_options_header(request.headers.get("content-type", ""))
    charset = options.get(b"charset", b"").decode("latin-1").lower()
    named = kind.decode("latin-1").lower()
    if named not in (PLAIN, PARTED, "") or charset not in UTF8:
        raise Unreadable
    return named


async def _parse(request: Request, kind: str, stream: AsyncGenerator[bytes, None], most_files: int) -> FormData:
    if kind == PARTED:
        parts = _Parts(request.headers, stream, max_files=most_files, max_fields=MOST_FIELDS, max_part_size=SMALL)
        return await parts.parse()
    if kind == PLAIN:
        return await _Pairs(request.headers, stream, max_fields=MOST_FIELDS, max_part_size=SMALL).parse()
    async for piece in stream:
        if piece:
            raise Unreadable
    return FormData()


class _Pairs(FormParser):
    """Bytes that were not escaped are UTF-8 too; Starlette would take them for Latin-1."""

    def on_field_end(self) -> None:
        self._field_name, self._field_value = _escaped(self._field_name), _escaped(self._field_value)
        super().on_field_end()


def _escaped(field: bytearray) -> bytearray:
    if field.isascii():
        return field
    return bytearray(b"".join(b"%c" % byte if byte < 128 else b"%%%02X" % byte for byte in field))


class _Parts(MultiPartParser):
    """Bytes that are no UTF-8 become U+FFFD, as in the other kind of form; Starlette would take them for Latin-1."""

    def on_part_end(self) -> None:
        part = self._current_part
        if part.file is None:
            part.data = bytearray(part.data.decode("utf-8", "replace").encode())
        super().on_part_end()


async def _bounded(request: Request, limit: int) -> AsyncGenerator[bytes, None]:
    seen = 0
    async for piece in request.stream():
        seen += len(piece)
        if seen > limit:
            raise TooLarge
        yield piece
