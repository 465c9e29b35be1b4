"""The index of one language: BM25 over weighted fields, worked out when it is made, so that asking is adding up."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log
from typing import NamedTuple

from app.catalogue.searching.analysis import Word, analyse, question
from app.catalogue.searching.documents import Document
from app.catalogue.searching.near import Near

FIELDS = {"title": (6.0, 0.3), "words": (4.5, 0.2), "summary": (2.0, 0.5), "body": (1.0, 0.75)}
"""What a field weighs, and how far its length tells against it."""
SATURATION = 1.2
KINDS = {"service": 1.3, "life_event": 1.2, "office": 1.1, "article": 1.0, "event": 0.9, "page": 0.85}
"""Services first where all else is equal."""
CALLED_SO, HALF_SO = 0.8, 6
LEAST = 0.25
"""What is worth less than this beside the best is left out."""
SENTENCES = re.compile(r"(?<=[.!?؟])\s+|(?<=[。！？])")


class Hit(NamedTuple):
    """A document by its number. `tokens` are the words found in it, by what was asked for or near it."""

    number: int
    score: float
    tokens: frozenset[int]


@dataclass(frozen=True)
class Sentence:
    """A sentence, or one of the words that people use, with its tokens."""

    field: str
    text: str
    tokens: tuple[int, ...]


class Index:
    """What can be found in one language. Made once, never changed."""

    def __init__(self, documents: Sequence[Document], locale: str) -> None:
        self.locale = locale
        self.documents = documents
        self.tokens: dict[str, int] = {}
        self._plain: dict[str, int] = {}
        self._called: defaultdict[tuple[int, ...], list[int]] = defaultdict(list)
        self.sentences = [self._read(number, document) for number, document in enumerate(documents)]
        self._kinds = [KINDS[document.kind] for document in documents]
        self._worth = _worth(self.sentences, len(documents))
        self._near = Near(self._plain)

    def _read(self, number: int, document: Document) -> tuple[Sentence, ...]:
        read = []
        for field, text in _split(document):
            tokens = tuple(self._known(word) for word in analyse(text, self.locale))
            read.append(Sentence(field, text, tokens))
            if field in ("title", "words") and tokens:
                self._called[tokens].append(number)
        return tuple(read)

    def _known(self, word: Word) -> int:
        token = self.tokens.setdefault(word.token, len(self.tokens))
        self._plain.setdefault(word.plain, token)
        return token

    def of(self, kind: str, id: str) -> Document | None:
        return next((each for each in self.documents if (each.kind, each.id) == (kind, id)), None)

    def search(self, text: str) -> list[Hit]:
        """The documents that answer, the best first."""
        words = question(text, self.locale)
        meant = [self._meant(word) for word in words]
        if not any(meant):
            return []
        scores: defaultdict[int, float] = defaultdict(float)
        covered: defaultdict[int, float] = defaultdict(float)
        for word, tokens in zip(words, meant, strict=True):
            for number, impact in self._best(tokens).items():
                scores[number] += impact * word.weight
                covered[number] += word.weight
        whole = sum(word.weight for word in words)
        bonus = self._so_called([max(tokens, key=tokens.__getitem__) for tokens in meant if tokens], len(words))
        found = {
            number: score * _share(covered[number] / whole) * self._kinds[number] * (1 + bonus.get(number, 0.0))
            for number, score in scores.items()
        }
        least = LEAST * max(found.values())
        told = {token for word, tokens in zip(words, meant, strict=True) if word.weight >= 1 for token in tokens}
        hits = [
            Hit(number, score, frozenset(token for token in told if number in self._worth[token]))
            for number, score in found.items()
            if score >= least
        ]
        return sorted(hits, key=lambda hit: -hit.score)

    def _best(self, tokens: Mapping[int, float]) -> Mapping[int, float]:
        """The documents that have one of these tokens, each with what the best of them counts."""
        best: dict[int, float] = {}
        for token, worth in tokens.items():
            if worth == 1.0 and len(tokens) == 1:
                return self._worth[token]
            for number, impact in self._worth[token].items():
                best[number] = max(best.get(number, 0.0), impact * worth)
        return best

    def _meant(self, word: Word) -> Mapping[int, float]:
        """The tokens that stand for a word, and what each is worth."""
        if word.token in self.tokens:
            return {self.tokens[word.token]: 1.0}
        if word.plain in self._plain:
            return {self._plain[word.plain]: 1.0}
        return self._near.to(word.plain)

    def _so_called(self, tokens: Sequence[int], whole: int) -> dict[int, float]:
        """Documents whose title, or another word for it, stands in the question from its beginning to its end."""
        found: dict[int, float] = {}
        for start in range(len(tokens)):
            for end in range(start + 1, min(len(tokens), start + 2 * HALF_SO) + 1):
                for number in self._called.get(tuple(tokens[start:end]), ()):
                    found[number] = max(found.get(number, 0.0), CALLED_SO * (end - start) / whole)
        return found


def _split(document: Document) -> Iterable[tuple[str, str]]:
    yield "title", document.title
    yield from (("words", word) for word in document.words)
    yield from (("summary", sentence) for sentence in SENTENCES.split(document.summary))
    yield from (("body", sentence) for text in document.body for sentence in SENTENCES.split(text))


def _share(covered: float) -> float:
    return 0.25 + 0.75 * covered


def _worth(read: Sequence[Sequence[Sentence]], number: int) -> dict[int, dict[int, float]]:
    """By token the documents that have it, each with its BM25 over all fields."""
    counted = [_counted(sentences) for sentences in read]
    lengths = [{field: tokens.total() for field, tokens in fields.items()} for fields in counted]
    usual = {field: sum(each.get(field, 0) for each in lengths) / max(number, 1) or 1.0 for field in FIELDS}
    often: defaultdict[int, defaultdict[int, float]] = defaultdict(lambda: defaultdict(float))
    for document, fields in enumerate(counted):
        for field, tokens in fields.items():
            weight, tells = FIELDS[field]
            by_length = weight / (1 - tells + tells * lengths[document][field] / usual[field])
            for token, count in tokens.items():
                often[token][document] += count * by_length
    worth = {}
    for token, found in often.items():
        rare = log(1 + (number - len(found) + 0.5) / (len(found) + 0.5))
        worth[token] = {d: rare * (SATURATION + 1) * tf / (SATURATION + tf) for d, tf in found.items()}
    return worth


def _counted(sentences: Iterable[Sentence]) -> Mapping[str, Counter[int]]:
    fields: defaultdict[str, Counter[int]] = defaultdict(Counter)
    for sentence in sentences:
        fields[sentence.field].update(sentence.tokens)
    return fields
