"""A page for people, which has to pass the gate itself. No script, no filter: it is read from top to bottom."""

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from pathlib import Path

from ..criteria import criteria
from ..finding import Finding
from ..guidance import guidance
from ..version import VERSION
from .report import Fault, Report, counted, faults
from .words import WITHOUT_A_FINDING, no_machine_can_tell

STYLE = (Path(__file__).parent / "page.css").read_text("utf8")
MOST_PLACES, MOST_EXAMPLES = 12, 6  # of one finding; the other formats have them all
# No English: the HTML that is meant, in a line of its own; a quotation; a tag that a sentence names; other letters.
FOREIGN = re.compile(r'(\n.*|"[^"]*"|</?[A-Za-z][^<>]*>|[^\x00-\u024f\u2010-\u203a]{2,})', re.DOTALL)
SHORT = 90  # letters of a heading


def html(report: Report) -> str:
    parts = [("findings", "Findings"), ("looked", "What was looked at"), ("limits", "What no machine can tell")]
    parts += [("known", "Known already")] * bool(report.known)
    parts += [("heard", "What a screen reader said")] * bool(report.transcripts)
    links = "".join(f'<li><a href="#{name}">{title}</a></li>' for name, title in parts)
    title = f"Accessibility of {report.site}"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}: {counted(report.findings, 'finding')}</title>\n"
        f"<style>\n{STYLE}</style>\n</head>\n<body>\n"
        '<a class="skip" href="#content">Skip to the content</a>\n'
        f'<div class="around"><nav aria-label="On this page"><ul>{links}</ul></nav></div>\n'
        f'<main id="content" tabindex="-1">\n<h1>{marked(title)}</h1>\n{summary(report)}\n'
        + "\n".join(section(name, title, report) for name, title in parts)
        + f"\n</main>\n<footer><p>Written by a11y-gate {VERSION}.</p></footer>\n</body>\n</html>\n"
    )


def section(name: str, title: str, report: Report) -> str:
    inner = {"findings": findings, "looked": looked, "limits": limits, "known": known, "heard": heard}[name]
    return (
        f'<section aria-labelledby="{name}">\n<h2 id="{name}">{title}</h2>\n'
        + "\n".join(inner(report))
        + "\n</section>"
    )


def summary(report: Report) -> str:
    day = f'<time datetime="{report.when.isoformat(timespec="minutes")}">{report.when:%-d %B %Y, %H:%M}</time>'
    counts = ", ".join(f"{count} {severity}" for severity, count in report.counts.items() if count)
    said = f"<p>{report.in_one_sentence} {counts + '.' if counts else ''} {day}</p>"
    return f"{said}\n<p><strong>{WITHOUT_A_FINDING}</strong></p>"


def findings(report: Report) -> Iterator[str]:
    if not report.findings:
        yield "<p>Nothing was found.</p>"
    number = 0
    told = sorted(faults(report.findings, report.locales), key=where)
    for place, same in groupby(told, key=where):
        yield f"<h3>{f'Page {named(place)}' if place else 'On several pages'}</h3>"
        for fault in same:
            number += 1
            yield entry(report, fault, number)


def where(fault: Fault) -> str:
    """The page, or nothing where it is more than one: these come first."""
    return fault.kinds[0] if len(fault.kinds) == 1 else ""


def entry(report: Report, fault: Fault, number: int) -> str:
    one = fault.found[0]
    said = guidance(one.check, one.criterion, one.message)
    head = heading(one)
    criterion = criteria().get(one.criterion)
    rows = [elements(fault), ("Seen on", places(fault.found))]
    if criterion:
        name = f"{criterion.number} {criterion.name['en']} (level {criterion.level})"
        rows.append(("Criterion", f'<a href="{criterion.address}">WCAG 2.2: {name}</a>'))
    rows += [("Whom it hurts", marked(said.hurts)), ("How to mend it", marked(said.mend))]
    rows += [("Found by", by(one))]
    listed = "".join(f"<dt>{term}</dt><dd>{meaning}</dd>" for term, meaning in rows)
    picture = report.picture(one)
    shown = f'<img src="{picture}" alt="The element of finding {number}, framed, as it was drawn">' if picture else ""
    return (
        f'<article class="finding {fault.severity}" aria-labelledby="finding-{number}">'
        f'<h4 id="finding-{number}">{number}. {marked(head)} ({fault.severity})</h4>'
        f"{f'<p>{marked(one.message)}</p>' * (one.message != head)}<dl>{listed}</dl>{shown}</article>"
    )


def heading(one: Finding) -> str:
    """So much of the message that it is found again; of a rule its name and what it asks for."""
    first = one.message.partition("\n")[0]
    return in_short(": ".join(first.split(": ")[:2]) if one.rule else first)


def in_short(first: str) -> str:
    """Cut off between two words; a quotation that is cut off ends too."""
    if len(first) <= SHORT:
        return first
    cut = first[:SHORT].rpartition(" ")[0] or first[:SHORT]
    return f"{cut.rstrip(' :;,.')}…" + '"' * (cut.count('"') % 2)


def by(one: Finding) -> str:
    """The check; where somebody else tells more of its rule, a link to that."""
    if not one.rule:
        return f"the check {code(one.check)}"
    name = one.message.partition(":")[0]
    return f'the check {code(one.check)}: <a href="{escape(one.rule)}">what the rule {escape(name)} asks for</a>'


def elements(fault: Fault) -> tuple[str, str]:
    """The one element, or how many there are and the first of them."""
    different = list({one.selector: one for one in reversed(fault.examples)}.values())[::-1]
    if len(different) == 1:
        return "Element", code(different[0].selector)
    rows = [f"<li>{code(one.selector)}, {marked(one.message)}</li>" for one in different[:MOST_EXAMPLES]]
    return "Elements", f"<p>{fault.how_often}. Some of them:</p><ul>{''.join(rows)}</ul>"


def places(same: Sequence[Finding]) -> str:
    by_page: dict[str, list[str]] = {}
    for one in same:
        modes = by_page.setdefault(one.page, [])
        if one.mode and one.mode not in modes:
            modes.append(one.mode)
    rows = [f"<li>{named(page)}{': ' + '; '.join(modes) if modes else ''}</li>" for page, modes in by_page.items()]
    more = len(rows) - MOST_PLACES
    return f"<ul>{''.join(rows[:MOST_PLACES])}{f'<li>and on {more} more pages</li>' if more > 0 else ''}</ul>"


def looked(report: Report) -> Iterator[str]:
    checks = ", ".join(map(escape, report.checks))
    yield f"<p>{counted(report.pages, 'page')}, with these checks: {checks}.</p>"
    yield f"<p>Modes: {escape('; '.join(report.modes))}.</p>"
    if report.level != "AAA":
        yield f"<p>Only what WCAG asks for up to level {report.level}. Level AAA was left out.</p>"
    if report.without_picture:
        kept = f"{counted(report.pictures, 'picture')} {'was' if len(report.pictures) == 1 else 'were'} kept"
        yield f"<p>{kept}, and {report.without_picture} more findings would have had one.</p>"
    rows = "".join(f"<li>{named(page)}{stops(report, page)}</li>" for page in report.pages)
    yield f"<details><summary>All pages that were looked at</summary><ol>{rows}</ol></details>"


def stops(report: Report, page: str) -> str:
    count = report.stops.get(page)
    return f", {count} {'stop' if count == 1 else 'stops'} by keyboard" if count else ""


def limits(report: Report) -> Iterator[str]:
    yield f"<p>{WITHOUT_A_FINDING} No machine can tell:</p>"
    yield f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in no_machine_can_tell(report))}</ul>"


def known(report: Report) -> Iterator[str]:
    yield "<p>These were there when the baseline was written. They are debts, not permissions.</p>"
    yield f"<ul>{''.join(map(debt, faults(report.known, report.locales)))}</ul>"


def debt(fault: Fault) -> str:
    one, more = fault.found[0], len(fault.examples) - 1
    name = " ".join(filter(None, (one.check, one.criterion)))
    return f"<li>{name}: {named(one.page)}, {code(one.selector)}{f', and {more} more like it' if more else ''}</li>"


def heard(report: Report) -> Iterator[str]:
    yield "<p>Orca is one reader on one system. What another reader says may differ.</p>"
    for title, said in report.transcripts:
        yield f'<h3>{marked(title)}</h3>\n<pre translate="no" dir="auto">{escape(said)}</pre>'


def code(text: str) -> str:
    return f"<code>{escape(text)}</code>"


def named(page: str) -> str:
    """A page, and the state in which it was."""
    path, _, state = page.partition(" ")
    return code(path) + (f", state: {escape(state)}" if state else "")


def marked(text: str) -> str:
    """What is quoted from a page keeps its own direction, and nobody takes it for English."""
    parts = FOREIGN.split(text)
    return "".join(quoted(part) if turn % 2 else escape(part) for turn, part in enumerate(parts))


def quoted(part: str) -> str:
    space = " " if part.startswith("\n") else ""
    return space + code(part.strip()) if part.startswith(("<", "\n")) else f"<bdi>{escape(part)}</bdi>"
