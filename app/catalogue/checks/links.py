"""Links in sentences: each leads somewhere."""

from collections.abc import Iterator

from app.catalogue.loading import TownFolder
from app.catalogue.problems import Problem
from app.catalogue.sentences import Sentences
from app.catalogue.writing.linking import WHERE, broken


def check_links(folder: TownFolder) -> Iterator[Problem]:
    if folder.facts is None:
        return
    known = {kind: folder.ids(kind) for kind in WHERE}
    for sentences in _all(folder):
        for key, sentence in sentences.own.items():
            for words in broken(sentence, known):
                yield sentences.problem(key, words)
        for translation in sentences.translations.values():
            for entry in translation.entries.values():
                for words in broken(entry.text, known):
                    yield Problem(translation.file, entry.line, words)


def _all(folder: TownFolder) -> Iterator[Sentences]:
    yield folder.sentences
    yield folder.phrase_sentences
    yield from (loaded.sentences for loaded in folder.packages)
    yield from (piece.sentences for piece in folder.pieces)
