from dataclasses import asdict, dataclass
from typing import Literal

from .criteria import criteria

Level = Literal["A", "AA", "AAA"]
LEVELS: tuple[Level, ...] = ("A", "AA", "AAA")
Severity = Literal["minor", "moderate", "serious", "critical"]
SEVERITIES: tuple[Severity, ...] = ("minor", "moderate", "serious", "critical")


@dataclass(frozen=True)
class Finding:
    """One thing in somebody's way: where it stands, which criterion of WCAG 2.2 it meets, and what to do."""

    check: str
    criterion: str  # "1.4.6", or "" where no criterion of WCAG asks for it
    page: str
    mode: str
    selector: str
    message: str  # what is wrong; then, in a line of its own, the HTML that is meant, if any
    severity: Severity = "serious"
    rule: str = ""  # where more is said of the rule behind it

    def at_least(self, severity: Severity) -> bool:
        return SEVERITIES.index(self.severity) >= SEVERITIES.index(severity)

    def within(self, level: Level) -> bool:
        """Asked for by WCAG up to this level, or by something else than WCAG."""
        asked = criteria().get(self.criterion)
        return asked is None or LEVELS.index(asked.level) <= LEVELS.index(level)

    @property
    def in_one_line(self) -> str:
        return " ".join(self.message.split())

    def as_dict(self) -> dict[str, str]:
        return asdict(self)

    def __str__(self) -> str:
        criterion = f" (WCAG {self.criterion})" if self.criterion else ""
        return (
            f"{self.page} [{self.mode}] {self.check}{criterion}, {self.severity}: {self.selector}: {self.in_one_line}"
        )
