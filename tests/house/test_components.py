"""Each component draws each of its examples, says what it takes, and is drawn as well-formed HTML."""

import re
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
import yaml
from markupsafe import Markup

from app.kit.i18n import LOCALES
from app.kit.templates import TEMPLATES, environment

COMPONENTS = sorted(folder for folder in (TEMPLATES / "components").iterdir() if folder.is_dir())
VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
EXAMPLES = [
    pytest.param(folder, example, id=f"{folder.name}: {example['name']}")
    for folder in COMPONENTS
    for example in yaml.safe_load((folder / "examples.yaml").read_text("utf-8"))["examples"]
]


class WellFormed(HTMLParser):
    """Opens and closes every element in order; names no id twice; carries no inline style or script."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.references: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        assert len(named) == len(attrs), f"<{tag}> repeats an attribute"
        assert tag not in ("script", "style"), f"<{tag}> inside a component"
        assert not [name for name in named if name == "style" or name.startswith("on")], f"inline code on <{tag}>"
        if named.get("id"):
            self.ids.append(str(named["id"]))
        for name in ("for", "aria-describedby", "aria-labelledby"):
            self.references += (named.get(name) or "").split()
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open[-1] == tag, f"</{tag}> closes <{self.open[-1]}>"
        self.open.pop()


def draw(folder: Path, example: dict[str, Any], locale: str = "en") -> str:
    env = environment(locale)
    macro = getattr(env.globals["ui"], folder.name.replace("-", "_"))
    arguments = dict(example["arguments"])
    if "content" in example:
        arguments["caller"] = lambda: Markup(example["content"])
    return str(macro(**arguments))


@pytest.mark.parametrize(("folder", "example"), EXAMPLES)
def test_it_draws_its_example_in_every_language(folder: Path, example: dict[str, Any]) -> None:
    for locale in LOCALES:
        drawn = WellFormed()
        drawn.feed(draw(folder, example, locale))
        drawn.close()
        assert not drawn.open, f"{drawn.open} stay open"
        assert len(drawn.ids) == len(set(drawn.ids)), f"an id stands twice: {drawn.ids}"
        assert set(drawn.references) <= set(drawn.ids), "a label or description points at nothing"


@pytest.mark.parametrize("folder", COMPONENTS, ids=lambda folder: folder.name)
def test_it_says_what_it_takes(folder: Path) -> None:
    described = yaml.safe_load((folder / "examples.yaml").read_text("utf-8"))
    source = (folder / f"{folder.name}.html").read_text("utf-8")
    name = folder.name.replace("-", "_")
    signature = re.search(rf"macro {name}\((.*?)\) %}}", source, re.DOTALL)
    assert signature, f"{folder.name}.html defines no macro {name}"
    macro = getattr(environment("en").globals["ui"], name)
    assert set(described["parameters"]) == set(macro.arguments), "examples.yaml and the macro name other parameters"
    for parameter, facts in described["parameters"].items():
        assert {"type", "required", "what"} <= set(facts), f"{parameter}: type, required and what are missing"
        assert facts["required"] or "default" in facts, f"{parameter}: no default"
    assert described["accessibility"], "no accessibility criterion"
    assert (folder / "README.md").read_text("utf-8").startswith("# ")


def test_an_unknown_component_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="no component no-such-part"):
        environment("en").globals["ui"].no_such_part  # type: ignore[attr-defined]  # noqa: B018
