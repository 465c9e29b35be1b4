"""What was pressed and what was heard, so that people can read it."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Moment:
    """One thing that the person did, and all that was said until it was quiet again."""

    did: str
    heard: tuple[str, ...]

    def __str__(self) -> str:
        return "\n".join((f"[{self.did}]", *(f"    {line}" for line in self.heard)))

    def said(self, words: str) -> bool:
        return words.casefold() in " ".join(self.heard).casefold()


@dataclass
class Transcript:
    moments: list[Moment] = field(default_factory=list)
    presses: int = 0

    def add(self, did: str, heard: Iterable[str], presses: int = 0) -> Moment:
        moment = Moment(did, tuple(heard))
        self.moments.append(moment)
        self.presses += presses
        return moment

    def also(self, heard: Iterable[str]) -> None:
        """What came late still belongs to what was done last."""
        last = self.moments[-1]
        self.moments[-1] = Moment(last.did, (*last.heard, *heard))

    def __str__(self) -> str:
        return "\n".join(map(str, self.moments)) + "\n"
