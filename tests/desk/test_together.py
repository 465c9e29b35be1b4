"""Working on cases together: tasks, colleagues named in notes, cases that belong together, likely twins."""

import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from app.cases.together import mentions
from app.kit import ids
from app.kit.towns import Town
from tests.applying import certificate
from tests.days import today
from tests.desk.cases import words
from tests.desk.test_queue import account
from tests.towns import Client

START = "/en/desk"


@pytest.fixture
def samir(comes_as: Callable[..., Client]) -> Client:
    return comes_as("samir")


def inputs(name: str, on: date) -> dict[str, str]:
    """A day in its three inputs."""
    return {f"{name}.{part}": str(getattr(on, part)) for part in ("day", "month", "year")}


def test_a_task_is_given_found_on_the_start_page_and_done_once(
    town: Town, samir: Client, clara: Client, comes_as: Callable[..., Client], asked: str
) -> None:
    tasks = f"/en/desk/cases/{asked}/tasks"
    who = str(account(town, "clara@puertoclaro.example"))
    good = {"what": "Ring the register <1>", "who": who, **inputs("until", today())}
    tomas = str(account(town, "tomas@puertoclaro.example"))
    for wrong, sentence in (
        ({"what": " "}, "Say what has to be done."),
        ({"who": tomas}, "Choose who does it."),
        ({"until.month": "13"}, "Write the month as a number from 1 to 12."),
    ):
        assert sentence in samir.submit(tasks, {**good, **wrong}).text
    assert samir.submit(tasks, good).status_code == 303
    assert "Tasks: 1 open" in words(clara.get(f"/en/desk/cases/{asked}").text)
    assert f"Your tasks Ring the register <1> Tasks, {asked}" in words(clara.get(START).text)
    assert "Your tasks" not in words(samir.get(START).text)
    done = re.findall(rf'action="({tasks}/[^"]+)"', clara.get(tasks).text)[0]
    assert comes_as("tomas").submit(START, to=done).status_code in (403, 404)
    assert clara.submit(tasks, to=done).status_code == 303
    assert samir.submit(tasks, to=done).status_code == 303, "who presses on an older page is not told that it is lost"
    assert "Your tasks" not in words(clara.get(START).text)


@pytest.mark.databases("sqlite")
def test_a_task_is_late_when_its_day_is_over_in_the_town(town: Town, clara: Client, asked: str) -> None:
    """Half past eleven in the evening in London is the next day in Madrid."""
    zone, now = ZoneInfo("Europe/Madrid"), town.clock.now()
    day = now.astimezone(zone).date() + timedelta(days=2)
    given = {"what": "Ring", "who": str(account(town, "clara@puertoclaro.example")), **inputs("until", day)}
    tasks = f"/en/desk/cases/{asked}/tasks"
    assert clara.submit(tasks, given).status_code == 303
    midnight = datetime.combine(day + timedelta(days=1), time(), zone)
    for moment, late in ((midnight - timedelta(minutes=1), False), (midnight + timedelta(minutes=1), True)):
        town.clock.move(moment - town.clock.now())
        clara = clara.sign_in("clara")
        assert (
            "Late" in words(clara.get(tasks).text),
            "Late" in words(clara.get(START).text).partition("tasks")[2],
        ) == (
            late,
            late,
        )


def test_who_is_named_in_a_note_finds_it_until_she_has_seen_it(samir: Client, clara: Client, asked: str) -> None:
    case = f"/en/desk/cases/{asked}"
    assert samir.submit(case, {"note": "@clara: is this hers? @Samir @Nobody"}, to=f"{case}/notes").status_code == 303
    page = clara.get(START).text
    assert f"You are named in a note The note in {asked} Samir Benali" in words(page)
    assert "You are named" not in words(samir.get(START).text)
    seen = re.findall(r'action="(/en/desk/mentions/[^"]+)"', page)[0]
    assert samir.submit(case, to=seen).status_code == 404
    assert clara.submit(case, to=seen).status_code == 303
    assert "You are named" not in words(clara.get(START).text)


def test_names_are_whole_and_a_first_name_is_one_colleague_only() -> None:
    one, two, three = (ids.new_id() for _ in range(3))
    team = {one: "Ana Ruiz", two: "Ana Vega", three: "林美惠"}
    for note, found in {
        "@Ana": [],
        "@ana ruiz, please": [one],
        "@Ana Vegas": [],
        "mail ana@ruiz.example": [],
        "＠林美惠 請看": [three],
        "@Ana Vega and @Ana Ruiz": [one, two],
    }.items():
        assert mentions.named(note, team) == found, note


def test_two_cases_of_one_person_are_seen_before_they_are_opened(
    town: Town, amina: Client, samir: Client, clara: Client, comes_as: Callable[..., Client], asked: str
) -> None:
    """Perhaps twins: one person, one service, within two weeks. Others are only related, or linked by a clerk."""
    other = certificate(amina)
    queue = words(clara.get("/en/desk/cases").text)
    assert f"Perhaps sent twice: {other}" in queue
    assert f"Perhaps sent twice: {asked}" in queue
    assert f"Perhaps this was sent twice {other}" in words(clara.get(f"/en/desk/cases/{asked}").text)
    town.clock.move(timedelta(days=15))
    amina.sign_in("amina"), clara.sign_in("clara")
    third, dans = certificate(amina), certificate(comes_as("dan"))
    assert f"Perhaps sent twice: {third}" not in words(clara.get("/en/desk/cases").text)
    related = f"/en/desk/cases/{third}/related"
    assert {asked, other} <= set(re.findall(r"VC-[0-9A-Z]{4}-[0-9A-Z]{4}", words(clara.get(related).text)))
    for wrong, sentence in (
        ("", "Write the reference of the other case."),
        (third, "This is the case itself."),
        ("VC-0000-0000", "There is no case of your departments with this reference."),
    ):
        assert sentence in clara.submit(related, {"other": wrong}).text
    for _ in range(2):
        assert clara.submit(related, {"other": dans.lower()}).status_code == 303
    assert "Related cases: 3" in words(clara.get(f"/en/desk/cases/{third}").text)
    assert f"{third} " in words(clara.get(f"/en/desk/cases/{dans}/related").text).partition("Link another")[0]
    assert clara.submit(related, {"part": dans}).status_code == 303
    assert "No other case belongs to this one." in words(clara.get(f"/en/desk/cases/{dans}/related").text)
    assert clara.submit(related, {"part": dans}).status_code == 404
