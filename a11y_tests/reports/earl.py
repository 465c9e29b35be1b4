"""EARL, the W3C's vocabulary for results of tests, as JSON-LD.

A finding is an assertion that a criterion failed. That a check found nothing is an assertion about the check alone:
no machine can say that a criterion is met.
"""

import json
from typing import Any
from urllib.parse import quote, urljoin

from ..criteria import criteria
from ..finding import Finding
from ..version import VERSION
from .report import Report

CONTEXT = {
    "earl": "http://www.w3.org/ns/earl#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "ptr": "http://www.w3.org/2009/pointers#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "WCAG": "https://www.w3.org/TR/WCAG22/#",
    "check": "urn:a11y-gate:check:",
    "assertedBy": {"@id": "earl:assertedBy", "@type": "@id"},
    "subject": {"@id": "earl:subject", "@type": "@id"},
    "test": {"@id": "earl:test", "@type": "@id"},
    "mode": {"@id": "earl:mode", "@type": "@id"},
    "outcome": {"@id": "earl:outcome", "@type": "@id"},
    "result": "earl:result",
    "pointer": "earl:pointer",
    "info": "earl:info",
    "title": "dct:title",
    "date": {"@id": "dct:date", "@type": "xsd:dateTime"},
    "isPartOf": {"@id": "dct:isPartOf", "@type": "@id"},
}
US = "urn:a11y-gate"


def earl(report: Report) -> str:
    found = [*report.findings, *report.known]
    places = list(dict.fromkeys([*report.pages, *(one.page for one in found)]))
    failed = {(one.page, one.check) for one in found}
    unseen = {one.page for one in found if one.check == "open"}
    graph: list[dict[str, Any]] = [
        {"@id": US, "@type": "earl:Software", "title": "a11y-gate", "dct:hasVersion": VERSION}
    ]
    graph += [
        {"@id": address(report, page), "@type": ["earl:TestSubject", "foaf:Document"], "title": page} for page in places
    ]
    graph += [
        {"@id": f"WCAG:{criterion.slug}", "@type": "earl:TestRequirement", "title": f"{number} {criterion.name['en']}"}
        for number, criterion in criteria().items()
        if any(one.criterion == number for one in found)
    ]
    graph += [{"@id": f"check:{check}", "@type": "earl:TestCase", "title": check} for check in tests(report, found)]
    graph += [assertion(report, one.page, test(one), failure(report, one)) for one in found]
    graph += [
        assertion(report, page, f"check:{check}", {"@type": "earl:TestResult", "outcome": "earl:passed"})
        for page in report.pages
        for check in report.checks
        if (page, check) not in failed and page not in unseen
    ]
    return json.dumps({"@context": CONTEXT, "@graph": graph}, indent=1, ensure_ascii=False) + "\n"


def tests(report: Report, found: list[Finding]) -> list[str]:
    return list(dict.fromkeys([*report.checks, *(one.check for one in found)]))


def address(report: Report, page: str) -> str:
    """Of the page; a state of it that has no address of its own is a part that is named."""
    path, _, state = page.partition(" ")
    whole = quote(urljoin(report.site, path), safe=":/?#[]@!$&'()*+,;=%")
    return f"{whole}#{quote(state)}" if state else whole


def test(finding: Finding) -> str:
    criterion = criteria().get(finding.criterion)
    return f"WCAG:{criterion.slug}" if criterion else f"check:{finding.check}"


def failure(report: Report, finding: Finding) -> dict[str, Any]:
    return {
        "@type": "earl:TestResult",
        "outcome": "earl:failed",
        "date": report.when.isoformat(timespec="seconds"),
        "info": f"{finding.check} [{finding.mode}]: {finding.in_one_line}",
        "pointer": {"@type": "ptr:CSSSelectorPointer", "ptr:expression": finding.selector},
    }


def assertion(report: Report, page: str, test: str, result: dict[str, Any]) -> dict[str, Any]:
    return {
        "@type": "earl:Assertion",
        "assertedBy": US,
        "subject": address(report, page),
        "test": test,
        "mode": "earl:automatic",
        "result": result,
    }
