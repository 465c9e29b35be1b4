"""Nothing is said that was not done."""

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from a11y_tests.conformance.__main__ import main
from a11y_tests.conformance.answers import Answer, Answers
from a11y_tests.conformance.evidence import Evidence, Look
from a11y_tests.conformance.journeys import outcomes
from a11y_tests.conformance.manual import Manual, Tried, Wrong, procedure, state
from a11y_tests.conformance.matrix import matrix
from a11y_tests.conformance.report import report
from a11y_tests.conformance.standards import en301549, standards, une139803, wcag22
from a11y_tests.conformance.writers import text
from a11y_tests.tests.looked import DAY, MODES, PAGES, ROOT, found, one, record, run


def test_a_check_that_did_not_run_is_not_tested() -> None:
    answer = Answer(machine=("targets", "focus"))
    assert one(answer, run()) == "supports"
    assert one(answer, run(checks=("targets",))) == "not tested"
    assert one(answer, run(checks=())) == "not tested"
    assert one(Answer(), run()) == "not tested"


def test_a_check_that_did_not_see_every_state_in_every_mode_has_tested_in_part() -> None:
    answer = Answer(machine=("targets",))
    assert one(answer, run()) == "supports"
    for part in (record(modes=MODES[1:]), record(pages=PAGES[1:]), replace(record(), known={})):
        assert one(answer, part.evidence(DAY)) == "not tested"
    assert one(Answer(machine=("html",)), record(modes=MODES[:1]).evidence(DAY)) == "supports", "the same in all modes"
    half = record()
    half.ran("html", Look("/0", "plain", "", "es", "1280, light"))
    assert one(Answer(machine=("html",)), half.evidence(DAY)) == "not tested", "in Spanish one page of four"


def test_a_page_counts_once_in_however_many_languages_and_modes() -> None:
    evidence = record(locales=("ar", "en", "es", "zh-Hant")).evidence(DAY)
    assert (evidence.pages, evidence.views, len(evidence.locales), len(evidence.modes)) == (4, 4, 4, 48)
    more = record()
    more.ran("axe", Look("/0", "wrong", "", "en", "320, dark"))
    more.ran("axe", Look("/0", "plain", "day", "en", "320, dark"))
    assert (more.evidence(DAY).pages, more.evidence(DAY).views) == (5, 6)


def test_what_was_not_looked_at_is_named() -> None:
    evidence = record(pages=PAGES[1:]).evidence(DAY)
    assert evidence.missing == {"/0": ("plain",)}
    made = text(report(evidence, ROOT), "T")
    assert "| /0 | – | plain |" in made
    assert "| /1 | plain | – |" in made


def test_mails_are_said_to_be_looked_at_by_programs_only_where_they_were() -> None:
    rows = matrix(run(), Answers.read(), Manual.read(ROOT))
    said = {
        looked: next(
            one.reason
            for one in en301549(rows, {"mail": [str(one) for one in range(looked)]}).clauses
            if one.id == "10.0"
        )
        for looked in (0, 3)
    }
    assert "Neither have programs." in said[0]
    assert "Programs looked at 3 kinds of them" in said[3]
    assert all("No person has tested" in one for one in said.values())


def test_what_has_to_be_known_of_a_screen_reader_is_said_where_it_was_used() -> None:
    note = "Orca is one reader on one system"
    assert note not in text(report(run(), ROOT), "T").partition("How to read")[0]
    walked = replace(run(), journeys={"by_ear": "passed"})
    assert note in text(report(walked, ROOT), "T").partition("How to read")[0]


def test_what_remains_is_not_tested_until_a_person_has_tried_it() -> None:
    answer = Answer(machine=("targets",), person=("touch",), remains="Whether it can be pressed.")
    tried = Tried("Ana", "a pen", "1", DAY, state(ROOT, ()), {"2.5.5": "supports"})
    assert one(answer, run()) == "not tested"
    assert one(answer, run(), tried) == "supports"
    assert one(answer, run(), tried, replace(tried, results={"2.5.5": "partially supports"})) == "partially supports"


def test_a_result_expires_after_a_year_and_when_the_component_changes() -> None:
    answer = Answer(person=("touch",), remains="Whether it can be pressed.")
    tried = Tried("Ana", "a pen", "1", DAY, state(ROOT, ()), {"2.5.5": "supports"})
    assert one(answer, run(), replace(tried, day=DAY - timedelta(days=365))) == "supports"
    assert one(answer, run(), replace(tried, day=DAY - timedelta(days=366))) == "not tested"
    assert one(answer, run(), replace(tried, day=DAY + timedelta(days=1))) == "not tested"
    assert one(answer, run(), replace(tried, state="0" * 16)) == "not tested"


def test_a_component_is_another_when_a_file_of_it_changes(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("a")
    before = state(tmp_path, ("*.html",))
    (tmp_path / "b.txt").write_text("b")
    assert state(tmp_path, ("*.html",)) == before
    (tmp_path / "a.html").write_text("b")
    assert state(tmp_path, ("*.html",)) != before


def test_a_finding_counts_whatever_the_answer_says() -> None:
    answer = Answer(not_applicable="none")
    assert one(answer, run()) == "not applicable"
    assert one(answer, run(found("2.5.5"))) == "partially supports"
    everywhere = [found("2.5.5", f"/{number}") for number in range(4)]
    assert one(answer, run(*everywhere)) == "does not support"


def test_a_finding_against_a_criterion_counts_for_the_one_that_asks_for_more() -> None:
    rows = matrix(run(found("2.1.1", check="focus")), Answers.read(), Manual.read(ROOT))
    assert rows["2.1.1"].result == rows["2.1.3"].result == "partially supports"


def test_a_finding_that_names_no_criterion_counts_where_its_check_is_the_answer() -> None:
    rows = matrix(run(found("", check="html")), Answers.read(), Manual.read(ROOT))
    assert [number for number, row in rows.items() if row.result == "partially supports"] == ["4.1.1"]


def test_a_journey_counts_as_it_went() -> None:
    answers = Answers.read()
    said = {}
    for outcome in ({"by_keyboard": "passed"}, {"by_keyboard": "failed"}, {}):
        rows = matrix(replace(run(), journeys=outcome), answers, Manual.read(ROOT))
        said[str(outcome)] = next(part.result for part in rows["2.1.1"].parts if part.by == "journey")
    assert list(said.values()) == ["supports", "partially supports", "not tested"]


def test_nobody_has_written_a_result_without_saying_who_and_with_what(tmp_path: Path) -> None:
    head = "title: T\nwho: W\nassistive_technology: S\ncriteria: ['2.5.5']\ncomponent: []\nsteps: []\nresults:\n"
    full = (
        "- {who: Ana, assistive_technology: pen, version: '1', day: 2026-11-28, state: x, results: {'2.5.5': supports}}"
    )
    file = tmp_path / "touch.yaml"
    file.write_text(head + full)
    assert procedure(file).tried[0].day == DAY
    for wrong in (
        full.replace("Ana", "''"),
        full.replace("'1'", "''"),
        full.replace("2026-11-28", "soon"),
        full.replace("supports", "perfect"),
        full.replace("'2.5.5': ", "'1.1.1': "),
        "nothing",
    ):
        file.write_text(head + wrong)
        with pytest.raises(Wrong, match=r"touch\.yaml"):
            procedure(file)


def test_every_component_of_a_procedure_is_there() -> None:
    for steps in Manual.read(ROOT).procedures.values():
        assert [glob for glob in steps.component if not any(ROOT.glob(glob))] == [], steps.id


def test_each_standard_has_the_criteria_that_it_asks_for() -> None:
    rows = matrix(run(), Answers.read(), Manual.read(ROOT))
    sizes = {one.id: len(one.clauses) for one in standards(rows)}
    assert sizes["wcag22"] == 86
    assert sizes["une139803"] == 38
    assert (sizes["taiwan-a"], sizes["taiwan-aa"], sizes["taiwan-aaa"]) == (30, 50, 78)
    assert "4.1.1" in {clause.id for clause in une139803(rows).clauses}
    assert "4.1.1" not in {clause.id for clause in wcag22(rows).clauses}


def test_en_301_549_has_its_chapters_and_a_reason_for_each_clause_that_does_not_apply() -> None:
    clauses = en301549(matrix(run(), Answers.read(), Manual.read(ROOT))).clauses
    assert {clause.id.split(".")[0] for clause in clauses} == {"4", "5", "9", "10", "11", "12"}
    assert len({clause.id for clause in clauses}) == len(clauses)
    assert [clause.id for clause in clauses if clause.result == "not applicable" and not clause.reason] == []
    assert len([clause for clause in clauses if clause.id.startswith("9.")]) == 51


def test_conformance_is_said_only_when_all_of_it_was_tested() -> None:
    rows = matrix(run(), Answers.read(), Manual.read(ROOT))
    assert not any(one.conforms for one in standards(rows))
    done = {number: replace(row, result="supports") for number, row in rows.items()}
    assert wcag22(done).conforms
    assert not wcag22(done | {"1.1.1": rows["1.1.1"]}).conforms


def test_evidence_is_read_as_it_was_written(tmp_path: Path) -> None:
    evidence = replace(run(found("2.5.5")), tools={"axe-core": "4.14"}, journeys={"by_keyboard": "passed"})
    evidence.write(tmp_path / "evidence.json")
    assert Evidence.read(tmp_path / "evidence.json") == evidence


def test_the_command_writes_four_reports_that_say_the_same(tmp_path: Path) -> None:
    run(found("2.5.5")).write(tmp_path / "evidence.json")
    assert main(["--evidence", str(tmp_path / "evidence.json"), "--out", str(tmp_path), "--root", str(ROOT)]) == 0
    made = report(run(found("2.5.5")), ROOT)
    told = json.loads((tmp_path / "matrix.json").read_text("utf8"))
    assert {number: entry["result"] for number, entry in told["criteria"].items()} == {
        number: row.result for number, row in made.rows.items()
    }
    whole = [
        one for one in json.loads((tmp_path / "earl.json").read_text())["@graph"] if one.get("assertedBy") == "#gate"
    ]
    outcomes = {one["test"].rpartition("#")[2]: one["result"]["outcome"] for one in whole}
    assert len(outcomes) == 87
    assert outcomes["target-size-enhanced"] == "earl:failed"
    assert outcomes["info-and-relationships"] == "earl:cantTell"
    assert outcomes["captions-live"] == "earl:inapplicable"
    for name in ("matrix.md", "matrix.html"):
        assert (tmp_path / name).read_text("utf8").count("partially supports") > 3


def test_the_command_says_why_it_could_not(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "evidence.json").write_text("{}")
    assert main(["--evidence", str(tmp_path / "evidence.json"), "--out", str(tmp_path), "--root", str(ROOT)]) == 2
    assert "day" in capsys.readouterr().err


def test_a_journey_that_was_skipped_or_not_walked_is_not_said_to_have_passed(tmp_path: Path) -> None:
    file = tmp_path / "junit.xml"
    passed, skipped, failed = ('<testcase classname="tests.browser.test_form" name="a"/>',
                               '<testcase classname="tests.browser.test_form"><skipped/></testcase>',
                               '<testcase classname="tests.browser.test_form"><failure/></testcase>')  # fmt: skip
    for cases, said in (
        (passed, "passed"),
        (passed + skipped, None),
        (passed + skipped + failed, "failed"),
        ("", None),
    ):
        file.write_text(f"<testsuites><testsuite>{cases}</testsuite></testsuites>")
        assert outcomes(file, Answers.read()).get("with_mistakes") == said
