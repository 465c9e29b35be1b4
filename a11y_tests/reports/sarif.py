"""SARIF 2.1.0, which code hosts show beside the code."""

import hashlib
import json
from typing import Any
from urllib.parse import quote

from ..criteria import criteria
from ..finding import Finding
from ..fingerprint import fingerprint
from ..guidance import guidance
from ..version import VERSION
from .earl import address
from .report import Report

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
LEVEL = {"critical": "error", "serious": "error", "moderate": "warning", "minor": "note"}


def sarif(report: Report) -> str:
    every = [*report.findings, *report.known]
    rules = {rule_id(one): rule(one) for one in every}
    order = list(rules)
    driver = {"name": "a11y-gate", "version": VERSION, "semanticVersion": VERSION, "rules": list(rules.values())}
    new = "new" if report.known or report.mended else "none"
    results = [result(report, one, order, new) for one in report.findings]
    results += [result(report, one, order, "unchanged") for one in report.known]
    run = {
        "tool": {"driver": driver},
        "invocations": [
            {"executionSuccessful": bool(report.pages), "endTimeUtc": report.when.strftime("%Y-%m-%dT%H:%M:%SZ")}
        ],
        "columnKind": "utf16CodeUnits",
        "results": results,
        "properties": {"checks": list(report.checks), "modes": list(report.modes), "pages": list(report.pages)},
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1, ensure_ascii=False) + "\n"


def rule_id(finding: Finding) -> str:
    return "/".join(filter(None, [finding.check, finding.criterion]))


def rule(finding: Finding) -> dict[str, Any]:
    said = guidance(finding.check, finding.criterion)
    written: dict[str, Any] = {"id": rule_id(finding), "name": finding.check, "properties": {"tags": ["accessibility"]}}
    name = finding.check
    if criterion := criteria().get(finding.criterion):
        name = f"{finding.check}: {criterion.number} {criterion.name['en']} ({criterion.level})"
        written["helpUri"] = criterion.address
        written["properties"]["tags"].append(f"WCAG {criterion.number}")
    return written | {"shortDescription": {"text": name}, "help": {"text": f"{said.hurts}\n\n{said.mend}"}}


def result(report: Report, finding: Finding, order: list[str], state: str) -> dict[str, Any]:
    _, _, name = finding.page.partition(" ")
    where = address(report, finding.page)
    written: dict[str, Any] = {
        "ruleId": rule_id(finding),
        "ruleIndex": order.index(rule_id(finding)),
        "level": LEVEL[finding.severity],
        "message": {"text": f"{where} {finding.selector}: {finding.message}"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": file(finding.page)},
                    "region": {"startLine": 1},
                },
                "logicalLocations": [{"fullyQualifiedName": finding.selector, "kind": "element"}],
            }
        ],
        "partialFingerprints": {"accessibility/v1": mark(finding, report.locales)},
        "properties": {"address": where, "mode": finding.mode, "state": name, "severity": finding.severity},
    }
    return written if state == "none" else written | {"baselineState": state}


def file(page: str) -> str:
    """A name for the page as a file: hosts of code refuse what is no relative address, and show it beside the code."""
    path = page.partition(" ")[0].partition("?")[0].lstrip("/")
    name = f"{path}index.html" if path.endswith("/") or not path else path
    return quote(name, safe="/%")


def mark(finding: Finding, locales: tuple[str, ...]) -> str:
    return hashlib.sha256("\n".join(fingerprint(finding, locales)).encode()).hexdigest()
