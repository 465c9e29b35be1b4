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
    paths = {address(kind, id) for kind, ids in known.items() for id in ids}
    for found in LINK.finditer(text):
        words, target = found[1], found[2]
        kind, colon, id = target.partition(":")
        if colon and kind in WHERE:
            if id not in known[kind]:
                near = "".join(f" Is it {kind}:{each}?" for each in get_close_matches(id, known[kind], 1))
                yield f"The link “{words}” leads to {target}, which is not there.{near} Mend the id, or add it."
        elif target.startswith("/") and not target.startswith("//"):
            folder = target.strip("/").partition("/")[0]
            if "/" in target.strip("/") and f"/{folder}/" in _FOLDERS and target.partition("#")[0] not in paths:
                yield f"The link “{words}” leads to {target}, which is not there. Mend the address."
        elif not target.startswith(OUTSIDE):
            yield (
                f"The link “{words}” leads to “{target}”, which is no address. Write https://…, or our own thing: "
                f"{', '.join(f'{each}:…' for each in WHERE)}."
            )


_FOLDERS = frozenset(where.removesuffix("{slug}") for where in WHERE.values()) - {"/"}
