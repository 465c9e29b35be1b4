"""The parts that pages are made of, as their own folders describe them: templates/components/<name>/."""

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import yaml
from markupsafe import Markup

from app.codesign import places
from app.kit.i18n import N_, translate
from app.kit.templates import TEMPLATES, environment

IDS = re.compile(r'\b(id|for|aria-labelledby|aria-describedby|data-count-of)="([^"]+)"')
HERE = re.compile(r'href="#[^"]*"')
FOLDER = TEMPLATES / "components"
SPOKEN = "en"
"""The language of the examples, and of what the folders say."""
GROUPS = {
    "frame": N_("Around every page"),
    "ways": N_("Ways on"),
    "questions": N_("Questions and answers to them"),
    "answers": N_("What the town shows"),
    "case": N_("A case, and news of it"),
}
ELSE = "answers"
KEYS = {
    "none": N_("Nothing to press: Tab passes by."),
    "link": N_("Tab comes to the link, Enter follows it."),
    "button": N_("Tab comes to the button, Enter or Space presses it."),
    "radio": N_("Tab comes to the group, the arrow keys choose."),
    "box": N_("Tab comes to each box, Space ticks it."),
    "text": N_("Tab comes to the field; you write, and nothing jumps."),
    "select": N_("Tab comes to the list, the arrow keys choose."),
    "file": N_("Tab comes to the button, Enter or Space opens the files."),
    "fold": N_("Tab comes to the heading, Enter or Space opens and closes it."),
    "scroll": N_("Tab comes to the table, the arrow keys move it where it is wider than the window."),
}
SHOWN = {
    "frame": N_("It belongs to the frame of a page: you see it around this one."),
    "part": N_("It has no label of its own: other parts show it."),
    "time": N_("It is shown only where it is needed, so not here."),
}


@dataclass(frozen=True)
class Example:
    """`call` is how a template asks for it. `wrong`: it shows a mistake, and its heading has to say so."""

    name: str
    call: str
    html: Markup
    wrong: bool


@dataclass(frozen=True)
class Parameter:
    name: str
    kind: str
    what: str


@dataclass(frozen=True)
class Part:
    """`about`, `notes`, `says`, parameters and examples are in English; the rest is in the page's language."""

    id: str
    name: str
    group: str
    about: Sequence[str]
    examples: Sequence[Example]
    unshown: str
    parameters: Sequence[Parameter]
    notes: Sequence[str]
    criteria: Sequence[places.Criterion]
    keys: Sequence[str]
    says: str


@cache
def names() -> tuple[str, ...]:
    """All but the token of a form, which nobody sees."""
    return tuple(sorted(folder.name for folder in FOLDER.iterdir() if folder.is_dir() and folder.name != "token"))


def group_of(name: str) -> str:
    return str(_described(name).get("group", ELSE))


def part(name: str, locale: str) -> Part:
    described = _described(name)
    criteria, shown = places.criteria(locale), described.get("shown", "")
    return Part(
        id=name,
        name=title(name, locale),
        group=group_of(name),
        about=_about(name),
        examples=() if shown else _examples(name, described["examples"]),
        unshown=translate(locale, SHOWN[shown]) if shown else "",
        parameters=tuple(_parameter(key, facts) for key, facts in described["parameters"].items()),
        notes=tuple(described["accessibility"]),
        criteria=tuple(criteria[number] for number in described.get("wcag", ())),
        keys=tuple(translate(locale, KEYS[key]) for key in described.get("keys", ())),
        says=str(described.get("says", "")),
    )


def title(name: str, locale: str) -> str:
    return places.components(locale).get(name, name)


@cache
def _described(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = yaml.safe_load((FOLDER / name / "examples.yaml").read_text("utf-8"))
    return found


@cache
def _about(name: str) -> tuple[str, ...]:
    """The README without its heading, by paragraphs."""
    text = (FOLDER / name / "README.md").read_text("utf-8").replace("`", "").replace("*", "")
    paragraphs = [" ".join(each.split()) for each in text.split("\n\n")]
    return tuple(each for each in paragraphs if not each.startswith("#"))


def _examples(name: str, examples: Sequence[Mapping[str, Any]]) -> tuple[Example, ...]:
    """All but the heading of a page, or what is alone on it. A mistake stands second at latest, to be heard soon."""
    drawn = [one for one in examples if one["arguments"].get("level") != 1 and not one.get("alone")]
    ordered = [*drawn[:1], *sorted(drawn[1:], key=lambda one: not one["arguments"].get("error"))]
    return tuple(_example(name, one, place) for place, one in enumerate(ordered, 1))


def _example(name: str, example: Mapping[str, Any], place: int) -> Example:
    arguments = dict(example["arguments"])
    macro_name = name.replace("-", "_")
    call = f"ui.{macro_name}({', '.join(f'{key}={_literal(value)}' for key, value in arguments.items())})"
    if "content" in example:
        arguments["caller"] = lambda: Markup(example["content"])  # noqa: S704 (a file of ours)
    html: Markup = getattr(environment(SPOKEN).globals["ui"], macro_name)(**arguments)
    return Example(str(example["name"]), call, _on_one_page(html, place), bool(arguments.get("error")))


def _on_one_page(html: Markup, place: int) -> Markup:
    """Beside its other states: no id twice, no focus taken, and links that lead back to the heading of the state."""
    own = IDS.sub(lambda found: f'{found[1]}="{" ".join(f"{id}-{place}" for id in found[2].split())}"', html)
    own = HERE.sub(f'href="#example-{place}"', own.replace(" autofocus>", ">"))
    return Markup(own)  # noqa: S704 (was escaped when it was drawn)


def _literal(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _parameter(name: str, facts: Mapping[str, Any]) -> Parameter:
    need = "required" if facts["required"] else f"{_literal(facts['default'])} if not given"
    return Parameter(name, f"{facts['type']}, {need}", str(facts["what"]))
