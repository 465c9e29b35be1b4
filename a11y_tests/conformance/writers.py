"""The report for people (text, HTML) and for programs (JSON, EARL)."""

import json
from collections.abc import Iterator
from html import escape
from pathlib import Path

from .evidence import LOOKS_IN_MODES
from .extent import Table, checks, code, days, modes, places
from .report import Report, counted

PARSING = "https://www.w3.org/TR/WCAG21/#parsing"  # has left WCAG 2.2
EARL = {
    "supports": "passed",
    "partially supports": "failed",
    "does not support": "failed",
    "not applicable": "inapplicable",
    "not tested": "untested",
}


def write(report: Report, folder: Path, title: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, writer in {"matrix.md": text, "matrix.html": html, "matrix.json": as_json, "earl.json": earl}.items():
        (folder / name).write_text(writer(report, title), "utf8")


def sections(report: Report) -> Iterator[tuple[str, list[str], Table | None]]:
    """Heading, paragraphs and table of each section."""
    evidence = report.evidence
    tools = ", ".join(f"{name} {version}" for name, version in evidence.tools.items())
    yield (
        "What was done",
        [
            f"{days(evidence)} programs looked at {evidence.pages} pages in {evidence.views} views (a page"
            f" in one state), in {len(evidence.locales)} languages ({', '.join(evidence.locales)}), with {tools}. A"
            " page counts once, in however many languages and modes it was looked at.",
            *code(evidence),
            "Modes take turns from view to view. What presses, points or photographs looks at the parts of a view that"
            " are new, so it ran on fewer views. “All” is said of a check that ran on every state that is known, in"
            " each language, and in each of the modes where the mode matters.",
            *report.notes,
            f"{report.people} results of people count on that day."
            if report.people
            else "No person has tested this yet. The procedures are in a11y_tests/manual.",
        ],
        checks(evidence),
    )
    yield (
        "Modes",
        [
            "A mode is a way of looking at a page: how wide, how large and in which colours. This is how many of the"
            f" {len(LOOKS_IN_MODES & evidence.checks.keys())} checks that do not say the same in all modes have looked"
            " in each. Which they were stands in the evidence, under “checks”.",
        ],
        modes(evidence),
    )
    yield "Pages and states", [], places(evidence)
    yield (
        "How to read this",
        [
            "“supports” is said only where nothing is left to be tested. “not tested, clean in part” means that a test"
            " ran and found nothing, and that it did not see every state in every mode, or that people still have to"
            " try the rest. A check that did not run is “not tested”. A finding makes it “partially supports”, or “does"
            " not support” when it stands on each page.",
        ],
        None,
    )
    for level in ("A", "AA", "AAA"):
        rows = [row for number, row in report.rows.items() if row.criterion.level == level and number != "4.1.1"]
        table = [
            [
                f"{row.criterion.number} {row.criterion.name['en']}",
                row.result + (", clean in part" if row.in_part else "") + ("" if row.claimed else ", nothing promised"),
                "; ".join(f"{part.by}{' ' * bool(part.name)}{part.name}: {part.evidence}" for part in row.parts) or "–",
                row.reason or row.remains or "–",
            ]
            for row in rows
        ]
        columns = ["Criterion", "Result", "Evidence", "What remains, or why not"]
        yield f"WCAG 2.2, level {level}", [f"{len(rows)} criteria: {counted(rows)}."], (columns, table)
    for standard in report.standards[1:]:
        counts = ", ".join(f"{count} {result}" for result, count in standard.counts.items() if count)
        said = "Conformance is shown." if standard.conforms else "Conformance is not shown."
        lines = [[one.id, one.name, one.result, one.reason or "–"] for one in standard.clauses]
        yield standard.name, [f"{len(lines)} clauses: {counts}. {said}"], (["Clause", "Name", "Result", "From"], lines)


def text(report: Report, title: str) -> str:
    lines = [f"# {title}", ""]
    for heading, paragraphs, table in sections(report):
        lines += [f"## {heading}", ""]
        for paragraph in paragraphs:
            lines += [paragraph, ""]
        if table:
            columns, rows = table
            lines += [line(columns), line(["---"] * len(columns)), *map(line, rows), ""]
    return "\n".join(lines)


def line(cells: list[str]) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def html(report: Report, title: str) -> str:
    parts = []
    for number, (heading, paragraphs, table) in enumerate(sections(report)):
        parts.append(f'<h2 id="part-{number}">{escape(heading)}</h2>')
        parts += [f"<p>{escape(paragraph)}</p>" for paragraph in paragraphs]
        if table:
            columns, rows = table
            head = "".join(f'<th scope="col">{escape(column)}</th>' for column in columns)
            body = "".join(row_of(row) for row in rows)
            parts.append(
                f'<div class="wide" role="region" tabindex="0" aria-labelledby="part-{number}">'
                f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
            )
    style = (
        ":root{color-scheme:light dark}body{font:1.1rem/1.6 sans-serif;margin:1rem auto;max-width:80rem;padding:0 1rem}"
        ".wide{overflow-x:auto}:focus-visible{outline:3px solid CanvasText;outline-offset:3px}"
        "table{border-collapse:collapse}td,th{border:1px solid;padding:.4rem;text-align:start;vertical-align:top}"
    )
    return (
        f'<!doctype html>\n<html lang="en">\n<head><meta charset="utf-8"><title>{escape(title)}</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{style}</style></head>\n'
        f"<body><main><h1>{escape(title)}</h1>\n" + "\n".join(parts) + "\n</main></body></html>\n"
    )


def row_of(cells: list[str]) -> str:
    head, *rest = map(escape, cells)
    return f'<tr><th scope="row">{head}</th>' + "".join(f"<td>{cell}</td>" for cell in rest) + "</tr>\n"


def as_json(report: Report, title: str) -> str:
    return json.dumps({"title": title, **report.as_dict()}, ensure_ascii=False, indent=1) + "\n"


def earl(report: Report, title: str) -> str:
    """https://www.w3.org/TR/EARL10-Schema/ : an assertion for each criterion and each way it was tested."""
    assertions, day = [], report.evidence.day.isoformat()
    for row in report.rows.values():
        for by, name, result in [*((part.by, part.name, part.result) for part in row.parts), ("", "", row.result)]:
            mode = {"machine": "automatic", "journey": "semiAuto", "person": "manual"}.get(by, "unknownMode")
            outcome = "cantTell" if not by and row.in_part else EARL[result]
            assertions.append(
                {
                    "@type": "Assertion",
                    "test": row.criterion.address if row.criterion.slug else PARSING,
                    "subject": "#subject",
                    "assertedBy": f"#{by}-{name}" if by else "#gate",
                    "mode": f"earl:{mode}",
                    "result": {"@type": "TestResult", "outcome": f"earl:{outcome}", "date": day},
                }
            )
    graph = [
        {"@id": "#subject", "@type": "TestSubject", "dct:title": title},
        {"@id": "#gate", "@type": ["Assertor", "Software"], "dct:title": "ventanilla-gate"},
        *(
            {"@id": f"#{by}-{name}", "@type": "Assertor", "dct:title": f"{by} {name}".strip()}
            for by, name in sorted({(part.by, part.name) for row in report.rows.values() for part in row.parts})
        ),
        *assertions,
    ]
    context = {"@vocab": "http://www.w3.org/ns/earl#", "earl": "http://www.w3.org/ns/earl#", "dct": "http://purl.org/dc/terms/",
               "test": {"@type": "@id"}, "subject": {"@type": "@id"}, "assertedBy": {"@type": "@id"},
               "mode": {"@type": "@id"}, "outcome": {"@type": "@id"}, "date": "dct:date"}  # fmt: skip
    return json.dumps({"@context": context, "@graph": graph}, ensure_ascii=False, indent=1) + "\n"
