from dataclasses import asdict, dataclass
from typing import Literal

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
    message: str
    severity: Severity = "serious"

    def at_least(self, severity: Severity) -> bool:
        return SEVERITIES.index(self.severity) >= SEVERITIES.index(severity)

    def as_dict(self) -> dict[str, str]:
        return asdict(self)

    def __str__(self) -> str:
        criterion = f" (WCAG {self.criterion})" if self.criterion else ""
        return f"{self.page} [{self.mode}] {self.check}{criterion}, {self.severity}: {self.selector}: {self.message}"
