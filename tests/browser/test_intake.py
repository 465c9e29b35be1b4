"""A clerk takes in what somebody says on the phone, by keyboard alone, and the keys are counted."""

from collections.abc import Mapping
from typing import Any

import pytest

from a11y_tests.keyboard import press, start_over, type_text
from a11y_tests.modes import Mode
from tests.browser.people import Comes
from tests.browser.person import Person

SECONDS = 90
PACE = 1.5
"""Keys a second of somebody who listens while she types."""


class Counted:
    """A line to the browser that counts the keys which go down."""

    def __init__(self, line: Any) -> None:
        self._line, self.keys = line, 0

    def execute_cdp_cmd(self, method: str, given: Mapping[str, Any], /) -> Any:
        self.keys += given.get("type") in ("keyDown", "rawKeyDown")
        return self._line.execute_cdp_cmd(method, given)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._line, name)


def to_the_form(clerk: Person) -> None:
    """Over what stands above the page's own content, by the skip link."""
    start_over(clerk.line)
    press(clerk.line, "Tab")
    press(clerk.line, "Enter")


def test_a_person_with_six_answers_is_taken_in_within_ninety_seconds(
    comes: Comes, capsys: pytest.CaptureFixture[str]
) -> None:
    clara = comes("clara", "en", Mode(1280))
    clara.open("/desk/intake")
    clara.line = counted = Counted(clara.line)  # type: ignore[assignment]
    to_the_form(clara)
    clara.tab_to(lambda stop: stop.field == "service", "the service")
    press(clara.line, "Down")
    clara.choose("channel", "phone")
    clara.choose("known", "attested")
    clara.write("number", "37142624Q")
    clara.enter()
    begun = counted.keys

    to_the_form(clara)
    clara.choose("for_whom", "me")
    clara.choose("born_here", "yes")
    clara.choose("purpose", "residence")
    clara.tick("languages", "spanish")
    clara.choose("delivery", "collect")
    clara.choose("_declared", "spoken")
    clara.enter()
    assert clara.reads("This question is new: your other answers ask it.")
    press(clara.line, "Tab")
    press(clara.line, "Enter")
    type_text(clara.line, "1")
    clara.choose("_declared", "spoken")
    clara.enter()
    assert clara.reads("We have your request"), clara.text("main")
    whole = counted.keys
    with capsys.disabled():
        print(f"\nkeys: {begun} to open the form, {whole - begun} for its six answers and to send it, {whole} in all")
    assert whole / PACE < SECONDS
