"""Papers that came in: the list of those that wait, and keeping what was scanned."""

from starlette.requests import Request

from app import documents
from app.cases import hands
from app.desk import entering
from app.desk.paper_pages import PaperLine, PapersPage
from app.kit import blobs, views
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, listed, translate_many
from app.kit.inputs import Again, Form, Invalid, Problem
from app.kit.pages import Page, See
from app.kit.towns import Town

PDF = "application/pdf"
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
    entering.staff_at_the_door(request)
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
