"""What others copy uses options that exist."""

import re
import shlex
import tomllib
from pathlib import Path

import pytest
import yaml

from a11y_tests.asking.options import options, read
from a11y_tests.checks import EVERY

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
        assert read([word for argument in arguments for word in given(file, argument)]).url


def given(file: Path, argument: str) -> list[str]:
    """What the workflow puts in the place of a variable; the depth is chosen by the server."""
    if not argument.startswith("$"):
        return [argument]
    variables = yaml.safe_load(file.read_text("utf8"))["jobs"]["gate"]["env"]
    return [] if argument == "$DEPTH" else str(variables[argument[1:]]).split()


def test_what_the_workflow_says_of_a_baseline_can_be_given() -> None:
    text = EXAMPLES[2].read_text("utf8")
    (shown,) = re.findall(r"^# +(--baseline .+)$", text, re.MULTILINE)
    assert read(["http://localhost:8000/", *shown.split()]).baseline_frozen


def test_the_workflow_needs_no_file_that_is_not_there() -> None:
    """Whoever copies it has no folder of ours, and we have no baseline."""
    text = "\n".join(line for line in EXAMPLES[2].read_text("utf8").splitlines() if not line.startswith("#"))
    assert "accessibility-baseline.json" not in text
    assert [text.count(ours) for ours in ("./a11y_tests", "bin/run", "a11y_tests/")] == [1, 1, 0]


def test_the_readme_names_every_option() -> None:
    text = (HERE / "README.md").read_text("utf8")
    names = [name for action in options()._actions for name in action.option_strings if name.startswith("--")]
    assert [name for name in names if name != "--help" and f"`{name}" not in text] == []


@pytest.mark.parametrize("check", EVERY)
def test_the_readme_says_what_each_check_looks_for_in_one_row(check: str) -> None:
    assert (HERE / "README.md").read_text("utf8").count(f"\n| `{check}` |") == 1


def test_the_distribution_holds_every_folder() -> None:
    project = tomllib.loads((HERE / "pyproject.toml").read_text("utf8"))["tool"]["setuptools"]
    folders = {file.parent.relative_to(HERE).parts for file in HERE.rglob("*.py")}
    ours = {".".join(("a11y_tests", *parts)) for parts in folders if parts[:1] != ("tests",)}
    assert ours == set(project["packages"])
    data = {file for pattern in project["package-data"]["a11y_tests"] for file in HERE.glob(pattern)}
    needed = {*HERE.glob("*.toml"), *HERE.glob("scripts/*"), *HERE.glob("reports/*.css"), *HERE.glob("*/*.toml")}
    needed |= {file for file in (HERE / "mutants").rglob("*") if file.suffix in (".toml", ".js", ".html")}
    assert needed <= data
