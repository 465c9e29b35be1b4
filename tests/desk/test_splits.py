"""One case that is two: a second is opened from the first, told, reached with what was chosen, and put back."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select

from app.cases.splitting.models import CaseSplit
from app.commands.figures import recount
from app.kit import db
from app.kit.i18n import format_day
from app.kit.towns import Town
from tests.applying import certificate, pickup
from tests.desk.cases import case_of, permit, words
from tests.desk.test_extension import DAYS, longer
from tests.desk.test_extension import day as on
from tests.desk.test_mergers import timers, told
from tests.papers import pdf
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
WHY = {"reason": "A wall and a roof are two works."}


def split(clerk: Client, reference: str, **given: Any) -> Any:
    return clerk.submit(f"/en/desk/cases/{reference}/splits", {**WHY, **given})


def second_of(answer: Any) -> str:
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"]).partition("?")[0].rpartition("/")[2]


@pytest.fixture
def written(town: Town, settle: Settle, amina: Client) -> str:
    """A building permit with a message that asks for something else, and its drawing; a week ago."""
    reference = permit(amina)
    case = f"/en/cases/{reference}"
    drawing = {"files": ("roof.pdf", pdf("Roof"), "application/pdf")}
    assert (
        amina.submit(case, {"text": "And the roof, please."}, to=f"{case}/messages", files=drawing).status_code == 303
    )
    assert amina.submit(case, {"text": "My number is new."}, to=f"{case}/messages").status_code == 303
    settle()
    town.clock.move(timedelta(days=2))
    amina.sign_in("amina")
    return reference


def test_a_second_case_starts_where_the_first_stands_and_is_put_back(
    town: Town, settle: Settle, comes_as: Comes, amina: Client, written: str
) -> None:
    clara, dan, samir = comes_as("clara"), comes_as("dan"), comes_as("samir")
    page = clara.get(f"/en/desk/cases/{written}/splits").text
    assert "And the roof, please." in words(page)
    [roof] = [each for each in page.split('name="messages"')[1:] if "And the roof" in each]
    chosen = roof.partition('value="')[2].partition('"')[0]
    second = second_of(split(clara, written, messages=[chosen, "<script>", ""]))
    assert second_of(split(clara, written, messages=[chosen])) == second
    settle()
    one, two = case_of(town, written), case_of(town, second)
    assert (two.received_at, two.started_at, two.due, two.state) == (
        one.received_at,
        one.started_at,
        one.due,
        one.state,
    )
    assert len(timers(town, second)) == len(timers(town, written)) > 0
    [mail] = told(amina, "two cases now")
    assert written in mail["text"] and second in mail["text"] and WHY["reason"] in mail["text"]
    hers = words(amina.get(f"/en/cases/{second}").text)
    assert f"It was split off from this case of yours: {written}" in hers
    assert "And the roof, please." in hers and f"From {written}" in hers and "My number is new." not in hers
    file = amina.get(f"/en/cases/{second}").text.partition(f'href="/en/cases/{second}/files/')[2].partition('"')[0]
    assert amina.get(f"/en/cases/{second}/files/{file}").status_code == 200
    assert dan.get(f"/en/cases/{second}/files/{file}").status_code == 404
    assert (
        amina.get(f"/en/cases/{second}/receipt").status_code
        == amina.get(f"/en/cases/{second}/filed").status_code
        == 200
    )
    assert f"The second thing goes on here: {second}" in words(amina.get(f"/en/cases/{written}").text)
    desk = clara.get(f"/en/desk/cases/{second}").text
    assert f"Split off from {written} : {WHY['reason']} · Put it back" in words(desk)
    assert "Perhaps this was sent twice" not in words(desk)
    assert clara.get(f"/en/desk/cases/{second}/files/{file}/pages/1").status_code == 200
    assert "Made two cases of one" in words(amina.get("/en/me/looks").text)
    assert recount(town) == 0

    town.clock.move(timedelta(minutes=1))
    back = f"/en/desk/cases/{second}/rejoining"
    assert f"This one is put back into it {second}" in words(clara.get(back).text)
    for _ in range(2):
        answer = clara.submit(f"/en/desk/cases/{second}", to=back)
        assert answer.headers["location"] == f"/en/desk/cases/{written}?said=case_rejoined"
    settle()
    assert (case_of(town, second).outcome, timers(town, second)) == ("merged", [])
    assert len(told(amina, "one case again")) == 1
    assert f"It goes on in this case: {written}" in words(amina.get(f"/en/cases/{second}").text)
    late = samir.submit(f"/en/desk/cases/{second}", to=back)
    assert f"{second} was put back into {written} already." in words(late.text)
    assert recount(town) == 0


def test_what_was_acted_on_stays_two(town: Town, comes_as: Comes, written: str) -> None:
    clara = comes_as("clara")
    second = second_of(split(clara, written))
    town.clock.move(timedelta(minutes=1))
    case = f"/en/desk/cases/{second}"
    assert clara.submit(case, {"text": "We look at the roof."}, to=f"{case}/messages").status_code == 303
    assert "Put it back" not in words(clara.get(case).text)
    late = clara.submit(case, to=f"{case}/rejoining")
    assert (late.status_code, f"Something was done with {second} since." in words(late.text)) == (409, True)
    assert case_of(town, second).closed_at is None


def test_time_that_was_given_to_the_first_counts_for_the_second_and_is_given_once(
    town: Town, settle: Settle, comes_as: Comes, amina: Client, written: str
) -> None:
    clara, due = comes_as("clara"), case_of(town, written).due
    assert due is not None
    until = DAYS.working_from(due + timedelta(days=20))
    assert longer(clara, written, until).status_code == 303
    settle()
    town.clock.move(timedelta(days=1))
    clara = comes_as("clara")
    assert "That counts for the second case as well." in words(clara.get(f"/en/desk/cases/{written}/splits").text)
    before, planned = case_of(town, written), timers(town, written)
    second = second_of(split(clara, written))
    settle()
    two = case_of(town, second)
    assert (two.due, two.expected, len(timers(town, second))) == (until, until, len(planned))
    [mail] = told(amina, "two cases now")
    day = format_day(until, "en", "full")
    assert f"We took more time to decide, until {day}. That counts for both." in mail["text"]
    amina.sign_in("amina")
    for page in (amina.get(f"/en/cases/{second}").text, clara.get(f"/en/desk/cases/{second}").text):
        for sentence in (
            f"Answer by {day}",
            "The time to decide was made longer already. The law allows no more.",
            f"The day to decide moves from {format_day(due, 'en')} to {format_day(until, 'en')}.",
            "We need a report from another office",
            f"That was decided in {written}. It counts for this case too.",
        ):
            assert sentence in words(page), sentence
    assert "It counts for this case too" not in words(clara.get(f"/en/desk/cases/{written}").text)
    more = {**on(DAYS.working_from(until + timedelta(days=9))), "reasons": "many_papers"}
    once = clara.submit(f"/en/desk/cases/{second}", more, to=f"/en/desk/cases/{second}/extension")
    assert (once.status_code, "The law allows no more." in words(once.text)) == (409, True)
    assert "Take more time" not in words(clara.get(f"/en/desk/cases/{second}").text)

    assert clara.submit(f"/en/desk/cases/{second}", to=f"/en/desk/cases/{second}/rejoining").status_code == 303
    settle()
    after = case_of(town, written)
    assert after._replace(touched_at=before.touched_at) == before
    assert (timers(town, written), timers(town, second)) == (planned, [])
    assert recount(town) == 0


@pytest.mark.databases("sqlite")
def test_what_cannot_be_two_says_why(town: Town, amina: Client, clara: Client, comes_as: Comes, asked: str) -> None:
    empty = split(clara, asked, reason=" ")
    assert (empty.status_code, "Say why these are two things." in empty.text) == (422, True)
    other = certificate(amina)
    assert amina.submit(f"/en/cases/{other}/withdrawal").status_code == 303
    asks = {"fields": "parents", "reason": "missing", "text": "Which ones?"}
    assert clara.submit(f"/en/desk/cases/{asked}/request", asks).status_code == 303
    for reference, sentence in (
        (other, "The person took the request back on"),
        (asked, "The person is asked for something now."),
    ):
        case = f"/en/desk/cases/{reference}"
        late = clara.submit(case, WHY, to=f"{case}/splits")
        assert (late.status_code, sentence in words(late.text)) == (409, True), sentence
        assert clara.get(f"{case}/splits").status_code == 409
    with db.read(town) as unit:
        assert not db.rows(unit, select(db.table(CaseSplit)))
    assert comes_as("tomas").submit("/en/desk", WHY, to=f"/en/desk/cases/{asked}/splits").status_code in (403, 404)
    booked = pickup(comes_as("nour"), "nour@puertoclaro.example")
    second = second_of(split(comes_as("samir"), booked))
    assert case_of(town, second).agreed == case_of(town, booked).agreed
