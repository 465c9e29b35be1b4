"""How a sentence reads: no link that says "here", no sentence too long for its language, no heading out of order."""

import re
from collections.abc import Iterator, Mapping

from app.catalogue.markdown import CONTACT

LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
EMPTY_LINKS: Mapping[str, frozenset[str]] = {
    "en": frozenset({"here", "click here", "this link", "link", "more", "read more"}),
    "es": frozenset({"aquí", "haga clic aquí", "pulse aquí", "este enlace", "enlace", "más", "leer más"}),
    "zh-Hant": frozenset({"這裡", "這裏", "此處", "按此", "點此", "點這裡", "請按此", "連結", "更多"}),
    "ar": frozenset({"هنا", "اضغط هنا", "انقر هنا", "الرابط", "هذا الرابط", "المزيد"}),
}
MOST_WORDS: Mapping[str, int] = {"en": 25, "es": 25, "ar": 25}
MOST_CHARACTERS: Mapping[str, int] = {"zh-Hant": 45}
END = re.compile(r"(?<=[.!?؟؛;:])\s+|(?<=[。！？；：])|\n")
MARKS = re.compile(r"^\s*(?:[-*+]|\d+[.)]|#{1,6}|>)\s+|[*_`]|\]\([^)]*\)|\[|\{#[a-z0-9-]+\}", re.MULTILINE)
LATIN = re.compile(r"[A-Za-z\u00c0-\u024f0-9]+(?:[ .,'’-]+[A-Za-z\u00c0-\u024f0-9]+)*")
"""A foreign name, a number or an address is read as one character among Chinese ones."""
HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*(?:\{#[a-z0-9-]+\})?$", re.MULTILINE)
TOP_HEADING = re.compile(r"^#\s", re.MULTILINE)


def complaints(sentence: str, locale: str, *, long: bool = False) -> Iterator[str]:
    """What is wrong with the wording, each as a sentence that says what to do. `long`: there is a reason for its
    length."""
    for link in LINK.finditer(sentence):
        words = link[1].strip(" .。!！").lower()
        if not words or words in EMPTY_LINKS.get(locale, frozenset()):
            yield f"The link “{link[1]}” does not say where it leads. Name the page or the action."
    if TOP_HEADING.search(sentence):
        yield "The page has its heading already. Begin headings with ##."
    yield from _levels(sentence)
    if long:
        return
    for part in END.split(MARKS.sub("", sentence)):
        much = _too_long(part.strip(), locale)
        if much:
            yield (
                f"This sentence is too long ({much}). Make two of it, or write “# long: why” above it: "
                f"“{part.strip()[:50]}…”"
            )


def _levels(text: str) -> Iterator[str]:
    """No level of headings is left out: who listens would look for what is not there."""
    before = 1
    for found in HEADING.finditer(text):
        level = len(found[1])
        if level > before + 1:
            yield f"The heading “{found[2].strip()}” leaves out a level. Begin it with {'#' * (before + 1)}."
        before = level


def _too_long(part: str, locale: str) -> str:
    words, most = len(part.split()), MOST_WORDS.get(locale)
    if most and words > most:
        return f"{words} words, at most {most}"
    characters, most = len(LATIN.sub("·", CONTACT.sub("·", part))), MOST_CHARACTERS.get(locale)
    if most and characters > most:
        return f"{characters} characters, at most {most}"
    return ""
