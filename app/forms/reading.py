"""Reading what a browser sent for one field: what was meant, what is wrong, and what was typed, to show it again."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, NamedTuple, Protocol
from unicodedata import category
from uuid import UUID

Raw = Mapping[str, Sequence[str]]
Typed = Mapping[str, tuple[str, ...]]
Lookup = Mapping[str, Mapping[str, str]]
"""The rows of a table by the value of its key column."""

LINE = 200
"""Characters a line may have where the field says nothing else."""
SHOWN = 20_000
"""Characters of an answer that are shown again; more is nobody's work."""
_NO_CHARACTERS = frozenset(
    [0xFFFD, *range(0xFDD0, 0xFDF0), *(plane * 0x10000 + low for plane in range(17) for low in (0xFFFE, 0xFFFF))]
)


EACH = "each"
"""The name of a problem that is several: each has its own sentence, one after the other."""


class Problem(NamedTuple):
    """An error by name, with the values its sentence may use; `also` are other inputs that are part of it."""

    name: str
    values: Mapping[str, Any] = {}
    also: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """`answer` is what to store (None: left empty, or wrong); `errors` are by HTML name, the input to go to."""

    answer: Any
    errors: Mapping[str, Problem]
    typed: Typed

    @property
    def is_good(self) -> bool:
        return not self.errors


class Received(Protocol):
    """A file that has arrived; `type` by its content, "" when it is none that a town takes."""

    @property
    def id(self) -> UUID: ...
    @property
    def name(self) -> str: ...
    @property
    def type(self) -> str: ...
    @property
    def size(self) -> int: ...
    @property
    def sha256(self) -> str: ...


@dataclass(frozen=True)
class Around:
    """What is around a question: the day and language, what the town knows, the answers so far.

    `tables` are the service's by id, `closed` the days on which nobody works, `answers` those of the draft.
    """

    today: date
    locale: str = "en"
    region: str = "ES"
    town_names: tuple[str, ...] = ()
    postcodes: Collection[str] = frozenset()
    identifiers: tuple[str, ...] = ()
    tables: Mapping[str, Lookup] = field(default_factory=dict)
    closed: Collection[date] = frozenset()
    answers: Mapping[str, Any] = field(default_factory=dict)


class Reading:
    """Collects what one field got. A part that is wrong reads as None: its error is noted already."""

    def __init__(self, raw: Raw) -> None:
        self.raw = raw
        self.errors: dict[str, Problem] = {}
        self.typed: dict[str, tuple[str, ...]] = {}

    def wrong(self, name: str, problem: str, also: tuple[str, ...] = (), **values: Any) -> None:
        self.errors.setdefault(name, Problem(problem, values, also))

    def one(self, name: str, most: int = LINE, lines: bool = False) -> str | None:
        """The one text of an input, trimmed at its ends and otherwise as it was typed; "" when there is none."""
        values = self._keep(name)
        if len(values) > 1:
            self.wrong(name, "repeated")
            return None
        text = values[0] if values else ""
        if len(text) > 4 * most + SHOWN:
            self.wrong(name, "too_long", max=most)
            return None
        text = (text.replace("\r\n", "\n").replace("\r", "\n") if lines else text).strip()
        if not is_readable(text, lines):
            self.wrong(name, "characters")
            return None
        if len(text) > most:
            self.wrong(name, "too_long", max=most, over=len(text) - most)
            return None
        return text

    def several(self, name: str, most: int = 100) -> list[str] | None:
        """All values of an input, each once, in order."""
        values = self._keep(name, most)
        if len(values) > most or any(len(value) > LINE or not is_readable(value) for value in values):
            self.wrong(name, "characters")
            return None
        return list(dict.fromkeys(value for value in values if value))

    def is_ticked(self, name: str) -> bool:
        return any(self._keep(name))

    def outcome(self, answer: Any) -> Outcome:
        return Outcome(None if self.errors else answer, self.errors, self.typed)

    def _keep(self, name: str, most: int = 20) -> Sequence[str]:
        values = self.raw.get(name, ())
        self.typed[name] = tuple(showable(value) for value in values[:most])
        return values


def is_readable(text: str, lines: bool = False) -> bool:
    """No control characters, lone surrogates, noncharacters or marks of bytes that were no text; line breaks where
    lines are meant. Private and very new code points stay: rare Han characters of names live there."""
    return all((lines and c in "\n\t") or _is_letter(c) for c in text)


def showable(text: str) -> str:
    """What was typed, fit for a page: unreadable characters become a mark, and it ends somewhere."""
    return "".join(c if c in "\n\t\r" or _is_letter(c) else "�" for c in text[:SHOWN])


def _is_letter(c: str) -> bool:
    return category(c) not in ("Cc", "Cs") and ord(c) not in _NO_CHARACTERS
