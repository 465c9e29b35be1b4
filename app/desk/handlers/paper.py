"""A paper that came in, page by page: what is on it, where its pages went, and taking it away."""

from collections.abc import Iterator
from contextlib import suppress

from starlette.requests import Request

from app import cases, documents
from app.cases import hands
from app.desk import entering
from app.desk.handlers.paper_part import KINDS, TURNS
from app.desk.pages import Option
from app.desk.paper_pages import Leaf, PaperPage, PaperRemovalPage
from app.kit import blobs, views
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate, translate_many
from app.kit.inputs import Again, Form
from app.kit.pages import Data, Page, See
from app.kit.towns import Town

WIDTH = 420


def show(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale, form = request.path_params["locale"], again.form if again else Form()
    kept = _open(request, unit)
    here = f"/{locale}/desk/papers/{kept.id}"
    placed = {number for part in kept.parts for number in range(part.first, part.last + 1)}
    start = next((number for number in range(1, kept.pages + 1) if number not in placed), 1)
    known = request.query_params.get("reference", "")[:40] or next(filter(None, kept.found[start - 1 :]), "")
    return PaperPage(
        name=kept.name,
        came=views.day(kept.came, locale, "long"),
        leaves=[
            Leaf(number, f"{here}/pictures/{number}", _said(kept, number, locale))
            for number in range(1, kept.pages + 1)
        ],
        first=form.get("first") or str(start),
        last=form.get("last") or str(kept.pages),
        turns=[Option(turn, translate(locale, words)) for turn, words in TURNS.items()],
        turn=form.get("turn") or "0",
        reference=form.get("case-reference") if again else known,
        kinds=[Option(kind, translate(locale, words)) for kind, words in KINDS.items()],
        kind=form.get("kind") or "paper",
        action_url=here,
        intake_url=f"/{locale}/desk/intake?paper={kept.id}",
        removal_url=f"{here}/removal",
        back_url=f"/{locale}/desk/papers",
        errors=views.again_errors(again, locale),
    )


def _open(request: Request, unit: Unit) -> hands.Kept:
    """A paper of this clerk's offices. Whoever sees it looks at each case that it names or has gone to."""
    actor = entering.staff(request)
    kept = hands.paper(unit, actor, request.path_params["paper"])
    for reference in dict.fromkeys((*kept.found, *(part.reference for part in kept.parts))):
        with suppress(NotFound):
            cases.look(unit, actor, cases.desk_case(unit, actor, reference))
    return kept


def _said(kept: hands.Kept, number: int, locale: str) -> str:
    where = next((part.reference for part in kept.parts if part.first <= number <= part.last), "")
    if where:
        return translate(locale, N_("Page %(number)s: added to %(reference)s"), number=number, reference=where)
    named = kept.found[number - 1]
    if named:
        return translate(locale, N_("Page %(number)s: names %(reference)s"), number=number, reference=named)
    return translate(locale, N_("Page %(number)s"), number=number)


def picture(request: Request, unit: Unit) -> Data:
    kept = _open(request, unit)
    number, town, file = request.path_params["number"], unit.town, kept.file
    headers = {"X-Content-Type-Options": "nosniff", "Cache-Control": "no-store", "Content-Type": "image/png"}
    return Data(b"", "image/png", headers, pieces=lambda: _drawn(town, file, number))


def _drawn(town: Town, file: blobs.File, number: int) -> Iterator[bytes]:
    with suppress(documents.Unreadable, NotFound):
        yield documents.picture(town, file, number, WIDTH, 0)


def leave(request: Request, unit: Unit) -> Page:
    locale = request.path_params["locale"]
    kept = _open(request, unit)
    placed = {number for part in kept.parts for number in range(part.first, part.last + 1)}
    here, left = f"/{locale}/desk/papers/{kept.id}", kept.pages - len(placed)
    return PaperRemovalPage(
        name=kept.name,
        left=translate_many(
            locale, "%(number)s page is in no case. It will be gone.",
            "%(number)s pages are in no case. They will be gone.", left,
        ) if left else "",
        action_url=f"{here}/removal",
        back_url=here,
    )  # fmt: skip


def remove(request: Request, form: Form, unit: Unit) -> See:
    hands.remove_paper(unit, hands.paper(unit, entering.staff(request), request.path_params["paper"]))
    return See("/desk/papers", said="paper_removed")
