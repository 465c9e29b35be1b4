"""The page of the report: each finding is found by its heading, and says who is hurt and how it is mended."""

import re
from dataclasses import replace

import pytest

from a11y_tests.checks import EVERY
from a11y_tests.finding import Finding
from a11y_tests.fingerprint import alike
from a11y_tests.modes import PLAIN, Mode
from a11y_tests.reports.html import in_short
from a11y_tests.tests.conftest import Look
from a11y_tests.tests.test_reports import CLEAN, written

UNTITLED = Finding(
    "axe",
    "2.4.2",
    "/en/fees",
    "1280, light",
    "html",
    "document-title: Documents must have <title> element to aid in navigation: Document does not have a non-empty "
    '<title> element\n<html lang="en">',
    rule="https://dequeuniversity.com/rules/axe/4.14/document-title",
)
CLOSED = [
    Finding("open", "", f"/{status}", "", "html", f"the server answers {status}", "critical") for status in (404, 500)
]
STRANGE = replace(CLEAN, findings=[UNTITLED, *CLOSED], without_picture=3, level="AA")


def test_html_marks_a_tag_as_such_and_not_the_words_after_it() -> None:
    page = written("html", STRANGE)
    assert "must have <code>&lt;title&gt;</code> element to aid in navigation:" in page
    assert "element <code>&lt;html lang=&quot;en&quot;&gt;</code></p>" in page


def test_each_heading_says_what_was_found() -> None:
    heads = re.findall(r"<h4[^>]*>(.*?)</h4>", written("html", STRANGE))
    assert [re.sub("<[^>]*>", "", head) for head in heads] == [
        "1. the server answers 404 (critical)",
        "2. the server answers 500 (critical)",
        "3. document-title: Documents must have &lt;title&gt; element to aid in navigation (serious)",
    ]


def test_a_heading_ends_a_quotation_that_is_cut_off() -> None:
    assert in_short('a text: "' + "palabra " * 20 + '"').endswith(' palabra…"')


def test_html_leads_to_what_axe_says_of_its_rule() -> None:
    assert f'<a href="{UNTITLED.rule}">what the rule document-title asks for</a>' in written("html", STRANGE)


def test_two_answers_of_a_server_are_two_faults() -> None:
    assert alike(CLOSED[0]) != alike(CLOSED[1])


@pytest.mark.parametrize("mode", [PLAIN, Mode(320, dark=True)], ids=lambda mode: mode.name)
def test_it_passes_the_gate_itself(look: Look, mode: Mode) -> None:
    whole = written("html", STRANGE)
    assert [str(finding) for check in EVERY for finding in look(check, mode=mode, whole=whole)] == []
