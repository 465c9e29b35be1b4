"""Known findings, in a file: a project may start with debt, and may only get better.

A page that could not be looked at is no debt: what stands there is not known.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from .checks import PAGE
from .finding import Finding
from .fingerprint import Fingerprint, fingerprint, kind_of, pattern


class BadBaseline(Exception):
    """The file is not there or not ours; the message says what to do."""


def mark(finding: Finding, locales: tuple[str, ...]) -> Fingerprint:
    check, criterion, kind, selector = fingerprint(finding, locales)
    return check, criterion, pattern(kind), selector


def counted(findings: Iterable[Finding], locales: tuple[str, ...]) -> Counter[Fingerprint]:
    """How often each stands on one page in one mode, at most: the same one in two modes is one."""
    views: Counter[tuple[Fingerprint, str, str]] = Counter((mark(one, locales), one.page, one.mode) for one in findings)
    most: Counter[Fingerprint] = Counter()
    for (known, _, _), count in views.items():
        most[known] = max(most[known], count)
    return most


@dataclass
class Baseline:
    known: Counter[Fingerprint] = field(default_factory=Counter)
    modes: frozenset[str] = frozenset()  # of the run that wrote it

    @classmethod
    def read(cls, file: Path) -> "Baseline":
        try:
            written = json.loads(file.read_text("utf8"))
            known = {(e["check"], e["criterion"], e["page"], e["selector"]): int(e["count"]) for e in written["known"]
                     if e["check"] != "open"}  # fmt: skip
            return cls(Counter(known), frozenset(written["modes"]))
        except FileNotFoundError as missing:
            raise BadBaseline(f"there is no baseline {file}: write it once with --baseline-start") from missing
        except (ValueError, KeyError, TypeError) as broken:
            raise BadBaseline(f"{file} is no baseline of this gate") from broken

    @classmethod
    def started(cls, findings: Iterable[Finding], modes: Iterable[str], locales: tuple[str, ...]) -> "Baseline":
        return cls(counted((one for one in findings if one.check != "open"), locales), frozenset(modes))

    def write(self, file: Path) -> None:
        names = ("check", "criterion", "page", "selector", "count")
        lines = [json.dumps(dict(zip(names, (*key, self.known[key]), strict=True)), ensure_ascii=False)
                 for key in sorted(self.known)]  # fmt: skip
        entries = ",\n".join(lines)
        file.write_text(f'{{"modes": {json.dumps(sorted(self.modes))},\n"known": [\n{entries}\n]}}\n', "utf8")

    def part(self, findings: Iterable[Finding], locales: tuple[str, ...]) -> tuple[list[Finding], list[Finding]]:
        """(new, known). Where a page has more of one kind than the baseline knows, the last ones are new."""
        new: list[Finding] = []
        known: list[Finding] = []
        seen: defaultdict[tuple[Fingerprint, str, str], int] = defaultdict(int)
        for one in findings:
            key = mark(one, locales)
            seen[key, one.page, one.mode] += 1
            (known if seen[key, one.page, one.mode] <= self.known[key] else new).append(one)
        return new, known

    def mend(
        self,
        findings: Sequence[Finding],
        looked: Iterable[str],
        checks: Iterable[str],
        modes: Iterable[str],
        locales: tuple[str, ...],
    ) -> int:
        """Takes out what was looked for and is gone; how many. What was not looked at stays as it is."""
        unseen = {one.page for one in findings if one.check == "open"}
        kinds = {pattern(kind_of(page, locales)) for page in looked if page not in unseen}
        ran = {"open", *checks}
        if not self.modes <= set(modes):
            ran &= {"open", *PAGE}  # the others may be seen only in modes that were left out
        now = counted(findings, locales)
        mended = 0
        for key in list(self.known):
            gone = self.known[key] - now[key]
            if gone > 0 and key[0] in ran and key[2] in kinds:
                mended += gone
                self.known[key] -= gone
        self.known = +self.known
        return mended
