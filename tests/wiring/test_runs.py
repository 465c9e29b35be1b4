"""Recorded runs: those of the demo town are true, and one that is not is named."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from app import catalogue
from app.cases import answers
from app.cases.models import CaseFile
from app.catalogue import Broken, Problem, TownFolder
from app.catalogue.loading import read_town
from app.catalogue.source import Source
from app.kit import db
from app.kit.clock import Clock
from app.kit.towns import Town
from app.wiring import demo, importing, replay
from app.wiring.people_file import are_invented, read_people
from app.wiring.runs.cast import cast
from app.wiring.runs.playing import play, plays
from app.wiring.scratch import scratch_town

FOLDER = catalogue.load_town(demo.FOLDER)
TOLD = demo.told()
RUNS = [run.file for package in TOLD.packages for run, _ in package.runs.values()]
PERMITS, CERTIFICATES = "services/building-permit/runs/", "services/birth-certificate/runs/"
FUNDING = "services/business-funding/runs/"
C = db.table(CaseFile).c
ZONE = ZoneInfo("Europe/Madrid")


def changed(*changes: tuple[str, str, str], more: dict[str, str] | None = None) -> TownFolder:
    """The demo's folder with words replaced in some of its files."""
    files = {**FOLDER.source.files, **{name: text.encode() for name, text in (more or {}).items()}}
    for name, old, new in changes:
        text = files[name].decode()
        assert old in text
        files[name] = text.replace(old, new, 1).encode()
    return read_town(Source(files))


@pytest.fixture(scope="module")
def found() -> list[Problem]:
    return replay.check_runs(TOLD)


@pytest.mark.parametrize("file", RUNS)
def test_every_run_of_the_demo_town_goes_as_it_is_written(file: str, found: list[Problem]) -> None:
    assert [str(problem) for problem in found if problem.file == file] == []


def test_a_law_that_nobody_can_mean_is_named_with_its_line() -> None:
    [wrong] = importing.law(changed(("profile.yaml", "times: 1", "times: 0")))
    assert (wrong.file, wrong.line > 1) == ("profile.yaml", True)
    assert "extension.times" in wrong.message
    assert not importing.law(FOLDER)


def test_what_is_wrong_in_no_run_alone_is_not_there_either(found: list[Problem]) -> None:
    assert found == []


def test_a_week_without_a_round_does_not_break_a_run() -> None:
    assert replay.check_runs(TOLD, datetime(2027, 1, 15, 11, tzinfo=UTC)) == []


@pytest.mark.parametrize("hour", [0, 4, 7, 12, 23])
def test_what_happened_today_lies_before_now_at_every_hour(hour: int) -> None:
    now = datetime(2026, 12, 1, hour, 30, tzinfo=UTC)
    assert all(each.begins < now for each in plays(TOLD, now))


@pytest.mark.proof
def test_the_runs_hold_on_every_day_of_a_year() -> None:
    for number in range(366):
        assert replay.check_runs(TOLD, Clock().now() + timedelta(days=number)) == [], number


BROKEN = changed(
    (PERMITS + "refused.yaml", "by: samir", "by: clara"),
    (PERMITS + "lapsed.yaml", "P31D", "P3D"),
    (PERMITS + "asked.yaml", "roof.png, plan-today.pdf", "roof.png, plan-of-rome.pdf"),
    (PERMITS + "examined.yaml", "'16'", "sixteen"),
    (PERMITS + "silence.yaml", "  street_use: false\n", ""),
    (PERMITS + "withdrawn.yaml", "papers: bring", "papers: bring\n  owner_name: Rosa"),
    (PERMITS + "conditions.yaml", "width: '1.50'", "height: '1.50'"),
    (CERTIFICATES + "checking.yaml", "{state: checking}", "{state: granted}"),
    (CERTIFICATES + "asked.yaml", "parents_missing", "drawing_missing"),
    (CERTIFICATES + "lapsed.yaml", "[received, request, reminder, lapsed]", "[received, lapsed]"),
    (CERTIFICATES + "page.yaml", "by: clara", "by: tomas"),
    (CERTIFICATES + "withdrawn.yaml", "by: nour}", "by: clara}"),
    (CERTIFICATES + "refused.yaml", "person: lin", "person: rosa"),
    (CERTIFICATES + "posted.yaml", "-P26D", "-P2D"),
    (FUNDING + "lapsed.yaml", "'2500.00'", "much"),
)


@pytest.fixture(scope="module")
def broken() -> list[Problem]:
    """What is said of runs that were broken in many ways, all in one folder."""
    return replay.check_runs(BROKEN)


@pytest.mark.parametrize(
    ("file", "line", "message"),
    [
        (PERMITS + "refused.yaml", "act: refuse", "Somebody else has to do this step."),
        (PERMITS + "lapsed.yaml", "state: lapsed", "The case is “waiting” now, not “lapsed”."),
        (PERMITS + "asked.yaml", "plan-of-rome.pdf", "There is no file samples/plan-of-rome.pdf. Add it"),
        (PERMITS + "examined.yaml", "area: sixteen", "“area” is refused: "),
        (PERMITS + "silence.yaml", "answers:", "The form asks “street_use” here and the run has no answer. Add it."),
        (PERMITS + "withdrawn.yaml", "owner_name: Rosa", "The form does not ask “owner_name” here."),
        (PERMITS + "conditions.yaml", "wheelchair_access", "“wheelchair_access” has other slots. Fill in: width."),
        (CERTIFICATES + "checking.yaml", "state: granted", "The case is “checking” now, not “granted”."),
        (CERTIFICATES + "asked.yaml", "drawing_missing", "“drawing_missing” is no phrase for this. Use one of: "),
        (CERTIFICATES + "lapsed.yaml", "told:", "The person was told: received, request, reminder, lapsed."),
        (CERTIFICATES + "page.yaml", "by: tomas", "“tomas” does not see this case at the desk."),
        (CERTIFICATES + "withdrawn.yaml", "by: clara", "Only who sent the case can do “withdraw”."),
        (CERTIFICATES + "refused.yaml", "person: rosa", "Nobody with an account has the key “rosa”. Name one of: "),
        (FUNDING + "lapsed.yaml", "costs:", "“costs” cannot be read as an answer of type group. Mend it."),
        (CERTIFICATES + "posted.yaml", "as: ", "A run of the demo is over before today. Let it begin earlier."),
    ],
)
def test_a_broken_run_is_named_with_its_line_and_what_to_do(
    file: str, line: str, message: str, broken: list[Problem]
) -> None:
    said = [problem for problem in broken if problem.file == file]
    lines = BROKEN.source.files[file].decode().splitlines()
    number = next(number for number, text in enumerate(lines, 1) if line in text)
    assert [(problem.line, problem.message[: len(message)]) for problem in said] == [(number, message)]


def test_a_run_that_is_whole_is_not_blamed_for_others(broken: list[Problem]) -> None:
    assert len(broken) == 15


def test_a_way_that_no_run_takes_is_named_with_its_line() -> None:
    files = dict(FOLDER.source.files)
    del files[PERMITS + "silence.yaml"]
    file = "services/building-permit/service.yaml"
    line = next(number for number, text in enumerate(files[file].decode().splitlines(), 1) if "silence" in text)
    said = "No recorded run waits until silence leads to “granted_by_silence”. Add one to runs/."
    assert replay.check_runs(read_town(Source(files))) == [Problem(file, line, said)]


def test_a_step_that_says_nothing_we_know_has_its_line() -> None:
    folder = changed((CERTIFICATES + "page.yaml", "{wait: P2D}", "{pause: P2D}"))
    assert (CERTIFICATES + "page.yaml", 14) in {(problem.file, problem.line) for problem in folder.problems}


@pytest.mark.databases("sqlite")
def test_nothing_is_imported_while_a_run_fails(empty_town: Town, tmp_path: Path) -> None:
    (tmp_path / "town.zip").write_bytes(catalogue.pack(BROKEN.source))
    with pytest.raises(Broken) as raised:
        importing.import_folder(empty_town, tmp_path / "town.zip")
    assert CERTIFICATES + "checking.yaml" in {problem.file for problem in raised.value.problems}
    with db.read(empty_town) as unit:
        assert catalogue.content_version(unit) == ""


def test_who_plays_in_runs_is_told_from_whom_a_town_knows() -> None:
    """A town that begins with a copy of the demo's folder takes nobody invented into its register, or to its desk."""
    assert are_invented(FOLDER)
    assert not are_invented(changed(("people.yaml", "cast: true", "cast: false")))
    people = FOLDER.source.files["people.yaml"].decode()
    assert not are_invented(changed(("people.yaml", people, people.replace("cast: true", ""))))


@pytest.mark.databases("sqlite")
def test_a_run_that_goes_another_way_is_named_and_not_the_way_it_leaves_out(empty_town: Town, tmp_path: Path) -> None:
    folder = changed((CERTIFICATES + "collected.yaml", "state: ready", "state: posted"))
    (tmp_path / "town.zip").write_bytes(catalogue.pack(folder.source))
    with pytest.raises(Broken) as raised:
        importing.import_folder(empty_town, tmp_path / "town.zip")
    [problem] = raised.value.problems
    assert (problem.file, problem.line) == (CERTIFICATES + "collected.yaml", 17)
    assert problem.message.startswith("The case is “ready” now, not “posted”.")


def test_an_answer_that_no_rule_asks_for_is_kept_when_the_office_asked_for_it() -> None:
    run = FOLDER.source.files[PERMITS + "waiting.yaml"].decode()
    answered = "  - {act: back, answers: {drawings: [plan-today.pdf]}}\n  - {state: examine}\ntold:"
    folder = changed(more={PERMITS + "beside.yaml": run.replace("told:", answered)})
    [only] = [each for each in plays(folder, Clock().now()) if each.run.name == "beside"]
    with scratch_town(folder, only.begins) as town:
        for _ in play(town, cast(read_people(folder)[0]), [only], ()):
            pass
        assert only.problems == []
        assert only.case_id
        with db.read(town) as unit:
            filed = answers.current(unit, only.case_id)
    assert [file["name"] for file in filed["drawings"]] == ["plan-today.pdf"]
