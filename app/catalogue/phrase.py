"""A reason that offices use again and again, in one language."""

from dataclasses import dataclass

from app.catalogue.text import Text, Texts
from app.kit import written_days
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
