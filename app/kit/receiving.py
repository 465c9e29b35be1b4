"""Reading a body: bounded before it is read whole, files straight into sealed blobs, no transaction open."""

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException
from starlette.requests import ClientDisconnect, Request
from starlette.types import Message, Receive

from app.kit import blobs
from app.kit.errors import TooLarge, Unreadable
from app.kit.inputs import Form

SMALL, LARGE = 64 * 1024, 25 * 1024 * 1024 + 64 * 1024
MOST_FIELDS, MOST_FILES = 200, 20


async def receive(request: Request, *, files: bool) -> Form:
    """The form of a POST; 413 as soon as it grows past its limit."""
    limit = LARGE if files else SMALL
    declared = request.headers.get("content-length", "0")
    if not declared.isdigit():
        raise Unreadable
    if int(declared) > limit:
        raise TooLarge
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in ("application/x-www-form-urlencoded", "multipart/form-data", ""):
        raise Unreadable
    bounded = Request(request.scope, _bounded(request.receive, limit))
    try:
        sent = await bounded.form(max_files=MOST_FILES if files else 0, max_fields=MOST_FIELDS, max_part_size=SMALL)
    except (MultiPartException, UnicodeError, ValueError) as problem:
        raise Unreadable from problem
    except ClientDisconnect as problem:
        raise Unreadable from problem
    texts: dict[str, list[str]] = {}
    received: dict[str, list[blobs.Received]] = {}
    try:
        for name, value in sent.multi_items():
            if isinstance(value, UploadFile):
                if value.filename:
                    got = await run_in_threadpool(blobs.receive, request.state.town, value.file, value.filename)
                    received.setdefault(name, []).append(got)
            else:
                texts.setdefault(name, []).append(value)
    finally:
        await sent.close()
    return Form(texts, received)


def _bounded(receive: Receive, limit: int) -> Receive:
    seen = 0

    async def bounded() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > limit:
            raise TooLarge
        return message

    return bounded
