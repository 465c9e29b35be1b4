"""Sentences as they are shown: in the language asked for, or in the source language, which then says so."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup, escape

from app.kit.i18n import direction, lang_tag

EASY = ".easy"
"""Behind the key of a sentence: the same in easy words, for who asked for them."""
PLACE = re.compile(r"\{([a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*)\}")
"""A named place in a sentence: {reference}, {owner.name}."""


class Text(str):
    """A plain sentence (templates escape it). `lang` is "" when it is in the language asked for; otherwise the tag
    of the language it fell back to, and `dir` that language's direction."""

    __slots__ = ("dir", "isolated", "lang")

    lang: str
    dir: str
    isolated: Markup
    """The same with every value in <bdi>: for text between tags, never for attributes or titles."""

    def __new__(cls, text: str, locale: str = "", isolated: Markup | None = None) -> "Text":
        made = super().__new__(cls, text)
        made.lang = lang_tag(locale) if locale else ""
        made.dir = direction(locale) if locale else ""
        made.isolated = escape(text) if isolated is None else isolated
        return made


@dataclass(frozen=True)
class Texts:
    """The sentences of one service, or of the town, in one language. `texts("field.kind.label")` gives a Text."""

    locale: str
    sentences: Mapping[str, str]
    source: str
    fallback: Mapping[str, str]
    plain: dict[str, Text | None] = field(default_factory=dict, repr=False, compare=False)
    """Sentences without values that were asked for already."""

    def __call__(self, key: str, /, **values: object) -> Text:
        """The sentence with its values; KeyError for a key that is not there, or when some values are missing."""
        found = self.get(key, **values)
        if found is None:
            raise KeyError(key)
        return found

    def get(self, key: str, /, **values: object) -> Text | None:
        """The same, or None for a key that is not there (a hint, a why)."""
        if values:
            return self._filled(key, values)
        if key not in self.plain:
            self.plain[key] = self._filled(key, {})
        return self.plain[key]

    def _filled(self, key: str, values: Mapping[str, object]) -> Text | None:
        if key in self.sentences:
            return fill(self.sentences[key], "", values)
        if key in self.fallback:
            return fill(self.fallback[key], "" if self.locale == self.source else self.source, values)
        return None

    def in_easy_words(self) -> "Texts":
        """The same, with the easy version of each sentence that has one (`message.granted.body.easy`)."""
        return Texts(self.locale, _easy(self.sentences), self.source, _easy(self.fallback))

    def whole(self, *keys: str) -> "Texts":
        """The same, but in the source language if one of these sentences is missing: no page mixes two languages."""
        if all(key in self.sentences for key in keys):
            return self
        return Texts(self.locale, {}, self.source, self.fallback)

    def __contains__(self, key: object) -> bool:
        return key in self.sentences or key in self.fallback


def _easy(sentences: Mapping[str, str]) -> dict[str, str]:
    easy = {key.removesuffix(EASY): words for key, words in sentences.items() if key.endswith(EASY)}
    return {**sentences, **easy}


def fill(sentence: str, locale: str, values: Mapping[str, object]) -> Text:
    """Put values into their places; without any value the places stay. `owner__name` is the value of {owner.name}."""
    if not values or "{" not in sentence:
        return Text(sentence, locale)
    known = {name.replace("__", "."): value for name, value in values.items()}
    plain = PLACE.sub(lambda place: str(known[place[1]]), sentence)
    isolated = Markup("").join(_pieces(sentence, known))
    return Text(plain, locale, isolated)


def _pieces(sentence: str, known: Mapping[str, object]) -> list[Markup]:
    pieces, end = [], 0
    for place in PLACE.finditer(sentence):
        pieces.append(escape(sentence[end : place.start()]))
        pieces.append(Markup("<bdi>{}</bdi>").format(str(known[place[1]])))
        end = place.end()
    return [*pieces, escape(sentence[end:])]


def places(sentence: str) -> frozenset[str]:
    """The names of the places in a sentence."""
    return frozenset(PLACE.findall(sentence))
