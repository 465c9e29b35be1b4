"""What a town has written, in one language, as pages and other rooms ask for it. All of it follows from the content
alone; what depends on the hour stands in `coming`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, TypeVar

from app.catalogue.shelf import derived, shelf
from app.catalogue.text import Text, Texts
from app.catalogue.writing.facts import FACTS, AnnouncementKind, ArticleFacts, LifeEventFacts, LocalEventFacts, Piece
from app.catalogue.writing.linking import address
from app.catalogue.writing.storing import WORDS
from app.kit.db import Unit


@dataclass(frozen=True)
class Written:
    """A piece in one language; its `texts` are whole, in the language asked for or in the source language."""

    kind: str
    facts: Piece
    texts: Texts

    @property
    def id(self) -> str:
        return self.facts.id

    @property
    def title(self) -> Text:
        return self.say("title")

    @property
    def summary(self) -> Text:
        return self.say("summary")

    @property
    def words(self) -> Text:
        """What people call it who do not know its name, with commas between."""
        return self.say("words")

    @property
    def body(self) -> Text:
        """Markdown."""
        return self.say("body")

    @property
    def path(self) -> str:
        """Below the locale."""
        return address(self.kind, self.id)

    def say(self, part: str) -> Text:
        return self.texts(f"{self.kind}.{part}")


@dataclass(frozen=True)
class LifeEvent(Written):
    facts: LifeEventFacts


@dataclass(frozen=True)
class Article(Written):
    facts: ArticleFacts

    @property
    def reviewed(self) -> date:
        return self.facts.reviewed


@dataclass(frozen=True)
class LocalEvent(Written):
    facts: LocalEventFacts


Made = TypeVar("Made", bound=Written)


@dataclass(frozen=True)
class Announcement:
    """`streets` is empty when all of the town is meant. It stands from `begins` until `until`."""

    id: str
    kind: AnnouncementKind
    streets: tuple[str, ...]
    begins: datetime
    until: datetime
    title: Text
    body: Text


def life_events(unit: Unit, locale: str) -> tuple[LifeEvent, ...]:
    """In the town's order."""
    found = _all(unit, LifeEvent, "life_event", locale)
    wanted = list(shelf(unit).get("town").get("life_events", ()))
    return tuple(sorted(found, key=lambda each: wanted.index(each.id) if each.id in wanted else len(wanted)))


def articles(unit: Unit, locale: str) -> tuple[Article, ...]:
    return _all(unit, Article, "article", locale)


def local_events(unit: Unit, locale: str) -> tuple[LocalEvent, ...]:
    return _all(unit, LocalEvent, "event", locale)


def written(unit: Unit, locale: str) -> tuple[Written, ...]:
    """All that has a page of its own."""
    return (*life_events(unit, locale), *articles(unit, locale), *local_events(unit, locale))


def announcements(unit: Unit, locale: str) -> tuple[Announcement, ...]:
    """All of them, those that are over and those that have not begun too."""

    def make() -> tuple[Announcement, ...]:
        found = (_announcement(unit, id, data, locale) for id, data in _pieces(unit, "announcement"))
        return tuple(sorted(found, key=lambda each: (each.begins, each.id)))

    return derived(unit, ("announcement", locale), make)


def _announcement(unit: Unit, id: str, data: Mapping[str, Any], locale: str) -> Announcement:
    t, streets = _texts(unit, "announcement", id, locale), data["facts"]["streets"]
    return Announcement(
        id=id,
        kind=data["facts"]["kind"],
        streets=() if streets == "all" else tuple(streets),
        begins=datetime.fromisoformat(data["begins"]),
        until=datetime.fromisoformat(data["until"]),
        title=t("announcement.title"),
        body=t("announcement.body"),
    )


def _all(unit: Unit, made_of: type[Made], kind: str, locale: str) -> tuple[Made, ...]:
    def facts(data: Any) -> Any:
        return FACTS[kind].model_validate(data["facts"])

    def make() -> tuple[Made, ...]:
        return tuple(made_of(kind, facts(data), _texts(unit, kind, id, locale)) for id, data in _pieces(unit, kind))

    return derived(unit, (kind, locale), make)


def _pieces(unit: Unit, kind: str) -> list[tuple[str, Any]]:
    return sorted((key, data) for (found, key), data in shelf(unit).content.items() if found == kind)


def _texts(unit: Unit, kind: str, id: str, locale: str) -> Texts:
    content = shelf(unit)
    source = content.get("town").get("source", "en")
    fallback = content.get(WORDS, f"{kind}/{id}/{source}")
    return Texts(locale, content.get(WORDS, f"{kind}/{id}/{locale}"), source, fallback).whole(*fallback)
