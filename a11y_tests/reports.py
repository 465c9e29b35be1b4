"""Writers of what was found: for people, for CI servers, for programs."""

import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

from .finding import Finding


def text(findings: Sequence[Finding], pages: Sequence[str]) -> str:
    by_page: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_page[finding.page].append(finding)
    lines: list[str] = []
    for page, found in by_page.items():
        lines.append(page)
        for one in found:
            where = f"WCAG {one.criterion}, " if one.criterion else ""
            lines.append(f"  {one.severity}: {one.check} ({where}{one.mode}): {one.selector}\n    {one.message}")
    lines.append(f"{len(pages)} pages looked at, {len(findings)} findings.")
    return "\n".join(lines) + "\n"


def as_json(findings: Sequence[Finding], pages: Sequence[str]) -> str:
    return json.dumps({"pages": list(pages), "findings": [one.as_dict() for one in findings]}, indent=1) + "\n"


def junit(findings: Sequence[Finding], pages: Sequence[str]) -> str:
    """A test case a page; a page without findings is a case that passed."""
    suite = ElementTree.Element("testsuite", name="accessibility", tests=str(len(pages)))
    failed = 0
    for page in pages:
        case = ElementTree.SubElement(suite, "testcase", classname="a11y_tests", name=page)
        found = [one for one in findings if one.page == page]
        failed += bool(found)
        if found:
            failure = ElementTree.SubElement(case, "failure", message=f"{len(found)} findings")
            failure.text = "\n".join(map(str, found))
    suite.set("failures", str(failed))
    return ElementTree.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


WRITERS = {"text": (text, "findings.txt"), "json": (as_json, "findings.json"), "junit": (junit, "junit.xml")}


def write(formats: Sequence[str], folder: Path, findings: Sequence[Finding], pages: Sequence[str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for format in formats:
        writer, file = WRITERS[format]
        (folder / file).write_text(writer(findings, pages), encoding="utf8")
