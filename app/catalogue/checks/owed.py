"""The sentences that something needs, those it may have, and the places they may name."""

from collections.abc import Iterator, Mapping

from app.catalogue.problems import Problem
from app.catalogue.sentences import Sentences
from app.catalogue.text import places

Needed = Mapping[str, tuple[str, int]]
"""Key to the file and line that need it."""


def check_owed(
    sentences: Sentences,
    needed: Needed,
    allowed: Mapping[str, frozenset[str]],
    optional: frozenset[str],
    open: tuple[str, ...] = (),
) -> Iterator[Problem]:
    """`allowed`: the places that a sentence may name; `open`: how keys begin that nobody declares."""
    if not sentences.known:
        return
    for key, (file, line) in needed.items():
        if key not in sentences.own:
            message = f"“{key}” is missing ({file}, line {line} needs it). Write the sentence."
            yield Problem(sentences.marked.file, 0, message)
    for key, sentence in sentences.own.items():
        if key not in needed and key not in optional and not (open and key.startswith(open)):
            yield sentences.problem(key, f"Nothing shows “{key}”. Remove it, or mend the key.")
        for name in sorted(places(sentence) - allowed.get(key, frozenset())):
            yield sentences.problem(key, f"“{key}” names {{{name}}}, which is not given here. Remove it.")
