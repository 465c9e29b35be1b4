"""The legal profile of a town: what the law of its country says about days, terms and remedies. All of it is data.

# profile.yaml
country: ES
zone: Europe/Madrid
official: [es]                       # languages in which a decision is valid
working_days: [mon, tue, wed, thu, fri]
holidays:                            # national, regional and local; `name` is an id
  - {date: 2026-12-08, name: immaculate}
term: {months: 3}                    # to decide, where a service has no clock of its own
longest: {months: 6}
pauses: resumes                      # after a pause the clock resumes (default) or restarts
silence: granted                     # what no answer in time means: granted or refused
correction: {days: 10, working: true}      # the person's time to answer a request for information
hearing: {days: 15, working: true}         # and to be heard before a refusal
prove: {days: 30}                    # and to prove who sent it
more_time: {correction: {days: 15, working: true}} # these instead, for who told that more time is needed
extension: {times: 1, longest: term} # more time to decide: how often, and how much at most (a term, or the case's own)
outage: {adds: {days: 1, working: true}, moves: [person]} # an outage of the portal: whose days it moves, how far after
recall: PT10M                        # a decision or message is told only after this, and can be recalled until then
appeal: {remedy: reposicion, body: mayor, months: 1}     # remedy and body are ids
court: {remedy: contencioso, months: 2}  # what is left against the decision on an appeal
recovery: P3D                        # another address of an account takes effect after this, unless it is stopped
closed: P30D                         # how long the address of a closed account is kept
unused: P3Y                          # an account that nobody is, empty and unused for so long, closes after a warning
served: {expires: {days: 10}}        # a served notification that nobody opens
retention: P5Y                       # how long a closed case lives, where its package does not say
identifiers: [es.dni, es.nie, passport, none]
mandates: {longest: P3Y, told: P14D}       # how long one may act for another; told so long before it ends
"""

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Literal
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, BaseModel, ConfigDict, Field

from app.kit.durations import IsoDuration
from app.workflow import PROFILE_TERMS, Term

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def _known_zone(name: str) -> str:
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError) as problem:
        raise ValueError("Name a time zone as in Europe/Madrid.") from problem
    return name


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Holiday(_Part):
    """A free day besides the weekly ones."""

    date: date
    name: str = ""


class Appeal(Term):
    """The remedy against a decision, the body that hears it, and the term."""

    remedy: str
    body: str


class Court(_Part):
    """What is left when an appeal was decided: the text of the remedy, and its months."""

    remedy: str
    months: Annotated[int, Field(ge=1, le=24)]


class Served(_Part):
    """Served notifications: how long one may lie unopened."""

    expires: Term


class Extension(_Part):
    """More time to decide: how often, and how much at most; `term` is as long as the case's own."""

    times: Annotated[int, Field(ge=1, le=9)] = 1
    longest: Literal["term"] | Term


class Outage(_Part):
    """An outage of the portal: a last day that fell into it moves to so many days after it. Whose days these are: the
    person's, the office's."""

    adds: Term
    moves: Annotated[frozenset[Literal["person", "office"]], Field(min_length=1)]


class Mandates(_Part):
    """How long a mandate may last, and how long before its end both are told."""

    longest: IsoDuration = "P3Y"
    told: IsoDuration = "P14D"


class Profile(_Part):
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")]
    zone: Annotated[str, AfterValidator(_known_zone)]
    official: Annotated[tuple[str, ...], Field(min_length=1)]
    working_days: Annotated[tuple[Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"], ...], Field(min_length=1)]
    holidays: tuple[Holiday, ...]
    term: Term
    longest: Term | None = None
    pauses: Literal["resumes", "restarts"] = "resumes"
    extension: Extension | None = None
    outage: Outage | None = None
    silence: Literal["granted", "refused"]
    correction: Term
    hearing: Term
    prove: Term
    more_time: Mapping[Literal["correction", "hearing"], Term] = {}
    recall: IsoDuration
    appeal: Appeal
    court: Court | None = None
    served: Served | None = None
    recovery: IsoDuration = "P3D"
    closed: IsoDuration = "P30D"
    unused: IsoDuration = "P3Y"
    retention: IsoDuration
    identifiers: tuple[str, ...]
    mandates: Mandates = Mandates()

    @property
    def terms(self) -> Mapping[str, Term]:
        """The terms that a workflow may wait for by name (`after: {profile: correction}`)."""
        return {name: getattr(self, name) for name in PROFILE_TERMS}
