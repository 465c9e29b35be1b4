"""How far it is: a bar on a terminal, a line now and then elsewhere, nothing when asked for silence."""

import io

import pytest

from a11y_tests.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_gets_a_bar_that_is_taken_away_in_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    out = Terminal()
    bar = Progress(4, out)
    bar.step()
    bar.step()
    last = out.getvalue().split("\r")[-1]
    assert "2 of 4 pages, 0 s left" in last
    drawn = last[last.index("[") + 1 : last.index("]")]
    assert 3 < drawn.count("#") <= drawn.count(".") <= drawn.count("#") + 1
    assert len(last) < 60
    bar.end()
    assert out.getvalue().split("\r")[-2].strip() == ""


def test_elsewhere_a_line_comes_now_and_then() -> None:
    now = [0.0]
    out = io.StringIO()
    steps = Progress(100, out, lambda: now[0])
    for _ in range(50):
        now[0] += 1
        steps.step()
    steps.end()
    lines = out.getvalue().splitlines()
    assert lines[0] == "a11y-gate: 10 of 100 pages, 2 min left"  # ninety seconds are told in minutes
    assert len(lines) == 5


def test_silence_is_silent() -> None:
    quiet = Progress(1, None)
    quiet.step()
    quiet.end()
    assert quiet.done == 1
