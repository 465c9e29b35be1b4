from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from ..finding import SEVERITIES, Finding
from ..fingerprint import Fingerprint, fingerprint


@dataclass(frozen=True)
class Report:
    """One run: what was looked at, and what was found."""

    site: str
    when: datetime
    pages: Sequence[str]
    checks: Sequence[str]
    modes: Sequence[str]
    findings: Sequence[Finding]  # those that count: all, or without the known ones where there is a baseline
    known: Sequence[Finding] = ()  # in the baseline
    mended: int = 0  # were in the baseline and are gone
    locales: tuple[str, ...] = ()
    pictures: Mapping[Fingerprint, str] = field(default_factory=dict)  # as addresses of data
    transcripts: Sequence[tuple[str, str]] = ()  # title, and what a screen reader said

    def picture(self, finding: Finding) -> str:
        return self.pictures.get(fingerprint(finding, self.locales), "")

    @property
    def counts(self) -> dict[str, int]:
        """By severity, the worst first."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in reversed(SEVERITIES)}

    @property
    def in_one_sentence(self) -> str:
        said = f"{counted(self.pages, 'page')} looked at, {counted(self.findings, 'finding')}"
        if self.known or self.mended:
            said += f", {len(self.known)} known, {self.mended} mended"
        return said + "."


def counted(things: Sequence[object], name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


def one_of_each(findings: Sequence[Finding], locales: tuple[str, ...]) -> list[list[Finding]]:
    """The same mistake in several languages and modes is one mistake; the worst come first."""
    groups: dict[Fingerprint, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(fingerprint(finding, locales), []).append(finding)
    return sorted(groups.values(), key=lambda group: -max(SEVERITIES.index(one.severity) for one in group))
