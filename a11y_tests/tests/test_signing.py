"""A sign-in that fails is noticed, said in one line and in the reports; then no page is looked at."""

import json
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_tests.cli import main
from a11y_tests.tests.awkward import awkward

CHEAP = ["--checks", "structure", "--quiet", "--patience", "20"]


@pytest.fixture(scope="module")
def bad() -> Iterator[str]:
    with awkward() as url:
        yield url


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("echo {}/nowhere", "the server answers 404"),
        ("echo {}/me", "it leads to /sign-in, which asks to sign in"),
        ("echo {}/sign-in", "/sign-in asks to sign in"),
        ("echo {}/acceso", "/acceso asks to sign in"),
        ("echo {}/again", 'the same page comes again after "Go on" was pressed'),
        ("echo {}/required", 'nobody fills in "Code"'),
        ("false", "gave no link: false"),
        ("echo hello", "printed no link that begins with http: hello"),
        ("/nowhere", "cannot run"),
        ("echo 'hello", "cannot run"),
    ],
)
def test_a_sign_in_that_fails_is_a_row_and_no_page_is_looked_at(
    bad: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str, said: str
) -> None:
    given = [*CHEAP, "--fail-on", "never", "--format", "json", "--out", str(tmp_path)]
    assert main([bad + "/fine", "--login", command.replace("{}", bad), *given]) == 2
    told = capsys.readouterr()
    assert "0 pages looked at" in told.out
    assert "the sign-in failed: " in told.err
    assert said in told.err
    assert told.err.count("\n") == 1
    (row,) = json.loads((tmp_path / "findings.json").read_text())["findings"]
    assert said in row["message"]


def test_a_command_that_does_not_end_is_ended(bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    began = time.monotonic()
    assert main([bad + "/fine", *CHEAP, "--patience", "1", "--login", "sh -c 'sleep 60; true'"]) == 2
    assert time.monotonic() - began < 30
    assert "gave no link within 1 seconds" in capsys.readouterr().err


def test_who_is_signed_in_by_a_press_sees_the_page(bad: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([bad + "/fine", *CHEAP, "--login", f"echo {bad}/link"]) == 0
    assert "1 page looked at, 0 findings." in capsys.readouterr().out
