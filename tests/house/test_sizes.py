"""A door is short, a file has one subject."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
APP = ROOT / "app"
WRITTEN_BY_A_PROGRAM = APP / "kit" / "migrations" / "versions"


def lines(file: Path) -> int:
    return len(file.read_text("utf-8").splitlines())


def named(file: Path) -> str:
    return str(file.relative_to(ROOT))


DOORS = sorted(APP.glob("*/__init__.py")) + sorted(
    file
    for file in APP.glob("*/*.py")
    if file.parent.name != "kit" and file.stem != "__init__" and "\n__all__ = " in file.read_text("utf-8")
)


@pytest.mark.parametrize("door", DOORS, ids=named)
def test_a_door_has_at_most_40_lines_and_says_what_the_room_is_for(door: Path) -> None:
    assert lines(door) <= 40
    assert door.read_text("utf-8").startswith('"""')


def test_a_file_has_at_most_250_lines() -> None:
    files = [file for file in APP.rglob("*.py") if WRITTEN_BY_A_PROGRAM not in file.parents]
    assert not {named(file): lines(file) for file in files if lines(file) > 250}


def test_the_gate_has_files_of_at_most_250_lines_and_tests_of_280() -> None:
    files = dict.fromkeys((ROOT / "a11y_tests").rglob("*.py"), 250) | dict.fromkeys((ROOT / "tests").rglob("*.py"), 280)
    assert not {named(file): lines(file) for file, most in files.items() if lines(file) > most}


def test_a_script_has_at_most_150_lines() -> None:
    files = [file for room in ("static", "a11y_tests/scripts") for file in (ROOT / room).rglob("*.js")]
    files = [file for file in files if "vendor" not in file.parts]
    assert not {named(file): lines(file) for file in files if lines(file) > 150}


def test_no_file_is_a_drawer_for_everything() -> None:
    assert not [named(file) for file in ROOT.glob("*/**/*.py") if file.stem in ("utils", "helpers", "common", "misc")
                and ".venv" not in file.parts]  # fmt: skip
