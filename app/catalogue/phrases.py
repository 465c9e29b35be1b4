"""Reusable reasons: what a clerk chooses and a decision says, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.catalogue.content import texts_of
from app.catalogue.shelf import shelf
from app.catalogue.text import Text, Texts
from app.kit import written_days
from app.kit.db import Unit
from app.kit.i18n import format_day

DAYS = frozenset({"date", "day"})


@dataclass(frozen=True)
class Phrase:
    """A reusable reason in one language. `variant` is the typed reason of a request for information."""

    id: str
    kind: str
    variant: str
    slots: tuple[str, ...]
    texts: Texts

    @property
    def label(self) -> Text:
        """Its name in the clerk's list."""
        return self.texts(f"phrase.{self.id}.label")

    def ask(self, slot: str) -> Text:
        """The question to the clerk for the value of a slot."""
        return self.texts(f"phrase.{self.id}.slot.{slot}")

    @property
    def days(self) -> frozenset[str]:
        """The slots that take a day, by their names."""
        return DAYS & {*self.slots}

    def say(self, **values: object) -> Text:
        """What the person reads, each day in her language; without values its slots stay in {braces}."""
        days = {slot: written_days.read(str(values[slot])) for slot in self.days & {*values}}
        said = {slot: format_day(day, self.texts.locale) for slot, day in days.items() if day is not None}
        return self.texts(f"phrase.{self.id}", **{**values, **said})


def phrase_texts(unit: Unit, locale: str) -> Texts:
    """phrase.*, decision.* and what else decisions are written with."""
    return texts_of(unit, "phrase_sentences", locale)


def phrases(unit: Unit, kind: str, service_id: str, locale: str) -> tuple[Phrase, ...]:
    """The phrases of a kind that a clerk may use for a service, in file order."""
    return tuple(
        _phrase(unit, each, locale)
        for each in shelf(unit).get("phrases").get("phrases", ())
        if each["kind"] == kind and (each["services"] == "any" or service_id in each["services"])
    )


def phrase(unit: Unit, phrase_id: str, locale: str) -> Phrase | None:
    """One phrase in one language: a decision shows it in two."""
    for each in shelf(unit).get("phrases").get("phrases", ()):
        if each["id"] == phrase_id:
            return _phrase(unit, each, locale)
    return None


def _phrase(unit: Unit, facts: Mapping[str, Any], locale: str) -> Phrase:
    slots = tuple(facts["slots"])
    return Phrase(facts["id"], facts["kind"], facts["variant"], slots, phrase_texts(unit, locale))
