"""The `workflow:` part of a service package, typed. Structure only: whether ids fit together is for `checks`."""

from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, StringConstraints, Tag, model_validator

from app.kit.durations import IsoDuration
from app.workflow.terms import Part

Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Time = Annotated[str, StringConstraints(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
Need = Literal["reason", "conditions"]
Outcome = Literal["granted", "refused", "abandoned", "withdrawn", "done"]
Function = Literal["clerk", "supervisor"]

PERSON = "person"
OTHERWISE = "otherwise"
CONFIRMED = "confirmed"
"""The event that all who were invited have said yes."""
REQUEST = "request"
"""The message that a request for information sends."""


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _distinct(values: tuple[str, ...]) -> tuple[str, ...]:
    if not values or len(set(values)) < len(values):
        raise ValueError("Name at least one, and each of them once.")
    return values


OneOrMore = Annotated[tuple[Id, ...], BeforeValidator(_listed), AfterValidator(_distinct)]


class Notify(Part):
    """Tell the person. `channels` is a `choices` field whose answer says how; absent: as the person prefers.

    `enclose` names a letter that was issued before: it goes by post as well, with the same message on top.
    """

    do: Literal["notify"]
    message: Id
    channels: Id | None = None
    enclose: Id | None = None


class Issue(Part):
    """Make a document from a letter of the package."""

    do: Literal["issue"]
    letter: Id


class RequestInformation(Part):
    """Ask the person again: the questions that the clerk chooses. Where fields are named they are chosen to begin with,
    and asked where nobody chooses."""

    do: Literal["request_information"]
    fields: Literal["chosen"] | Annotated[tuple[Id, ...], AfterValidator(_distinct)]


class Record(Part):
    """Write an answer into the record of whom the case concerns: an address, in use from the day that `since` answers.

    `household` is a rule: where it holds, everybody who is registered with her moves too; where others were invited,
    only who said yes does, and minors in her care.
    """

    do: Literal["record"]
    address: Id
    since: Id | None = None
    household: Id | None = None


class Invite(Part):
    """Ask each adult who was named in a group for a yes of her own. `name` and `born` are questions of the group, by
    which the town knows who in the household that is; `shows` are the answers that she reads before she says so.

    What follows is a transition `upon: confirmed`, once all of them have said yes, and one `after` a time without them.
    """

    do: Literal["invite"]
    group: Id
    name: Id
    born: Id
    shows: tuple[Id, ...] = ()


Action = Annotated[Notify | Issue | RequestInformation | Record | Invite, Field(discriminator="do")]


class State(Part):
    """Where a case stands. Words for it are the texts state.<id>.name and .meaning.

    `served`: whether a decision of staff that ends here is served, with evidence; what gives somebody all she asked for
    may be just told.
    """

    queue: Id | None = None
    waits_for: Literal["person"] | None = None
    clock: Literal["stops", "runs"] = "runs"
    final: Outcome | None = None
    served: bool = True
    enter: tuple[Action, ...] = ()


class ProfileTerm(Part):
    """A term that the town's legal profile gives: correction, hearing, prove."""

    profile: Id


def _kind_of_wait(value: object) -> str:
    return "duration" if isinstance(value, str) else "term"


# Told apart by shape before they are read, so that a wrong duration gets one error and not two.
Wait = Annotated[
    Annotated[ProfileTerm, Tag("term")] | Annotated[IsoDuration, Tag("duration")], Discriminator(_kind_of_wait)
]


class At(Part):
    """A time of day on the date that a field answers, moved by `shift`; `rounds` means the days of the service's
    calendar, of which the next one counts."""

    field: Id
    shift: IsoDuration = "P0D"
    time: Time


class Remind(Part):
    """A message so long before the transition happens by itself.

    Before the end of a legal term, which is a day and not a minute, it goes out at `time` of that earlier day.
    """

    before: IsoDuration
    message: Id = "reminder"
    time: Time = "09:00"


class Transition(Part):
    """A way from one state to another, and the one thing that opens it. `says` are phrases without which nobody goes
    it: the decision always holds them."""

    id: Id
    from_: OneOrMore = Field(alias="from")
    to: Id
    by: Id | None = None
    upon: Id | None = None
    auto: Id | None = None
    after: Wait | None = None
    at: At | None = None
    remind: Remind | None = None
    needs: Annotated[tuple[Need, ...], BeforeValidator(_listed)] = ()
    says: tuple[Id, ...] = ()
    passed: Id | None = None
    do: tuple[Action, ...] = ()

    @property
    def timed(self) -> bool:
        return self.after is not None or self.at is not None

    @property
    def by_person(self) -> bool:
        return self.by == PERSON

    @model_validator(mode="after")
    def one_opening(self) -> Self:
        if sum(way is not None for way in (self.by, self.upon, self.auto, self.after, self.at)) != 1:
            raise ValueError("Say what opens the transition: one of `by`, `upon`, `auto`, `after` or `at`.")
        if self.remind and not self.timed:
            raise ValueError("Only a transition with `after` or `at` can remind: remove `remind`.")
        if self.says and not self.needs:
            raise ValueError("What a decision `says` is a reason or a condition: name which in `needs`.")
        if (self.needs or self.passed) and (self.by is None or self.by_person):
            raise ValueError("Only what staff presses can have `needs` or `passed`: remove them.")
        return self


class Workflow(Part):
    """States and transitions of a service. The order of the transitions is the order in which they are tried."""

    functions: dict[Id, Function] = {}
    start: Id
    states: dict[Id, State]
    transitions: tuple[Transition, ...] = ()

    @property
    def answers(self) -> bool:
        """Whether somebody waits for an answer: a reminder, say, only ends."""
        return any(state.final not in (None, "abandoned", "withdrawn") for state in self.states.values())

    def transition(self, id: str) -> Transition | None:
        return next((transition for transition in self.transitions if transition.id == id), None)

    def leaving(self, state: str) -> tuple[Transition, ...]:
        """The transitions out of a state, in file order."""
        return tuple(transition for transition in self.transitions if state in transition.from_)
