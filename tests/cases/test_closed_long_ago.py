"""A closed case can be asked about for a month. After that nobody reads what is written to it, and it says so."""

from collections.abc import Callable
from datetime import timedelta

from app.kit.towns import Town
from tests import applying
from tests.towns import Client


def test_words_to_a_case_closed_long_ago_are_given_back(town: Town, comes_as: Callable[..., Client]) -> None:
    dan = comes_as("dan")
    case = f"/en/cases/{applying.certificate(dan)}"
    assert dan.submit(f"{case}/withdrawal").status_code == 303
    town.clock.move(timedelta(days=30))
    dan = comes_as("dan")
    assert dan.submit(case, {"text": "I have one more question"}, to=f"{case}/messages").status_code == 303
    assert f'action="{case}/messages"' in dan.get(case).text
    town.clock.move(timedelta(days=2))
    dan = comes_as("dan")
    assert f'action="{case}/messages"' not in dan.get(case).text
    words = {"text": "Is anybody still there", "_token": dan.token("/en/drafts")}
    answer = dan.post(f"{case}/messages", data=words)
    assert answer.status_code == 409
    assert "Nobody reads messages to it any more" in answer.text
    assert "Is anybody still there" in answer.text, "so that it can be copied"
    assert "Is anybody still there" not in dan.get(case).text
