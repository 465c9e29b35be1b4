"""Links of our own things in Markdown: [words](service:birth_certificate), article:, event:, life_event:, office:,
page:."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

WHERE: Mapping[str, str] = {
    "service": "/services/{slug}",
    "article": "/articles/{slug}",
    "event": "/events/{slug}",
    "life_event": "/life-events/{slug}",
    "office": "/offices/{slug}",
    "page": "/{slug}",
}
OURS = re.compile(rf"\]\(({'|'.join(WHERE)}):([a-z0-9_-]+)\)")
LINK = re.compile(r"\[([^\]\n]*)\]\(\s*<?([^)>\s]*)[^)]*\)")
OUTSIDE = ("https://", "http://", "mailto:", "tel:", "sms:", "#")


def address(kind: str, id: str) -> str:
    """Below the locale."""
    return WHERE[kind].format(slug=id.replace("_", "-"))


def resolved(text: str) -> str:
    """The same Markdown, with the addresses of our own things."""
    return OURS.sub(lambda found: f"]({address(found[1], found[2])})", text)


def broken(text: str, known: Mapping[str, frozenset[str]]) -> Iterator[str]:
    """What is wrong with its links, each as a sentence that says what to do."""
    for found in LINK.finditer(text):
        words, target = found[1], found[2]
        kind, colon, id = target.partition(":")
        if colon and kind in WHERE:
            if id not in known[kind]:
                near = "".join(f" Is it {kind}:{each}?" for each in get_close_matches(id, known[kind], 1))
                yield f"The link “{words}” leads to {target}, which is not there.{near} Mend the id, or add it."
        elif target.startswith("/") and not target.startswith("//"):
            if _astray(target.partition("#")[0], known):
                yield f"The link “{words}” leads to {target}, which is not there. Mend the address."
        elif not target.startswith(OUTSIDE):
            yield (
                f"The link “{words}” leads to “{target}”, which is no address. Write https://…, or our own thing: "
                f"{', '.join(f'{each}:…' for each in WHERE)}."
            )


def _astray(path: str, known: Mapping[str, frozenset[str]]) -> bool:
    """Does it lie in a folder of our own things, without being one of them?"""
    folder, _, slug = path.strip("/").partition("/")
    kind, id = _FOLDERS.get(folder), slug.replace("-", "_")
    return bool(slug) and kind is not None and (id not in known[kind] or path != address(kind, id))


_FOLDERS = {where.split("/")[1]: kind for kind, where in WHERE.items() if where.count("/") > 1}
