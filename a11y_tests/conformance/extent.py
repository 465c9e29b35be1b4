"""How much was looked at, and how much of what there is: in words and tables of the report."""

from dataclasses import replace

from ..modes import ALL, COLOURS, SIZES
from .evidence import LOOKS_IN_MODES, Evidence

Table = tuple[list[str], list[list[str]]]
PAINTED = ["light", "dark", "more contrast", "forced colours"]
"""The names of COLOURS."""


def days(evidence: Evidence) -> str:
    if not evidence.since:
        return f"On {evidence.day.isoformat()}"
    return f"From {evidence.since.isoformat()} to {evidence.day.isoformat()}, in several runs,"


def code(evidence: Evidence) -> list[str]:
    """Which state of the product was looked at, where somebody knows."""
    if not evidence.code:
        return []
    said = f"The product was that of {', '.join(evidence.code)}."
    if len(evidence.code) > 1:
        said += " What was looked at in one of these states can have changed since."
    return [said + " A “+” means changes that are in no commit." * any("+" in one for one in evidence.code)]


def checks(evidence: Evidence) -> Table:
    return (
        ["Check", "Pages", "Views", "Languages", "Of what there is", "Modes"],
        [
            [
                name,
                str(ran.pages),
                str(ran.views),
                ", ".join(ran.locales),
                "all" if ran.whole else "a part",
                f"{len(ran.modes)} of {len(ALL)}" if name in LOOKS_IN_MODES else "the same in all",
            ]
            for name, ran in evidence.checks.items()
        ],
    )


def modes(evidence: Evidence) -> Table:
    """By size, with and without scripts, and by colours: how many of the checks that depend on it looked so."""
    looked = [set(ran.modes) for name, ran in evidence.checks.items() if name in LOOKS_IN_MODES]
    rows = []
    for scripts in (True, False):
        for size in SIZES:
            row = [replace(size, scripts=scripts).name.replace(", light", "")]
            for by in COLOURS:
                one = replace(
                    by, width=size.width, zoom=size.zoom, text=size.text, spacing=size.spacing, scripts=scripts
                )
                row.append(str(sum(one.name in names for names in looked) or "–"))
            rows.append(row)
    return ["Width and size", *PAINTED], rows


def places(evidence: Evidence) -> Table:
    rows = []
    for at in sorted({*evidence.seen, *evidence.missing}):
        lacking = evidence.lacking.get(at, {}).items()
        rest = [
            *evidence.missing.get(at, ()),
            *(f"{state} (not in {', '.join(locales)})" for state, locales in lacking),
        ]
        rows.append([at, ", ".join(evidence.seen.get(at, ())) or "–", "; ".join(rest) or "–"])
    return ["Address", "Looked at", "Not looked at"], rows
