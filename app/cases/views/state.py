"""Where a case stands, as a mark and a few words."""

from typing import NamedTuple

from app import catalogue, workflow
from app.cases import moving
from app.cases.merging.reading import MERGED
from app.cases.queries import Brief, Case
from app.cases.views import agreed, merged
from app.kit.db import Unit
from app.kit.i18n import N_, translate

_CLOSED = {"granted": "done", "done": "done", "refused": "refused"}

TO_PROVE = N_("Waiting for proof of who sent it")
PERSONS_TURN = N_("The person’s turn")
NOT_TOLD = N_("Decided, not sent yet")
NEW = N_("New case")
ASKED = N_("Information was asked for")
HEARD = N_("The person was asked what they think")
CLOSED = N_("Closed: not proven in time")
WAITS = N_("A notification waits for you")


class State(NamedTuple):
    """`kind`: sent, working, yours, done, refused, or closed for another reason."""

    kind: str
    text: str


def state(
    unit: Unit, case: Case | Brief, service: catalogue.Service, locale: str, *, for_staff: bool, pending: bool = False,
    waits: bool = False,
) -> State:  # fmt: skip
    """The state in words. `pending`: a decision waits to be told, which only the staff may see. `waits`: a
    notification waits to be opened, and until then nobody but the staff reads what was decided."""
    if for_staff and pending:
        return State("working", translate(locale, NOT_TOLD))
    if waits and not for_staff:
        return State("yours", translate(locale, WAITS))
    return State(_kind(case, for_staff), _text(unit, case, service, locale, for_staff))


def name(service: catalogue.Service, texts: catalogue.Texts, id: str, locale: str, *, for_staff: bool) -> str:
    """A state by its name. What the package calls "we need something from you" is for staff what they did, where the
    state stands for nothing more: no paper goes out with it."""
    flow, own = service.workflow, str(texts.get(f"state.{id}.name") or "")
    kept = id in flow.states and flow.states[id]
    if not for_staff or not kept or not kept.waits_for or any(isinstance(each, workflow.Issue) for each in kept.enter):
        return own
    if any(way.passed == id for way in flow.transitions):
        return translate(locale, HEARD)
    doings = [action for way in flow.transitions if way.to == id for action in way.do]
    asked = any(isinstance(each, workflow.RequestInformation) and each.fields == "chosen" for each in doings)
    return translate(locale, ASKED) if asked else own


def meaning(unit: Unit, case: Case | Brief, service: catalogue.Service, locale: str) -> str:
    """What the state means for the person, in the package's words."""
    if case.outcome == MERGED:
        return merged.meaning(unit, case, locale)
    if case.state == moving.TO_PROVE:
        words = N_("The town has your request. Our clock starts when you have shown who you are.")
        gone = N_("Nobody showed us in time who sent it. This is not a refusal. You can apply again at any time.")
        return translate(locale, gone if case.closed_at else words)
    words = str(catalogue.texts(unit, service, locale)(f"state.{case.state}.meaning"))
    return agreed.within(unit, case, service, words, locale)


def _kind(case: Case | Brief, for_staff: bool) -> str:
    if case.closed_at is not None:
        return _CLOSED.get(str(case.outcome), "closed")
    if case.yours:
        return "sent" if for_staff else "yours"
    if for_staff:
        return "working" if case.assignee else "sent"
    return "sent" if case.entries <= 1 else "working"


def _text(unit: Unit, case: Case | Brief, service: catalogue.Service, locale: str, for_staff: bool) -> str:
    if case.outcome == MERGED:
        return translate(locale, merged.STAFF if for_staff else merged.PERSON)
    if case.state == moving.TO_PROVE:
        return translate(locale, CLOSED if case.closed_at else TO_PROVE)
    if for_staff and case.yours:
        return translate(locale, PERSONS_TURN)
    if for_staff and _new(unit, case, service):
        return translate(locale, NEW)
    return str(catalogue.texts(unit, service, locale)(f"state.{case.state}.name"))


def _new(unit: Unit, case: Case | Brief, service: catalogue.Service) -> bool:
    """Nobody has it and nothing has been done: the package's words are the person's, and speak of work."""
    if case.assignee is not None or case.closed_at is not None:
        return False
    name = ("cases.unmoved", service.version_id, case.state, case.entries)
    return catalogue.derived(unit, name, lambda: workflow.unmoved(service.workflow, case.state, case.entries))
