from collections import Counter
from collections.abc import Mapping, Sequence, Sized
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property

from ..finding import SEVERITIES, Finding, Level, Severity
from ..fingerprint import Fingerprint, alike, kind_of


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
    without_picture: int = 0  # faults that have none, because there were enough
    level: Level = "AAA"  # of WCAG; what only a higher one asks for is left out
    stops: Mapping[str, int] = field(default_factory=dict)  # of the keyboard, by page, where it was walked through
    transcripts: Sequence[tuple[str, str]] = ()  # title, and what a screen reader said

    def picture(self, finding: Finding) -> str:
        return self.pictures.get(alike(finding), "")

    @property
    def counts(self) -> dict[str, int]:
        """By severity, the worst first."""
        counted = Counter(finding.severity for finding in self.findings)
        return {severity: counted[severity] for severity in reversed(SEVERITIES)}

    @property
    def in_one_sentence(self) -> str:
        said = f"{counted(self.pages, 'page')} looked at, {counted(self.findings, 'finding')}"
        if len(different := faults(self.findings)) < len(self.findings):
            said += f" ({len(different)} different)"
        if self.known or self.mended:
            said += f", {len(self.known)} known, {self.mended} mended"
        return said + "."


def counted(things: Sized, name: str) -> str:
    return f"{len(things)} {name}{'' if len(things) == 1 else 's'}"


@dataclass(frozen=True)
class Fault:
    """Findings that are alike: one mistake in several languages and modes, on several pages, of several elements."""

    found: Sequence[Finding]
    locales: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        return max((one.severity for one in self.found), key=SEVERITIES.index)

    @cached_property
    def examples(self) -> list[Finding]:
        """One of each place, those on the first page before the others."""
        return list({(one.page, one.selector): one for one in reversed(self.found)}.values())[::-1]

    @cached_property
    def kinds(self) -> list[str]:
        """The pages on which it was seen, without their language."""
        return list(dict.fromkeys(kind_of(one.page, self.locales) for one in self.found))

    @property
    def how_often(self) -> str:
        """Empty for a single place."""
        if len(self.examples) == 1:
            return ""
        pages, modes = {one.page for one in self.found}, {one.mode for one in self.found}
        where = f"{counted(self.examples, 'place')} on {counted([*pages], 'page')}"
        return f"{where}, in {counted([*modes], 'mode')}"

    def modes(self, place: Finding) -> str:
        """In which the same is there."""
        same = (one for one in self.found if (one.page, one.selector) == (place.page, place.selector))
        return "; ".join(dict.fromkeys(one.mode for one in same if one.mode))


def faults(findings: Sequence[Finding], locales: tuple[str, ...] = ()) -> list[Fault]:
    """The worst come first, and of these what stands on the most pages."""
    groups: dict[Fingerprint, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(alike(finding), []).append(finding)
    told = [Fault(group, locales) for group in groups.values()]
    return sorted(told, key=lambda fault: (-SEVERITIES.index(fault.severity), -len(fault.kinds)))
