"""What others reported already, while a form is filled in for somebody: she is told so first, and may see it too."""

from app.cases import drafts
from app.cases.alike import finding, reporting, seeing
from app.cases.alike.news import asking
from app.cases.alike.pages import Reported
from app.cases.counter import opening
from app.cases.counter.dense import Dense
from app.cases.queries import Case
from app.kit.actor import Actor
from app.kit.db import Unit


def doubles(unit: Unit, form: Dense, locale: str) -> tuple[Reported, ...]:
    """The likeliest first, as the person herself would read of them; one of the clerk's departments is a link."""
    held = form.held
    if not finding.is_asked(held.service, form.answers):
        return ()
    found = finding.alike(unit, caller(unit, held), held.service, held.draft.id, form.answers, locale)
    ours = held.service.department in held.actor.departments
    return tuple(reporting.reported(one, locale, _url(locale, one.case) if ours else "") for one in found)


def last(form: Dense) -> str:
    """The question after whose answer others are looked for; "" where the service looks for none."""
    asked = finding.asked_by(form.held.service)
    return next((name for name in reversed(form.way) if name in asked), "")


def can_be_told(unit: Unit, form: Dense) -> bool:
    """Whether she has an account, on which she hears how it ends."""
    return opening.account_of(unit, form.held.whom) is not None


def see(unit: Unit, form: Dense, mark: str, *, tell: bool, email: str = "") -> bool:
    """Count her onto the report of this mark, and drop her own form; False where it is closed by now. `email`: where
    somebody without an account is asked whether she wants to be told."""
    held = form.held
    who = caller(unit, held)
    case = finding.marked(unit, who, held.service, held.draft.id, form.answers, mark)
    if case is None:
        return False
    seeing.see(unit, who, case.id, tell=tell)
    if email and who.account_id is None:
        asking.ask(unit, case.id, email, held.draft.locale)
    drafts.drop(unit, held.draft.id)
    return True


def caller(unit: Unit, held: opening.Held) -> Actor:
    """For whom it is: her account; without one, she counts once a day, and without a name once a form."""
    person_id = held.whom.person_id
    return Actor(
        account_id=opening.account_of(unit, held.whom),
        person_id=person_id,
        session_id=person_id or held.draft.id,
        via=held.actor.via,
        locale=held.draft.locale,
    )


def _url(locale: str, case: Case) -> str:
    return f"/{locale}/desk/cases/{case.reference}"
