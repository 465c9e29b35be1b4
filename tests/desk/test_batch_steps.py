"""The same step in many cases at once: counted first, taken when the recall time is over, never a decision."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.kit.towns import Town
from tests.applying import certificate, pickup
from tests.desk.cases import case_of, words
from tests.desk.test_batch import NEW, do, results
from tests.towns import Client

Comes = Callable[..., Client]
PICKED_UP = "step.large_items.picked_up"
LATER = timedelta(minutes=11)


@pytest.fixture
def samir(comes_as: Comes) -> Client:
    """A clerk of streets, who answers for the registry too."""
    return comes_as("samir")


@pytest.fixture
def nour(comes_as: Comes) -> Client:
    return comes_as("nour")


@pytest.fixture
def three(nour: Client) -> list[str]:
    return [pickup(nour, "nour@puertoclaro.example") for _ in range(3)]


def test_cases_are_closed_together_after_the_recall_time_each_by_its_own_rule(
    town: Town, settle: Callable[..., int], nour: Client, samir: Client, three: list[str]
) -> None:
    one, two, back = three
    asked = certificate(nour)
    assert nour.submit(f"/en/cases/{back}/withdrawal").status_code == 303
    assert "Picked up: Book a large-item pick-up, 2 cases" in words(samir.get(f"{NEW}?department=streets").text)
    chosen = [one, two, back, asked]
    done = do(samir, kind=PICKED_UP, cases=chosen)
    page = samir.get(done).text
    assert "Planned for 2 of 4 cases Picked up, at this time:" in words(page)
    assert results(page) == {
        one: "Planned for the time above",
        two: "Planned for the time above",
        back: "Not done: the case is closed",
        asked: "Not done: it is about another service",
    }
    assert "Planned with others: Picked up" in words(samir.get(f"/en/desk/cases/{one}").text)
    assert "Planned" not in words(nour.get(f"/en/cases/{one}").text)
    assert samir.submit(done).status_code == 303
    undone = results(samir.get(done).text, column=2)
    assert undone == {one: "Put back", two: "Put back", back: "", asked: ""}
    town.clock.move(LATER)
    settle()
    assert {case_of(town, each).state for each in (one, two)} == {"booked"}

    samir.sign_in("samir"), nour.sign_in("nour")
    done = do(samir, kind=PICKED_UP, cases=chosen)
    town.clock.move(timedelta(minutes=1))
    asked_again = nour.submit(f"/en/cases/{two}", {"text": "They forgot the sofa."}, to=f"/en/cases/{two}/messages")
    assert asked_again.status_code == 303
    town.clock.move(LATER)
    settle()
    assert (case_of(town, one).outcome, case_of(town, two).outcome) == ("done", None)
    page = samir.get(done).text
    assert "Done with 1 of 4 cases" in words(page)
    assert results(page)[one] == "Done"
    assert results(page)[two] == "Left as it is: something was done with it since"
    late = samir.submit(f"/en/desk/cases/{two}", to=done)
    assert (late.status_code, "The time to take it back is over" in late.text) == (409, True)


@pytest.mark.databases("sqlite")
def test_nothing_is_decided_or_taken_back_in_a_batch(
    town: Town, settle: Callable[..., int], nour: Client, samir: Client, clara: Client, three: list[str]
) -> None:
    asked = certificate(nour)
    page = words(clara.get(NEW).text)
    assert "Issue the certificate" not in page and "Refuse" not in page
    assert "Picked up" not in words(clara.get(NEW).text)
    for kind in ("step.birth_certificate.grant", "step.birth_certificate.withdraw", "step.birth_certificate.ask"):
        assert results(clara.get(do(clara, kind=kind, cases=[asked])).text) == {
            asked: "Not done: this step is not open in its state, or not for you"
        }
    taken = do(samir, kind="step.large_items.cancel", cases=three)
    assert set(results(samir.get(taken).text).values()) == {
        "Not done: this step is not open in its state, or not for you"
    }
    town.clock.move(LATER)
    settle()
    assert {case_of(town, each).closed_at for each in (asked, *three)} == {None}
    for wrong in ("step.", "step.x", "step.<script>.y", "step.large_items.", "steps.large_items.picked_up"):
        answer = samir.submit(NEW, {"kind": wrong, "which": "ticked", "cases": three})
        assert (answer.status_code, "Choose what to do with the cases." in answer.text) == (422, True), wrong
