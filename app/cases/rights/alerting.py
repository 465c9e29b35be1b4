"""The alert of a notification that waits: that there is one and what opening it means; not a word of what it says."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from app import workflow
from app.cases import moving, queries, telling
from app.cases.queries import Case
from app.cases.rights import serving
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate

KIND = "notification"


def without_words(actions: Sequence[workflow.Action], waits: bool) -> Sequence[workflow.Action]:
    """What a step does, less the package's messages where their words would say what was decided."""
    return [each for each in actions if not isinstance(each, workflow.Notify)] if waits else actions


def words(filed: Mapping[str, Any], actions: Sequence[workflow.Action]) -> tuple[str, tuple[str, ...]]:
    """Which of the package's messages the alert stands for, and by which channels that was to go."""
    for each in actions:
        if isinstance(each, workflow.Notify):
            return each.message, tuple((filed.get(each.channels) or ()) if each.channels else ())
    return KIND, ()


def tell(unit: Unit, case: Case, row: Any, kind: str, channels: tuple[str, ...]) -> None:
    """Tell her that the notification of this row waits."""
    locale = case.locale
    subject = translate(locale, N_("%(reference)s: a notification waits for you"), reference=case.reference)
    telling.say(unit, case, kind, subject, *meaning(row, locale), channels=channels)


def meaning(row: Any, locale: str) -> tuple[str, ...]:
    """What opening it means, in sentences."""
    words = [N_("Something was decided. You read it when you open the notification.")]
    words += [N_("When you open it, it counts as served on that day."), N_("From then on the time to appeal runs.")]
    said = [translate(locale, each) for each in words]
    if row.until is not None:
        left = N_("If you do not open it, it counts as served after %(day)s.")
        said.append(translate(locale, left, day=format_day(row.until, locale, "long")))
    return tuple(said)


def came_back(unit: Unit, case_id: UUID, notice_id: UUID) -> None:
    """A message of this case was not delivered. Where it was the alert of what still waits, both sides see it; what
    was made available stays so, whatever became of the message, and the next way is tried."""
    waits = serving.waiting(unit, case_id)
    if waits is not None and notice_id > waits.id:
        moving.note_step(unit, case_id, "served_alert_bounced", Actor.system("alert came back"))
        moving.touch(unit, queries.locked(unit, case_id))
