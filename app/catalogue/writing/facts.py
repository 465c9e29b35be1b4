"""life_event.yaml, article.yaml, event.yaml and announcement.yaml, typed: ids, days and places, never a sentence."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, StringConstraints

from app.catalogue.facts import Id
from app.catalogue.typed import Strict
from app.kit.durations import check_duration

Icon = Literal["pram", "box", "boat", "school", "lifebuoy", "house", "shop", "candle", "rings", "people"]
AnnouncementKind = Literal["closed", "works", "water", "power", "weather"]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


def _local(moment: datetime) -> datetime:
    if moment.tzinfo is not None:
        raise ValueError("Write the day and time of the town, as in 2026-11-28T10:00, without a zone")
    return moment


def _moment_or_duration(text: str) -> str:
    if "P" in text:
        return check_duration(text)
    try:
        return _local(datetime.fromisoformat(text)).isoformat()
    except ValueError as problem:
        message = "Write a day and time, as in 2026-12-01T08:00, or a duration from the import, as in P4D"
        raise ValueError(message) from problem


Local = Annotated[datetime, AfterValidator(_local)]
MomentOrDuration = Annotated[str, AfterValidator(_moment_or_duration)]


class Piece(Strict):
    """What all have. The folder is called like the id, with dashes."""

    format: Literal["1"] = "1"
    id: Id

    @property
    def slug(self) -> str:
        return self.id.replace("_", "-")


class Step(Strict):
    """One thing to do: a service, an article about it, or what its text says."""

    id: Id
    service: Id | None = None
    article: Id | None = None


class LifeEventFacts(Piece):
    """`discreet`: it is nobody's business who read it; no browser keeps it, here and below."""

    discreet: bool = False
    icon: Icon
    steps: tuple[Step, ...] = Field(min_length=1)


class ArticleFacts(Piece):
    """`exit`: whoever reads it may have to leave it at once, before somebody looks."""

    discreet: bool = False
    exit: bool = False
    department: Id
    life_events: tuple[Id, ...] = ()
    services: tuple[Id, ...] = ()
    reviewed: date


class Address(Strict):
    """A place that is no office: the street as the town's table of streets writes it."""

    street: Text
    number: str = ""


class LocalEventFacts(Piece):
    """`repeat` is a rule of RFC 5545, `without` the days on which the event is left out. `cost` is in minor units."""

    department: Id
    starts: Local
    ends: Local
    repeat: str = ""
    without: tuple[date, ...] = ()
    place: Id | Address
    step_free: bool = False
    hearing_loop: bool = False
    sign_language: bool = False
    booking: Literal["none", "wanted"] = "none"
    cost: int = Field(default=0, ge=0)


class AnnouncementFacts(Piece):
    """`from` and `until` are moments of the town, or durations that count from the import."""

    kind: AnnouncementKind
    streets: Literal["all"] | Annotated[tuple[Text, ...], Field(min_length=1)]
    begins: MomentOrDuration = Field(alias="from")
    until: MomentOrDuration


FACTS: Mapping[str, type[Piece]] = {
    "life_event": LifeEventFacts,
    "article": ArticleFacts,
    "event": LocalEventFacts,
    "announcement": AnnouncementFacts,
}
"""By kind; the folder of a kind is its plural, the file in it <kind>.yaml."""
