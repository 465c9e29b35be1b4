"""What others copy uses options that exist."""

import re
import shlex
from pathlib import Path

import pytest

from a11y_tests.asking.options import options, read

HERE = Path(__file__).parents[1]
EXAMPLES = [HERE / "docs" / "pre-commit.yaml", HERE / "README.md", HERE.parent / ".github/workflows/accessibility.yml"]


def commands(text: str) -> list[list[str]]:
    whole = re.sub(r"\\\n\s*", " ", text)
    lines = re.findall(r"(?:^|entry: )\s*a11y-gate (.+)", whole, re.MULTILINE)
    return [shlex.split(line, comments=True) for line in lines]


@pytest.mark.parametrize("file", EXAMPLES, ids=lambda file: file.name)
def test_every_command_that_is_shown_can_be_given(file: Path) -> None:
    shown = commands(file.read_text("utf8"))
    assert shown
    for arguments in shown:
        assert read([argument for argument in arguments if argument != "$DEPTH"]).url


def test_the_readme_names_every_option() -> None:
    text = (HERE / "README.md").read_text("utf8")
    names = [name for action in options()._actions for name in action.option_strings if name.startswith("--")]
    assert [name for name in names if name != "--help" and f"`{name}" not in text] == []
