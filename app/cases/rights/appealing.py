"""Appealing: a case that starts from a decision, goes to somebody else, and says what becomes of the first."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import bindparam, select

from app import catalogue, workflow
from app.cases import answers, contents, decisions, drafts, law, moving, queries
from app.cases.events import CaseAppealed
from app.cases.helping import reaching
from app.cases.models import CaseStep
from app.cases.queries import Case
from app.cases.rights import serving
from app.cases.rights.confidence import OF_CASE, first
from app.cases.rights.models import Appeal
from app.kit import db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound, Refused
from app.kit.i18n import N_, format_day
from app.kit.ids import new_id

A = db.table(Appeal).c
AGAINST = select(A.id).where(A.first_id == bindparam("case")).order_by(A.id)
TOOK_PART = ("moved", "decided", "extended", "corrected")


class NoAppeal(Refused):
    """There is nothing to appeal against, or no longer."""


class HersBefore(Refused):
    words = N_("You decided or examined the first case. Somebody else has to decide on this appeal.")


def service(unit: Unit) -> catalogue.Service | None:
    """The town's service for appeals."""
    return catalogue.appeals(unit)


def last_day(unit: Unit, case: Case) -> date | None:
    """Until when somebody can appeal against what was decided in this case; None where nobody can."""
    told = [row for row in contents.decisions(unit, case.id) if row.told_at is not None]
    offered = service(unit)
    if not told or case.closed_at is None or offered is None or case.service == offered.id:
        return None
    if not catalogue.version(unit, case.version).appealable:
        return None
    served = serving.served_on(unit, case) or law.today(unit)
    return law.days(unit, "person").last_day(served, law.profile(unit).appeal)


def against(unit: Unit, case_id: UUID) -> list[Case]:
    """The appeals that were sent against a case."""
    found = (db.row(unit, queries.BY_ID, case=row.id) for row in db.rows(unit, AGAINST, case=case_id))
    return [Case._make(row) for row in found if row is not None]


def settled(unit: Unit, case: Case) -> bool:
    """Whether an appeal against the latest decision was decided, or counts as decided: a second one there is not."""
    told = [row.told_at for row in contents.decisions(unit, case.id) if row.told_at is not None]
    since = told[-1] if told else None
    return since is not None and any(
        each.outcome in decisions.DECIDED and each.received_at >= since for each in against(unit, case.id)
    )


def insist(unit: Unit, case: Case, locale: str = "", on: date | None = None) -> date:
    """The last day, or NoAppeal with the reason why there is no appeal now, its day in this language. `on`: the day on
    which it came in, where that is not today."""
    path, link = f"/cases/{case.reference}", N_("Go to your case")
    if serving.waiting(unit, case.id) is not None:
        raise NoAppeal(N_("A notification waits for you. Open it first: then you can appeal."), path=path, link=link)
    if settled(unit, case):
        raise NoAppeal(N_("Your appeal was decided. Its answer says what you can still do."), path=path, link=link)
    last = last_day(unit, case)
    if last is None:
        raise NoAppeal(N_("Nothing has been decided in this case that an appeal could be about."), path=path, link=link)
    if (on or law.today(unit)) > last:
        raise NoAppeal(
            N_("The last day to appeal was %(day)s. You can still go to court, or ask us at the window."),
            {"day": format_day(last, locale or case.locale)}, path=path, link=link,
        )  # fmt: skip
    if any(each.closed_at is None for each in against(unit, case.id)):
        raise NoAppeal(N_("There is an appeal against this decision already."), path=path, link=link)
    return last


def begin(unit: Unit, actor: Actor, case: Case) -> UUID:
    """A draft of an appeal against the decision in this case; one that is open already is found again."""
    insist(unit, case)
    offered = service(unit)
    assert offered is not None
    reaching.insist_appeal(unit, actor, case, offered)
    for draft in queries.own_drafts(unit, actor, offered.id):
        if db.value(unit, OF_CASE, case=draft.id) == case.id:
            found: UUID = draft.id
            return found
    draft_id = new_id()
    db.add(unit, Appeal, id=draft_id, first_id=case.id, at=unit.now)
    return drafts.begin(unit, actor, offered, draft_id)


def check(unit: Unit, draft_id: UUID, came: datetime) -> None:
    """Before an appeal is sent: it came in time."""
    found = db.value(unit, OF_CASE, case=draft_id)
    if found is not None:
        insist(unit, queries.locked(unit, found), on=law.calendar(unit).day_of(came))


def filed(unit: Unit, case: Case, by: Actor) -> None:
    """An appeal was sent: the first case shows it."""
    about = first(unit, case)
    if about is not None:
        moving.note_step(unit, about.id, "appealed", by)
        moving.touch(unit, about)
        events.record(unit, CaseAppealed(about.id, case.id))


def took_part(unit: Unit, case: Case, account_id: UUID | None) -> bool:
    """Whether this member of staff decided or examined the case that an appeal is about."""
    about = first(unit, case)
    if about is None or account_id is None:
        return False
    steps: list[CaseStep] = contents.steps(unit, about.id)
    done = any(row.account_id == account_id and row.function and row.kind in TOOK_PART for row in steps)
    return done or any(row.account_id == account_id for row in contents.decisions(unit, about.id))


def insist_other(unit: Unit, actor: Actor, case: Case) -> None:
    """HersBefore, for who had the first case in hand."""
    if took_part(unit, case, actor.account_id):
        raise HersBefore(path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))


def settle(unit: Unit, case: Case, offered: catalogue.Service) -> None:
    """The decision on an appeal counts as served: the first case shows it, and is open again where it was sent back.
    A correction that leaves the effect as it is changes nothing more."""
    effect, about = offered.appeals.get(case.state), first(unit, case)
    if effect is None or about is None or took_effect(unit, about) == effect:
        return
    held, town = queries.locked(unit, about.id), Actor.system("appeal decided")
    moving.note_step(unit, held.id, f"appeal_{effect}", town)
    if effect == "sends_back" and held.closed_at is not None:
        _reopen(unit, held, town)
    else:
        moving.touch(unit, held)


def took_effect(unit: Unit, about: Case) -> str:
    """What the latest appeal has done to this case; "" while it is not decided."""
    kinds = [row.kind for row in contents.steps(unit, about.id) if row.kind.startswith("appeal")]
    return kinds[-1].removeprefix("appeal_") if kinds and kinds[-1] != "appealed" else ""


def _reopen(unit: Unit, case: Case, town: Actor) -> None:
    """As it was when it was decided, with a clock that starts anew."""
    offered = catalogue.version(unit, case.version)
    told = [row for row in contents.decisions(unit, case.id) if row.told_at is not None]
    way = offered.workflow.transition(told[-1].transition) if told else None
    state = _before(offered.workflow, way)
    fresh = case._replace(started_at=None, closed_at=None, outcome=None, yours=False, assignee=None)
    moving.note_step(unit, case.id, "moved", town, state=state)
    moving.enter(unit, fresh, offered, answers.current(unit, case.id), state, 1)


def _before(flow: workflow.Workflow, way: workflow.Transition | None) -> str:
    """Where somebody can decide: the state the decision was taken in, else the first one that staff decide in."""
    if way is not None and way.by:
        return way.from_[0]
    for each in flow.transitions:
        if each.by and not each.by_person and flow.states[each.to].final in decisions.DECIDED:
            return each.from_[0]
    raise NotFound
