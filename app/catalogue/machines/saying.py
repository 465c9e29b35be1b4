"""Things of schema.org as a block of data in a page. Browsers do not run it, so no policy has to allow it."""

import json
from collections.abc import Iterable
from typing import Any, TypeAlias

from markupsafe import Markup

Thing: TypeAlias = dict[str, Any]
CONTEXT = "https://schema.org"
UNSAFE = {ord(letter): f"\\u{ord(letter):04x}" for letter in "<>&\u2028\u2029"}
"""What could end the element, or a line of a script. JSON has these letters in strings only."""


def thing(kind: str, id: str = "", **facts: Any) -> Thing:
    """A thing with its facts, without those that are not known. False and "0" are known."""
    known = {name: fact for name, fact in facts.items() if fact not in (None, "", (), [], {})}
    return {"@type": kind, **({"@id": id} if id else {}), **known}


def term(name: str) -> str:
    """One of schema.org's own words, such as a weekday."""
    return f"{CONTEXT}/{name}"


def block(things: Iterable[Thing]) -> Markup:
    said = json.dumps({"@context": CONTEXT, "@graph": list(things)}, ensure_ascii=False, separators=(",", ":"))
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(said.translate(UNSAFE)))  # noqa: S704
