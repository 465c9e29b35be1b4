"""Which page is looked at in which modes."""

import tomllib
from pathlib import Path

from a11y_tests.modes import ALL, FOUR
from a11y_tests.version import VERSION
from a11y_tests.visits import CHEAP, full, in_turns, quick

LOCALES = ("en", "es")
ADDRESSES = [f"http://x/{locale}/{page}" for page in ("a", "b") for locale in LOCALES]


def test_the_languages_take_turns_so_that_each_kind_of_page_is_seen_in_each_mode() -> None:
    visits = in_turns(ADDRESSES, LOCALES)
    assert [visit.address for visit in visits] == ADDRESSES
    for first, second in zip(visits[::2], visits[1::2], strict=True):
        assert {*first.modes, *second.modes} == set(FOUR)
        assert not {*first.modes} & {*second.modes}


def test_one_language_is_seen_in_every_mode() -> None:
    assert [set(visit.modes) for visit in in_turns(["http://x/a"], ())] == [set(FOUR)]


def test_quickly_each_kind_is_looked_at_once_and_every_page_cheaply() -> None:
    visits = quick(ADDRESSES, LOCALES)
    assert [len(visit.modes) for visit in visits] == [1, 0, 1, 0]
    assert [visit.checks == CHEAP for visit in visits] == [False, True, False, True]


def test_fully_each_page_is_seen_in_48_modes_half_of_them_without_scripts() -> None:
    assert [visit.modes for visit in full(ADDRESSES, LOCALES)] == [ALL] * 4
    assert len({mode.name for mode in ALL}) == 48
    assert sum(not mode.scripts for mode in ALL) == 24
    zoomed = [mode for mode in ALL if mode.zoom == 400]
    assert {(mode.width, mode.height) for mode in zoomed} == {(320, 256)}


def test_the_version_is_said_once() -> None:
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())["project"]
    assert project["version"] == VERSION
