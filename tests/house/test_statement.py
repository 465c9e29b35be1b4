"""What is said in public of accessibility is what the evidence gives, and the reasons in it hold."""

import json
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from a11y_tests.conformance.answers import Answers
from a11y_tests.conformance.evidence import Evidence
from a11y_tests.conformance.manual import LASTS, Manual
from a11y_tests.conformance.report import report
from a11y_tests.conformance.writers import text
from app.kit.i18n import LOCALES

ROOT = Path(__file__).parents[2]
DATA = ROOT / "app" / "codesign" / "conformance.json"
AGAIN = "It is stale. Run bin/statement, or bin/statement --again when only answers or procedures changed."


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return Evidence.of(json.loads(DATA.read_text("utf8"))["evidence"])


def test_the_page_says_what_the_evidence_gives(evidence: Evidence) -> None:
    made = report(evidence, ROOT).as_data()
    assert json.loads(DATA.read_text("utf8")) == json.loads(json.dumps(made)), AGAIN


def test_the_document_says_what_the_evidence_gives(evidence: Evidence) -> None:
    made = text(report(evidence, ROOT), "Accessibility of Ventanilla")
    assert (ROOT / "docs" / "accessibility.md").read_text("utf8") == made, AGAIN


def test_it_was_looked_at_in_each_language_in_light_and_dark_narrow_and_wide(evidence: Evidence) -> None:
    assert set(evidence.locales) == set(LOCALES)
    modes = {mode for ran in evidence.checks.values() for mode in ran.modes}
    assert {"320, light", "320, dark", "1280, light", "1280, dark"} <= modes


def test_no_result_of_a_person_is_older_than_a_year() -> None:
    today = datetime.now(UTC).date()
    tried = [one for steps in Manual.read(ROOT).procedures.values() for one in steps.tried]
    assert [one for one in tried if not timedelta(0) <= today - one.day <= LASTS] == []


def test_the_reasons_why_something_does_not_apply_hold() -> None:
    assert {"no_media", "no_motion_input"} <= Answers.read().reasons.keys()
    pages = [*(ROOT / "templates").rglob("*.html"), *(ROOT / "app").rglob("*.py")]
    scripts = list((ROOT / "static").rglob("*.js"))
    media = re.compile(r"<(video|audio|track|object|embed|source)\b|new Audio\(|speechSynthesis", re.IGNORECASE)
    motion = re.compile(r"devicemotion|deviceorientation|Accelerometer|Gyroscope")
    for file in [*pages, *scripts]:
        assert not media.search(file.read_text("utf8")), file
    for file in scripts:
        assert not motion.search(file.read_text("utf8")), file


def test_every_journey_has_tests() -> None:
    assert [one.test for one in Answers.read().journeys.values() if not (ROOT / one.test).exists()] == []
