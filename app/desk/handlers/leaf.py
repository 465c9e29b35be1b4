"""A file of a case, looked at in place: page by page, larger, turned, with what it says as text."""

import logging
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import urlencode

from babel.numbers import format_percent
from starlette.requests import Request

from app import cases, documents
from app.desk import entering
from app.desk.leaf_pages import LeafPage, Step
from app.desk.wanted import Address
from app.kit import blobs
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, babel_locale, translate
from app.kit.pages import Data, Page
from app.kit.towns import Town

log = logging.getLogger(__name__)
SIZES = (100, 150, 200, 300)
FULL = 1000
"""Pixels across at 100 %: what a desk has beside its queue, sharp on most screens."""
TURNS = (0, 90, 180, 270)


def show(request: Request, unit: Unit) -> Page:
    actor, case, file = entering.open_file(request, unit)
    cases.look(unit, actor, case)
    address, number = Address.of(request), request.path_params["number"]
    locale, (size, turn) = address.locale, _asked(request)
    base = f"/{locale}/desk/cases/{case.reference}/files/{file.id}"

    def step(words: str, page: int = number, size: int = size, turn: int = turn) -> Step:
        return Step(words, f"{base}/pages/{page}{_query(size, turn)}")

    def bound(read: documents.Leaf) -> tuple[Step | None, Step | None]:
        return (
            step(translate(locale, N_("Page before")), page=number - 1) if number > 1 else None,
            step(translate(locale, N_("Next page")), page=number + 1) if number < read.pages else None,
        )

    return LeafPage(
        name=file.name,
        number=number,
        read=lambda: _leaf(unit.town, file, number),
        around=bound,
        sizes=[
            (step(str(format_percent(each / 100, locale=babel_locale(locale))), size=each), each == size)
            for each in SIZES
        ],
        turned=step(translate(locale, N_("Turn it to the right")), turn=(turn + 90) % 360),
        large=size > SIZES[0],
        picture_url=f"{base}/pictures/{number}{_query(size, turn)}",
        file_url=base,
        case_url=address.case(case.reference),
        reference=case.reference,
    )


def picture(request: Request, unit: Unit) -> Data:
    """The page as PNG, made anew: nothing of the file itself comes to the clerk's browser."""
    actor, case, file = entering.open_file(request, unit)
    cases.look(unit, actor, case)
    number, (size, turn), town = request.path_params["number"], _asked(request), unit.town
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "Content-Type": "image/png"}
    return Data(b"", "image/png", headers, pieces=lambda: _drawn(town, file, number, FULL * size // 100, turn))


def _leaf(town: Town, file: blobs.File, number: int) -> documents.Leaf | None:
    try:
        return documents.leaf(town, file, number)
    except documents.Unreadable as problem:
        log.info("a file cannot be shown", extra={"file": str(file.id), "reason": str(problem)})
        return None


def _drawn(town: Town, file: blobs.File, number: int, width: int, turn: int) -> Iterator[bytes]:
    """Nothing, where the page beside it says that the file cannot be shown."""
    with suppress(documents.Unreadable, NotFound):
        yield documents.picture(town, file, number, width, turn)


def _asked(request: Request) -> tuple[int, int]:
    """Size in per cent and turn in degrees; what cannot be read is as if it were not there."""
    size, turn = request.query_params.get("size", ""), request.query_params.get("turn", "")
    return (
        int(size) if size in map(str, SIZES) else SIZES[0],
        int(turn) if turn in map(str, TURNS) else TURNS[0],
    )


def _query(size: int, turn: int) -> str:
    given = {"size": size if size != SIZES[0] else "", "turn": turn or ""}
    query = urlencode({name: value for name, value in given.items() if value})
    return f"?{query}" if query else ""
