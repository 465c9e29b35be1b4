"""Templates: one Jinja environment a locale, and the parts of the house (`ui`) that every template reaches.

A macro behind a global sees the environment's globals only, so the language belongs to the environment.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Protocol
from unicodedata import east_asian_width

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from jinja2.exceptions import TemplateNotFound
from jinja2.runtime import Macro
from markupsafe import Markup, escape

from app.kit import inline
from app.kit.i18n import direction, gap, lang_tag, translations

ROOT = Path(__file__).parents[2]
TEMPLATES = ROOT / "templates"
STATIC = ROOT / "static"
PHRASE = re.compile(r"(?<=[：，。；？！])(?=\S)")
"""Where a Chinese phrase ends and another begins."""


@cache
def static_hash() -> str:
    """One name for the whole static folder: any changed byte gives every asset a new address."""
    digest = hashlib.sha256()
    for path in sorted(path for path in STATIC.rglob("*") if path.is_file()):
        digest.update(path.relative_to(STATIC).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:12]


@cache
def asset(path: str) -> str:
    """Address of a static file, `css/ventanilla.css` for instance; a file that is missing is a mistake of ours."""
    if not (STATIC / path).is_file():
        raise FileNotFoundError(f"static/{path}")
    return f"/static/{static_hash()}/{path}"


@cache
def icon(name: str, kind: str = "icon") -> Markup:
    """A line drawing from the sprite, hidden from assistive technology: words always stand beside it."""
    return Markup('<svg class="{}" viewBox="0 0 24 24" aria-hidden="true"><use href="{}#i-{}"/></svg>').format(
        kind, asset("icons.svg"), name
    )


@cache
def drawings() -> frozenset[str]:
    """The names in the sprite; a drawing of a service has the id of the service for its name."""
    return frozenset(re.findall(r'id="i-([\w-]+)"', (STATIC / "icons.svg").read_text("utf-8")))


class FieldProblem(Protocol):
    @property
    def field(self) -> str: ...
    @property
    def message(self) -> str: ...


def error_of(errors: Iterable[FieldProblem], field: str) -> str:
    """What is wrong with one field, or "": `{{ errors | error_of("email") }}`."""
    return next((error.message for error in errors if error.field == field), "")


def brief(text: str, columns: int) -> str:
    """As much of a name as finds room in so many columns; a Han character takes two, and so does what is left out."""
    taken = list(accumulate(2 if east_asian_width(letter) in "WF" else 1 for letter in text))
    if not taken or taken[-1] <= columns:
        return text
    return text[: sum(place <= columns - 2 for place in taken)].rstrip() + "…"


def phrases(text: str, longest: int = 9) -> Markup:
    """A Chinese heading may end a line where a phrase ends, after a comma, a colon, a question, and the sheet lets it
    end nowhere else. Not where a phrase has more letters than a line of a small phone."""
    parts = PHRASE.split(str(escape(text)))
    return Markup(("<wbr>" if max(map(len, parts)) <= longest else "").join(parts))  # noqa: S704 (escaped)


class Ui:
    """`ui.error_summary(...)`: the macro of `components/error-summary/error-summary.html`, read when first used."""

    def __init__(self, load: Callable[[str], Macro]) -> None:
        self._load = load

    def __getattr__(self, name: str) -> Macro:
        if name.startswith("_"):
            raise AttributeError(name)
        macro = self._load(name)
        setattr(self, name, macro)
        return macro


@cache
def environment(locale: str) -> Environment:
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        extensions=["jinja2.ext.i18n"],
    )
    env.filters |= {"error_of": error_of, "brief": brief, "phrases": phrases}
    env.policies["ext.i18n.trimmed"] = True
    env.install_gettext_translations(translations(locale), newstyle=True)  # type: ignore[attr-defined]

    def component(name: str) -> Macro:
        folder = name.replace("_", "-")
        try:
            module = env.get_template(f"components/{folder}/{folder}.html").module
        except TemplateNotFound:
            raise AttributeError(f"no component {folder}") from None
        macro = getattr(module, name)
        assert isinstance(macro, Macro)
        return macro

    env.globals.update(
        locale=locale,
        lang=lang_tag(locale),
        direction=direction(locale),
        gap=gap(locale),
        ui=Ui(component),
        icon=icon,
        asset=asset,
        inline_script=inline.script,
    )
    return env
