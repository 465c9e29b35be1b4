"""More time to decide: once, with reasons, before the day has passed, and never longer than the legal profile says."""

from collections.abc import Mapping
from datetime import date

from app import catalogue
from app.cases import contents, decisions, law, moving, queries, telling, vault
from app.cases.clock import DAY, LegalClock
from app.cases.decisions import Grounds
from app.cases.events import TermExtended
from app.cases.queries import Case
from app.cases.rights import appealing, confidence
from app.cases.rights.models import Extension
from app.kit import db, events
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_, format_day, translate
from app.kit.ids import new_id

EXTENSION = "extension"
"""How the timeline names the press, so that a second press of the button is known."""


class NotLonger(Refused):
    """The law gives no more time here."""


class NoSuchDay(Refused):
    """A day that the law does not allow; the caller offers the window first."""

    status = 422
    words = N_("The time to decide cannot be made longer until that day.")


def window(unit: Unit, case: Case) -> tuple[date, date]:
    """The first and the last day that may be the new day to decide; NotLonger says why there is none."""
    clock = _clock(unit, case)
    assert case.due is not None
    setting = law.profile(unit).extension
    assert setting is not None
    first = clock.calendar.working_from(case.due + DAY)
    longest = clock.term if setting.longest == "term" else setting.longest
    return first, clock.calendar.last_day(case.due, longest)


def left(unit: Unit, case: Case) -> int:
    """How often the law still allows it."""
    setting = law.profile(unit).extension
    return setting.times - len(law.longer(unit, case.id)) if setting else 0


def was_extended(unit: Unit, case: Case) -> bool:
    """Whether the time to decide was made longer before."""
    return bool(law.longer(unit, case.id))


def is_open(unit: Unit, case: Case) -> bool:
    """Whether the time to decide may be made longer now."""
    try:
        _clock(unit, case)
    except NotLonger:
        return False
    return True


def extend(unit: Unit, actor: Actor, case: Case, until: date, grounds: Grounds, who: str) -> Case:
    """Make the time to decide longer until a working day of the window. The person is told why, and the new day."""
    held = queries.locked(unit, case.id)
    appealing.insist_other(unit, actor, held)
    first, last = window(unit, held)
    clock, due = _clock(unit, held), held.due
    if due is None or not first <= until <= last or clock.calendar.is_free(until):
        raise NoSuchDay
    assert held.started_at is not None
    end = clock.end(held.started_at, law.pauses(unit, held.id), unit.now, law.longer(unit, held.id))
    words = decisions.in_words(unit, held, grounds)
    extension_id = new_id()
    db.add(
        unit, Extension, id=extension_id, case_id=held.id, at=unit.now, due=due, until=until,
        days=clock.calendar.days_between(end + DAY, until + DAY, clock.term), account_id=actor.account_id,
        who=vault.seal(unit, held.id, Extension, "who", extension_id, who),
        words=vault.seal(unit, held.id, Extension, "words", extension_id, words),
    )  # fmt: skip
    moving.note_step(unit, held.id, "extended", actor, transition=EXTENSION)
    moved = moving.retime(unit, held)
    _tell(unit, moved, words)
    events.record(unit, TermExtended(held.id))
    return moved


def _clock(unit: Unit, case: Case) -> LegalClock:
    """The clock that may be made longer, or NotLonger with the reason why not."""
    setting, clock = law.profile(unit).extension, law.clock(unit, catalogue.version(unit, case.version))
    words = ""
    if case.closed_at is not None:
        words = N_("This case is closed. There is nothing left to decide.")
    elif contents.pending_decision(unit, case.id) is not None:
        words = N_("This case is decided. The person is told soon, so no more time is needed.")
    elif clock is None or case.due is None:
        words = N_("This case has no day by which we decide, so there is nothing to make longer.")
    elif setting is None:
        words = N_("The law here does not let us take more time.")
    elif case.stopped:
        words = N_("The clock is stopped. Days are added by themselves when the answer comes.")
    elif law.today(unit) > case.due:
        words = N_("The last day to decide has passed. The time can be made longer only before it.")
    elif len(law.longer(unit, case.id)) >= setting.times:
        words = N_("The time to decide was made longer already. The law allows no more.")
    if words or clock is None:
        raise NotLonger(words, path=f"/desk/cases/{case.reference}", link=N_("Back to the case"))
    return clock


def _tell(unit: Unit, case: Case, words: Mapping[str, str]) -> None:
    """What others may read in a mail: no reasons where the service is confidential."""
    locale = case.locale
    assert case.due is not None
    until = format_day(case.due, locale, "full")
    body = [translate(locale, N_("We need more time to decide. The new day is %(day)s."), day=until)]
    if confidence.is_confidential(unit, case, catalogue.version(unit, case.version)):
        body.append(translate(locale, N_("Your case says why.")))
    else:
        body += [translate(locale, N_("Why:")), *words.get(locale, "").splitlines()]
    telling.say(unit, case, "extended", translate(locale, N_("%(reference)s: we need more time"),
                                                  reference=case.reference), *body)  # fmt: skip
