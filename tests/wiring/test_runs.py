"""Recorded runs: those of the demo town are true, one that is not is named, and the demo's history comes from them."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import func, select

from app import cases, catalogue, identity, notifications
from app.cases import answers
from app.cases.models import CaseFile, CaseStep, Message, Pause
from app.catalogue import Broken, Problem, TownFolder
from app.catalogue.loading import read_town
from app.catalogue.source import Source
from app.kit import audit, audit_seals, db
from app.kit.actor import Actor
from app.kit.clock import Clock
from app.kit.towns import Town
from app.notifications import mailbox
from app.notifications.models import Delivery, NoticeRow
from app.wiring import demo, importing, replay
from app.wiring.people_file import read_people
from app.wiring.runs.cast import cast
from app.wiring.runs.playing import play, plays
from app.wiring.scratch import scratch_town
from tests.cast import BY_KEY
from tests.databases import SEEDED, Databases

FOLDER = catalogue.load_town(demo.FOLDER)
RUNS = [run.file for package in FOLDER.packages for run, _ in package.runs.values()]
PERMITS, CERTIFICATES = "services/building-permit/runs/", "services/birth-certificate/runs/"
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
    return replay.check_runs(FOLDER)


@pytest.mark.parametrize("file", RUNS)
def test_every_run_of_the_demo_town_goes_as_it_is_written(file: str, found: list[Problem]) -> None:
    assert [str(problem) for problem in found if problem.file == file] == []


def test_what_is_wrong_in_no_run_alone_is_not_there_either(found: list[Problem]) -> None:
    assert found == []


def test_a_week_without_a_round_does_not_break_a_run() -> None:
    assert replay.check_runs(FOLDER, datetime(2027, 1, 15, 11, tzinfo=UTC)) == []


@pytest.mark.proof
def test_the_runs_hold_on_every_day_of_a_year() -> None:
    for number in range(366):
        assert replay.check_runs(FOLDER, Clock().now() + timedelta(days=number)) == [], number


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
    assert len(broken) == 14


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


# the demo's history


@pytest.fixture(scope="module")
def lived(databases: Databases, database: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Town]:
    """The demo town as somebody meets it who starts it for the first time; these tests only look."""
    town = databases.clone(database, SEEDED, "lived", tmp_path_factory.mktemp("lived"))
    replay.replay_demo(town, FOLDER, town.clock.now())
    yield town
    databases.put_away(town)


def of(town: Town, key: str) -> Callable[[bool], list[cases.Case]]:
    """The open or closed cases in somebody's account."""
    with db.read(town) as unit:
        account = identity.by_email(unit, BY_KEY[key].email)

    def own(closed: bool) -> list[cases.Case]:
        with db.read(town) as unit:
            return cases.own_cases(unit, Actor(account_id=account), closed=closed)

    return own


def test_the_demo_has_cases_in_many_states_in_the_accounts_of_its_people(lived: Town) -> None:
    amina, lin = of(lived, "amina"), of(lived, "lin")
    assert {case.state for case in amina(False)} == {"checking", "waiting"}
    assert {case.outcome for case in amina(True)} == {"granted", "withdrawn"}
    assert {case.service for case in lin(False)} == {"building_permit", "large_items"}
    assert {case.outcome for case in lin(True)} == {"refused"}
    assert of(lived, "dan")(False) == of(lived, "dan")(True) == []


def test_its_history_lies_in_the_past_and_holds_together(lived: Town) -> None:
    now = lived.clock.now()
    with db.read(lived) as unit:
        for model, moment in ((CaseFile, "received_at"), (CaseStep, "at"), (Message, "at"), (Pause, "since")):
            latest = db.value(unit, select(func.max(db.table(model).c[moment])))
            assert now - timedelta(days=100) < latest <= now
        mails = [item.at for item in mailbox.items(unit, 500)]
        assert mails == sorted(mails, reverse=True)
        assert mails[0] <= now
        waiting = select(func.count()).where(db.table(Delivery).c.state == "queued")
        letters = select(func.count()).where(db.table(Delivery).c.channel == "letter")
        assert db.value(unit, waiting) == db.value(unit, letters)
        assert audit_seals.verify(unit) == []


def test_a_mail_has_the_moment_of_what_it_tells(lived: Town) -> None:
    with db.read(lived) as unit:
        case = db.row(unit, select(C.id, C.reference, C.agreed, C.closed_at).where(C.state == "collected"))
        assert case is not None
        sent = {told.kind: told.at for told in notifications.told(unit, case.id)}
        mail = next(item.at for item in mailbox.items(unit, 500) if item.message.reference == case.reference)
    evening = sent["tomorrow"].astimezone(ZONE)
    assert (evening.date(), evening.hour, evening.minute) == (case.agreed - timedelta(days=1), 18, 0)
    assert mail - sent["tomorrow"] < timedelta(seconds=30)
    assert case.closed_at.astimezone(ZONE).hour == 20


def test_a_clerk_who_worked_on_a_case_is_among_those_who_looked(lived: Town) -> None:
    with db.read(lived) as unit:
        account = identity.by_email(unit, BY_KEY["lin"].email)
        assert account
        person = identity.as_actor(unit, account).person_id
        assert person
        looks = audit.looks_at(unit, person)
    assert {"looked", "decided", "assigned"} <= {look.action for look in looks}
    assert {look.function for look in looks} == {"clerk", "supervisor"}


def test_only_what_is_new_is_unread(lived: Town) -> None:
    N = db.table(NoticeRow).c
    with db.read(lived) as unit:
        old = (
            select(func.count())
            .join_from(db.table(NoticeRow), db.table(CaseFile), N.case_id == C.id)
            .where(N.read_at.is_(None), N.account_id.is_not(None), C.closed_at < unit.now - timedelta(days=8))
        )
        assert db.value(unit, old) == 0


@pytest.mark.databases("sqlite")
def test_a_demo_is_opened_once(empty_town: Town) -> None:
    count = select(func.count()).select_from(db.table(CaseFile))
    assert demo.open_town(empty_town)
    with db.read(empty_town) as unit:
        before = db.value(unit, count)
    assert not demo.open_town(empty_town)
    with db.read(empty_town) as unit:
        assert db.value(unit, count) == before > 15
