"""A clerk takes in what somebody says on the phone, by keyboard alone, and the keys are counted.

    PROOFS=docs/proof .venv/bin/python -m pytest -c pyproject.toml tests/browser/test_intake.py

says how many, and writes them down part by part.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from a11y_tests.keyboard import press, start_over, type_text
from a11y_tests.modes import Mode
from tests.browser.people import Comes
from tests.browser.person import Person

SECONDS = 90
PACE = 1.5
"""Keys a second of somebody who listens while she types."""
ANSWERS = {
    "for_whom": "me",
    "born_here": "yes",
    "purpose": "residence",
    "languages": "spanish",
    "delivery": "collect",
}
"""And the number of copies, which is asked because she collects them: six."""


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


def write_down(counted: list[tuple[str, int]]) -> str:
    """What each part of the work took; kept where proofs are kept, if they are."""
    whole = sum(keys for _, keys in counted)
    said = f"{whole} keys in all: {whole / PACE:.0f} of {SECONDS} seconds at {PACE} keys a second"
    if folder := os.environ.get("PROOFS"):
        rows = [f"| {part} | {keys} |" for part, keys in counted]
        lines = [
            "# The keys of a clerk who takes in a person with six answers",
            "",
            f"Chromium, by keyboard alone. {said}.",
        ]
        table = ["", "| part | keys |", "|---|---|", *rows, ""]
        (Path(folder) / "intake.md").write_text("\n".join([*lines, *table]), "utf8")
    return said


def test_a_person_with_six_answers_is_taken_in_within_ninety_seconds(
    comes: Comes, capsys: pytest.CaptureFixture[str]
) -> None:
    clara = comes("clara", "en", Mode(1280))
    clara.open("/desk/intake")
    clara.line = line = Counted(clara.line)  # type: ignore[assignment]
    counted: list[tuple[str, int]] = []

    def done(part: str) -> None:
        counted.append((part, line.keys - sum(keys for _, keys in counted)))

    to_the_form(clara)
    clara.tab_to(lambda stop: stop.field == "service", "the service")
    press(clara.line, "Down")
    clara.choose("channel", "phone")
    clara.choose("known", "attested")
    clara.write("number", "37142624Q")
    clara.enter()
    done("opens the form: the service, the phone, how the clerk knows who it is, the number of a document")
    to_the_form(clara)
    done("to the first question")
    for field, answer in ANSWERS.items():
        (clara.tick if field == "languages" else clara.choose)(field, answer)
        done(f"answers {field}")
    clara.choose("_declared", "spoken")
    clara.enter()
    done("says that it was declared, and sends")
    assert clara.reads("This question is new: your other answers ask it.")
    press(clara.line, "Tab")
    press(clara.line, "Enter")
    type_text(clara.line, "1")
    done("goes to the question that an answer opened, and answers copies")
    clara.choose("_declared", "spoken")
    clara.enter()
    done("declares and sends")
    assert clara.reads("We have your request"), clara.text("main")
    said = write_down(counted)
    with capsys.disabled():
        print(f"\n{said}")
    assert line.keys == sum(keys for _, keys in counted)
    assert line.keys / PACE < SECONDS
