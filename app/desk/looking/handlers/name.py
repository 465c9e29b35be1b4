"""Another name for a person, by whoever saw the document that says it."""

from starlette.requests import Request

from app import people
from app.cases import lawful
from app.desk import days
from app.desk.entering import staff
from app.desk.looking import about, purposes
from app.desk.looking.about import About
from app.desk.looking.pages import NamePage
from app.desk.pages import Option
from app.kit import audit
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, sentences, translate
from app.kit.inputs import Again, Form, Mistakes, Problem, one_of, text
from app.kit.pages import Answer, See
from app.kit.views import again_errors
from app.people import renaming

SAID, DAY, LONGEST = "renamed", "paper_day", 200
REASONS = {
    "marriage": (N_("Marriage, partnership, or its end"), ""),
    renaming.GENDER: (N_("Another gender"), N_("The name before is found by search; only supervisors read it.")),
    "wrong": (N_("It was written wrongly"), N_("For example from another script.")),
    "other": (N_("Another reason"), ""),
}
PAPERS = {
    "register_extract": N_("Extract of the civil register"),
    "court_order": N_("Decision of a court or an authority"),
    "identity_card": N_("New identity card, residence card or passport"),
    "foreign_document": N_("Document of another country"),
}


def edit(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    return about.form(request, unit, "name", lambda who: _page(unit, who, again))


def _page(unit: Unit, who: About, again: Again | None) -> NamePage:
    form = again.form if again else Form()
    hint = sentences(
        (translate(who.locale, N_("It stands on the document.")),
         translate(who.locale, N_("For example, %(day)s"), day=days.example(who.locale, lawful.today(unit)))),
        who.locale,
    )  # fmt: skip
    label = translate(who.locale, N_("Of which day is the document?"))
    return NamePage(
        name=who.name,
        person_url=who.person_url,
        action_url=who.action_url,
        purpose=who.purpose,
        seen=form.get("seen") if again else renaming.version(unit, who.person),
        became=form.get("became"),
        reasons=[
            Option(reason, translate(who.locale, said), translate(who.locale, more) if more else "")
            for reason, (said, more) in REASONS.items()
        ],
        reason=form.get("reason"),
        papers=[Option(paper, translate(who.locale, said)) for paper, said in PAPERS.items()],
        paper=form.get("paper"),
        day=days.drawn(DAY, label, hint, who.locale, lawful.today(unit), again),
        errors=days.errors(again, who.locale, DAY) if again else again_errors(again, who.locale),
    )


def update(request: Request, form: Form, unit: Unit) -> See:
    actor, person = staff(request), request.path_params["person"]
    name = people.name(unit, person)
    if not actor.departments or not name:
        raise NotFound
    back = f"/desk/people/{person}"
    purpose = purposes.holding(unit, actor, f"{back}/name")
    became, paper = _read(unit, form, name, request.path_params["locale"])
    department = actor.office
    renaming.rename(unit, actor, person, became, paper, department, form.get("seen"), back)
    audit.record(unit, actor, SAID, persons=[person], purpose=purpose.written, department=department)
    return See(back, said=SAID)


def _read(unit: Unit, form: Form, name: str, locale: str) -> tuple[str, renaming.Paper]:
    """The new name, and the paper without which there is none; every mistake at once."""
    wrong = Mistakes()
    became = wrong.read(lambda: text(form, "became", required=N_("Write the new name."), most=LONGEST), "")
    became = " ".join(became.split())
    if became and became == name:
        wrong.found["became"] = Problem(N_("This is the name already."))
    because = N_("Choose why the name changes.")
    reason = wrong.read(lambda: one_of(form, "reason", renaming.REASONS, required=because), "")
    without = N_("Choose the document. Without one no name changes.")
    kind = wrong.read(lambda: one_of(form, "paper", renaming.PAPERS, required=without), "")
    today = lawful.today(unit)
    day = wrong.read(lambda: days.read(form, DAY, locale, today), today)
    if day > today:
        wrong.found |= days.wrong(DAY, locale, N_("The document cannot be of a day that is still to come.")).errors
    wrong.tell()
    return became, renaming.Paper(reason, kind, day)
