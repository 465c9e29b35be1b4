"""Papers that came in: scanned, split, turned, and added to the cases they belong to."""

import io
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace

from starlette.requests import Request

from app import cases, documents, identity
from app.cases import hands
from app.desk import entering
from app.desk.pages import Option
from app.desk.paper_pages import Leaf, PaperLine, PaperPage, PaperRemovalPage, PapersPage
from app.kit import blobs, db, guard, views
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, SignIn
from app.kit.i18n import N_, listed, translate, translate_many
from app.kit.inputs import Again, Form, Invalid, Problem, one_of, text
from app.kit.pages import Data, Page, See
from app.kit.towns import Town

PDF = "application/pdf"
WIDTH = 420
TURNS = {
    "0": N_("As it is"),
    "90": N_("To the right"),
    "180": N_("Upside down"),
    "270": N_("To the left"),
}
KINDS = {"paper": N_("A paper of the case"), "answer": N_("An answer to what the office asked")}
NO_PDF = N_("“%(name)s” is no PDF that we can read. Scan it again, or save it as a PDF.")
LOCKED = N_("A password protects “%(name)s”. Ask for a copy without one.")
TOO_LONG = N_("“%(name)s” has more than 100 pages. Scan it in parts.")


def index(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, locale = entering.staff(request), request.path_params["locale"]
    wrong = {} if again is None else hands.came(unit, again.form, locale)[1]
    return PapersPage(
        papers=[_line(kept, locale) for kept in hands.papers(unit, actor)],
        came=hands.draw_came(unit, locale, again.form if again else Form(), wrong),
        action_url=f"/{locale}/desk/papers",
        back_url=f"/{locale}/desk",
        errors=(*views.again_errors(again, locale), *hands.came_errors(wrong, locale)),
    )


def _line(kept: hands.Kept, locale: str) -> PaperLine:
    return PaperLine(
        kept.name,
        f"/{locale}/desk/papers/{kept.id}",
        translate_many(locale, "%(number)s page", "%(number)s pages", kept.pages),
        views.day(kept.came, locale, "long"),
        listed(dict.fromkeys(filter(None, kept.found)), locale),
    )


def read(request: Request, form: Form) -> None:
    """Open what was sent, while no unit is open: which references each page names, or what is wrong with it."""
    _staff(request)
    town, request.state.read = request.state.town, {}
    for file in form.files.get("files", ()):
        request.state.read[file.id] = _read(town, file)


def _read(town: Town, file: blobs.Received) -> tuple[str, ...] | str:
    if file.type != PDF:
        return NO_PDF
    try:
        return hands.named_in(documents.texts(town, file))
    except documents.Locked:
        return LOCKED
    except documents.TooManyPages:
        return TOO_LONG
    except (documents.Unreadable, NotFound):
        return NO_PDF


def create(request: Request, form: Form, unit: Unit) -> See:
    """Keep every paper, or none."""
    actor, locale = entering.staff(request), request.path_params["locale"]
    files = tuple(form.files.get("files", ()))
    day, wrong = hands.came(unit, form, locale)
    errors: dict[str, Problem] = {} if files else {"files": Problem(N_("Choose a file."))}
    found = {file.id: request.state.read[file.id] for file in files}
    for file in files:
        problem = found[file.id]
        if isinstance(problem, str):
            errors.setdefault("files", Problem(problem, {"name": file.name}))
    if errors or wrong:
        raise Invalid(errors)
    made = [hands.keep_paper(unit, actor, file, found[file.id], day or hands.today(unit)) for file in files]
    return See(f"/desk/papers/{made[0]}" if len(made) == 1 else "/desk/papers", said="paper_kept")


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


def cut(request: Request, form: Form) -> None:
    """Make a file of the pages, while no unit is open; what cannot be made is said where it is added."""
    actor, request.state.cut = _staff(request), None
    with db.read(request.state.town) as unit:
        kept = hands.paper(unit, actor, request.path_params["paper"])
    first, last = _number(form, "first"), _number(form, "last")
    if 1 <= first <= last <= kept.pages and form.get("turn") in TURNS:
        with suppress(documents.Unreadable):
            made = documents.cut(request.state.town, kept.file, first, last, int(form.get("turn")))
            request.state.cut = blobs.receive(request.state.town, io.BytesIO(made), kept.name)


def place(request: Request, form: Form, unit: Unit) -> See:
    actor = entering.staff(request)
    kept = hands.paper(unit, actor, request.path_params["paper"])
    errors: dict[str, Problem] = {}
    first, last = _number(form, "first"), _number(form, "last")
    if not 1 <= first <= kept.pages:
        errors["first"] = Problem(N_("Write a page from 1 to %(pages)s."), {"pages": kept.pages})
    if not max(first, 1) <= last <= kept.pages:
        errors["last"] = Problem(N_("Write the same page or a later one, up to %(pages)s."), {"pages": kept.pages})
    for name, options, asks in (
        ("turn", tuple(TURNS), N_("Choose how to turn it.")),
        ("kind", tuple(KINDS), N_("Choose what it is.")),
    ):
        try:
            one_of(form, name, options, required=asks)
        except Invalid as problem:
            errors |= problem.errors
    try:
        case = cases.desk_case(unit, actor, text(form, "case-reference", most=40))
    except (NotFound, Invalid):
        case = None
        errors["case-reference"] = Problem(
            N_("We find no case of your offices with this reference. Check each letter.")
        )
    if not errors and request.state.cut is None:
        errors["first"] = Problem(NO_PDF, {"name": kept.name})
    if errors or case is None:
        raise Invalid(errors)
    made = replace(request.state.cut, name=kept.name)
    if form.get("kind") == "answer":
        hands.add_as_answer(unit, actor, kept, hands.locked(unit, case), made, first, last)
        return See(f"/desk/cases/{case.reference}/answers", said="paper_added")
    hands.add_paper(unit, actor, kept, case, made, first, last)
    return See(f"/desk/papers/{kept.id}", said="paper_added")


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


def _number(form: Form, name: str) -> int:
    digits = form.get(name).strip()
    return int(digits) if digits.isdecimal() and len(digits) < 5 else 0


def _staff(request: Request) -> Actor:
    """Who asks, before a unit is open."""
    with db.read(request.state.town) as unit:
        secret = guard.session_secret(request)
        request.state.actor = identity.actor(unit, secret, request.path_params["locale"])
    if request.state.actor.account_id is None:
        raise SignIn
    return entering.staff(request)
