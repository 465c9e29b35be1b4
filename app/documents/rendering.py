"""A package's letter into HTML: a sandbox, declared variables only, and nothing that could run."""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Any

import nh3
from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from app.kit.i18n import direction, lang_tag

TAGS = {
    "h1", "h2", "h3", "p", "br", "strong", "em", "ul", "ol", "li", "dl", "div", "dt", "dd", "bdi", "span", "table",
    "caption", "thead", "tbody", "tr", "th", "td", "section", "hr", "blockquote", "time", "address",
}  # fmt: skip
ATTRIBUTES = {"*": {"dir", "lang"}, "th": {"scope"}, "time": {"datetime"}}

_SANDBOX = ImmutableSandboxedEnvironment(
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
    finalize=lambda value: "" if value is None else value,
)
_SANDBOX.globals.clear()
"""What does not apply is written as nothing."""
_HEADING = re.compile(r"(</?h)([1-5])\b")


@dataclass(frozen=True)
class Side:
    """A document in one language: its title, the sentences of the package (`t`), and the declared variables by name
    (`{"reference": ..., "applicant.name": ...}`)."""

    locale: str
    title: str
    t: Callable[..., object]
    values: Mapping[str, Any]
    town: str = ""
    department: str = ""


def render(template: str, declared: Collection[str], side: Side) -> str:
    """The inside of a document in one language. A variable that nobody declared is a mistake, said as ValueError."""
    unknown = set(side.values) - set(declared)
    if unknown:
        raise ValueError(f"not declared by the letter: {', '.join(sorted(unknown))}")
    offered = {
        "t": side.t,
        "lang": lang_tag(side.locale),
        "dir": direction(side.locale),
        "locale": side.locale,
        "town": side.town,
        "department": side.department,
    }
    html = _SANDBOX.from_string(template).render({**offered, **_nested(declared, side.values)})
    return nh3.clean(html, tags=TAGS, attributes=ATTRIBUTES).strip()


def demoted(html: str) -> str:
    """The same with headings one step lower: it stands below a letter, or below the document that is binding."""
    return _HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", html)


def _nested(declared: Collection[str], values: Mapping[str, Any]) -> dict[str, Any]:
    """`child` and `child.name` become what a template asks for. A root that is declared by itself and does not apply
    is None, so that `{% if child %}` means what it says."""
    roots: dict[str, Any] = {name: values.get(name) for name in declared if "." not in name}
    parts: dict[str, dict[str, Any]] = {}
    for name in declared:
        root, _, rest = name.partition(".")
        if rest:
            parts.setdefault(root, {})[rest] = values.get(name)
    for root, inner in parts.items():
        if root not in roots or roots[root] or any(value is not None for value in inner.values()):
            roots[root] = inner
    return roots
