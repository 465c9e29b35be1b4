"""Translations: none missing, fuzzy, outdated or untouched, and each with the places of its source sentence."""

import re
from collections.abc import Iterator, Mapping

from app.catalogue.checks.wording import complaints
from app.catalogue.problems import Problem
from app.catalogue.sentences import Entry, Sentences, Translation
from app.catalogue.text import PLACE, places

WORDS = ".words"
"""Behind the keys of lists of words, which are no sentences."""
HEADING_NAME = re.compile(r"\{#([a-z][a-z0-9-]*)\}")


def check_translations(sentences: Sentences) -> Iterator[Problem]:
    """Wording of the source sentences, and all that can be wrong with their translations."""
    if not sentences.known:
        return
    for key, sentence in sentences.own.items():
        for words in complaints(sentence, sentences.source, long=key in sentences.long or key.endswith(WORDS)):
            yield sentences.problem(key, words)
    for locale, translation in sentences.translations.items():
        yield from _check(sentences.own, translation, locale)


def _check(own: Mapping[str, str], translation: Translation, locale: str) -> Iterator[Problem]:
    for key, sentence in own.items():
        entry = translation.entries.get(key)
        if entry is None or not entry.text:
            todo = "Write the translation behind msgstr" if entry else "Add msgctxt, msgid and msgstr"
            yield Problem(translation.file, entry.line if entry else 0, f"“{key}” is not translated. {todo}.")
            continue
        long = entry.long or key.endswith(WORDS)
        for words in (*_faults(key, sentence, entry), *complaints(entry.text, locale, long=long)):
            yield Problem(translation.file, entry.line, words)
    for key, entry in translation.entries.items():
        if key not in own:
            yield Problem(
                translation.file, entry.line, f"text.yaml has no “{key}”. Remove this entry, or mend its key."
            )


def _faults(key: str, sentence: str, entry: Entry) -> Iterator[str]:
    if entry.fuzzy:
        yield f"“{key}” is marked fuzzy. Check the translation and remove the mark."
    if entry.source != sentence:
        yield f"The source sentence of “{key}” has changed. Translate it again and copy the new sentence to msgid."
    if entry.text == sentence and not entry.same and _has_words(sentence):
        yield f"“{key}” is not translated: it reads like its source. If that is right, write “# same: why” above it."
    if _anchors(sentence) != _anchors(entry.text):
        yield f"“{key}” must name the same headings as its source: {{#name}} behind each."
    for name in sorted(places(sentence) - places(entry.text)):
        yield f"“{key}” leaves out {{{name}}}. Put it into the translation."
    for name in sorted(places(entry.text) - places(sentence)):
        yield f"“{key}” names {{{name}}}, which its source does not have. Remove it."


def _anchors(text: str) -> list[str]:
    return sorted(HEADING_NAME.findall(text))


def _has_words(sentence: str) -> bool:
    return any(character.isalpha() for character in PLACE.sub("", sentence))
