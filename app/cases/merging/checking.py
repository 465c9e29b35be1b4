"""Whether two cases may be one: of one service and department, both running, and nothing in them that stands alone."""

from collections.abc import Iterator

from app import catalogue, documents, identity
from app.cases import companions, contents, law, moving
from app.cases.decisions import DECIDED
from app.cases.merging import reading
from app.cases.queries import Case
from app.cases.rights import appealing, confidence, serving
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Refused
from app.kit.i18n import N_, format_day

BACK = N_("Back to the case")


class NotMerged(Refused):
    """The words say which of the two stands alone, and why."""


class Merged(NotMerged):
    """It goes on in another case already."""


def in_order(one: Case, other: Case) -> tuple[Case, Case]:
    """The one that was received first, which goes on, and the other."""
    first, second = sorted((one, other), key=lambda case: (case.started_at or case.received_at, case.id))
    return first, second


def one_applicant(one: Case, other: Case) -> bool:
    """Whether both were sent by the same person, as far as the town knows."""
    if one.person_id is not None and other.person_id is not None:
        return one.person_id == other.person_id
    if one.account_id is not None or other.account_id is not None:
        return one.account_id == other.account_id
    return one.session_id is not None and one.session_id == other.session_id


def insist(unit: Unit, actor: Actor, here: Case, one: Case, other: Case) -> None:
    """NotMerged, in exact words, unless the two may be one. `here` is where the clerk comes from."""
    path = f"/desk/cases/{here.reference}"
    for case in (one, other):
        insist_apart(unit, actor, here, case)
        for words, values in _alone(unit, actor, case):
            raise NotMerged(words, {"reference": case.reference, **values}, path=path, link=BACK)
    for words in _unlike(unit, one, other):
        raise NotMerged(words, {"first": one.reference, "second": other.reference}, path=path, link=BACK)


def insist_apart(unit: Unit, actor: Actor, here: Case, case: Case) -> None:
    """Merged, unless this case goes on by itself."""
    kept, merger = reading.goes_on(unit, case), reading.standing(unit, case.id)
    if kept is None or merger is None:
        return
    clerk = identity.contact(unit, merger.account_id) if merger.account_id else None
    day = format_day(law.calendar(unit).day_of(merger.at), actor.locale)
    values = {"reference": case.reference, "into": kept.reference, "day": day, "who": clerk.name if clerk else ""}
    words = N_("%(reference)s was merged into %(into)s on %(day)s, by %(who)s. Go on there.")
    raise Merged(words, values, path=f"/desk/cases/{here.reference}", link=BACK)


def _alone(unit: Unit, actor: Actor, case: Case) -> Iterator[tuple[str, dict[str, str]]]:
    """Why this case stays by itself, whichever the other is."""
    service = catalogue.version(unit, case.version)
    if case.closed_at is not None:
        day = {"day": format_day(law.calendar(unit).day_of(case.closed_at), actor.locale)}
        if case.outcome == "withdrawn":
            yield N_("The person took %(reference)s back on %(day)s. What was taken back is not merged."), day
        yield N_("%(reference)s was closed on %(day)s. What is closed is not merged."), day
    if contents.decisions(unit, case.id):
        yield N_("%(reference)s is decided already. What is decided is not merged."), {}
    if case.state == moving.TO_PROVE:
        yield N_("Nobody has shown yet who sent %(reference)s. It can be merged when that is known."), {}
    if confidence.is_confidential(unit, case, service):
        yield N_("%(reference)s is confidential. Confidential cases are not merged."), {}
    if companions.is_accompanied(case.service):
        yield N_("%(reference)s is looked after on a page of its own. Such cases are not merged."), {}
    if confidence.first(unit, case) or appealing.against(unit, case.id):
        yield N_("%(reference)s belongs to an appeal. Such cases are not merged."), {}
    if case.helper_id is not None:
        yield (
            N_("%(reference)s was sent by somebody who acts for the person. Cases sent by a mandate are not merged."),
            {},
        )
    if serving.all_of(unit, case.id) or documents.of_case(unit, case.id, case.locale):
        yield N_("A document was issued or served in %(reference)s. Such cases are not merged."), {}


def _unlike(unit: Unit, one: Case, other: Case) -> Iterator[str]:
    """Why these two stay apart."""
    if one.department != other.department:
        yield N_("%(first)s and %(second)s are with different departments. Link them instead.")
    if one.service != other.service:
        yield N_("%(first)s and %(second)s are about different services. Link them instead.")
    if not one_applicant(one, other) and (decides(unit, one) or decides(unit, other)):
        yield N_("%(first)s and %(second)s have two applicants, and each has a right to a decision. Link them instead.")


def decides(unit: Unit, case: Case) -> bool:
    """Whether a case of this service ends in a decision about its applicant."""
    states = catalogue.version(unit, case.version).workflow.states.values()
    return any(state.final in DECIDED for state in states)
