"""Fields as a package writes them, and the town around them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app.forms import Around, Form, Outcome, Words, parse

TODAY = date(2026, 11, 24)
ROUNDS = {
    "Calle del Ancla": {"street": "Calle del Ancla", "weekday": "tue", "postcode": "29990", "aliases": "C/ Ancla"},
    "Calle de la Lonja": {"street": "Calle de la Lonja", "weekday": "tue fri", "postcode": "29990", "aliases": ""},
    "Paseo Marítimo": {"street": "Paseo Marítimo", "weekday": "thu", "postcode": "29991", "aliases": ""},
    "Plaza del Puerto": {"street": "Plaza del Puerto", "weekday": "", "postcode": "29990", "aliases": ""},
}
TOWN = {
    "today": TODAY, "town_names": ("Puerto Claro", "بويرتو كلارو", "晴港"), "postcodes": frozenset({"29990"}),
    "tables": {"rounds": ROUNDS},
}  # fmt: skip


def around(**more: Any) -> Around:
    return Around(**{**TOWN, **more})


def form(fields: Mapping[str, Any], steps: list[Any] | None = None, **more: Any) -> Form:
    asked = steps or [{"id": name, "ask": name} for name in fields]
    return Form.model_validate({"fields": fields, "steps": asked, **more})


def field(type: str, **settings: Any) -> Any:
    """A field called `it`."""
    return form({"it": {"type": type, **settings}}).fields["it"]


def sent(one: Any, *, files: Any = (), about: Around | None = None, **parts: Any) -> Outcome:
    """What comes of a field when a browser sends these parts; `_` is the field itself, `__` a dot."""
    raw = {
        "it" if name == "_" else f"it.{name.replace('__', '.')}": value if isinstance(value, list) else [value]
        for name, value in parts.items()
    }
    return parse(one, raw, about or around(), files)


def wrong(outcome: Outcome) -> dict[str, str]:
    """Which errors there are, by input."""
    return {name.removeprefix("it."): problem.name for name, problem in outcome.errors.items()}


def words(locale: str = "en", **texts: str) -> Words:
    """The house's words, with a few of the package: `it__label` is field.it.label."""
    return Words({f"field.{name.replace('__', '.')}": text for name, text in texts.items()}.get, locale)
