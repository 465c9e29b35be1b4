"""Words near one that nobody wrote: a typing mistake, a beginning, what sounds alike."""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping

from app.catalogue.searching import sounds
from app.catalogue.searching.analysis import ARABIC, is_han, without_article
from app.kit.blinding import skeleton

SHORT, LONG = 4, 8
"""A mistake is forgiven from so many letters on, and two."""
TRIED = 24
BEGUN = 3
MOST_BEGUN = 12


class Near:
    """The words of an index (`plain` to token), found by what they share with another. An answer is a token and what
    it is worth beside the word itself."""

    def __init__(self, words: Mapping[str, int]) -> None:
        self.tokens = words
        self.words = sorted(word for word in words if not is_han(word))
        self._by_trigram: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._by_sound: defaultdict[str, list[str]] = defaultdict(list)
        self._by_bones: defaultdict[str, list[str]] = defaultdict(list)
        for place, word in enumerate(self.words):
            self._by_sound[sounds.of_word(word)].append(word)
            if ARABIC.search(word):
                self._by_bones[skeleton(without_article(word))].append(word)
            for trigram in _trigrams(word):
                self._by_trigram[trigram].append(place)
        for word in words:
            if len(word) == 2 and is_han(word):
                self._by_sound[sounds.of_characters(word)].append(word)

    def to(self, plain: str) -> dict[int, float]:
        """Tokens for a word that is not among those of the index."""
        if is_han(plain):
            return self._valued(self._by_sound.get(sounds.of_characters(plain), ()), 0.7) if len(plain) == 2 else {}
        mistaken = self._mistaken(plain)
        alike = [w for w in self._by_sound.get(sounds.of_word(plain), ()) if len(plain) > SHORT and _alike(w, plain)]
        begun = self._valued(self._begun(plain), 0.8)
        return self._valued((*alike, *self._spelled(plain)), 0.6) | mistaken | begun

    def _spelled(self, plain: str) -> Iterable[str]:
        """Arabic in Latin letters, by its consonants: what ends in ة may be written with a t."""
        bones = skeleton(plain) if plain.isascii() else ""
        return self._by_bones.get(bones) or self._by_bones.get(bones.removesuffix("t")) or () if bones else ()

    def _valued(self, words: Iterable[str], worth: float) -> dict[int, float]:
        return {self.tokens[word]: worth for word in words}

    def _begun(self, plain: str) -> Iterator[str]:
        if len(plain) < BEGUN:
            return
        first = bisect_left(self.words, plain)
        for word in self.words[first : first + MOST_BEGUN]:
            if not word.startswith(plain):
                return
            yield word

    def _mistaken(self, plain: str) -> dict[int, float]:
        """The nearest only: one mistake before two."""
        if len(plain) < SHORT or plain.isdigit():
            return {}
        shared: Counter[int] = Counter()
        for trigram in _trigrams(plain):
            shared.update(self._by_trigram.get(trigram, ()))
        allowed = 1 if len(plain) < LONG else 2
        by_distance: defaultdict[int, list[str]] = defaultdict(list)
        for place, _ in shared.most_common(TRIED):
            word = self.words[place]
            if abs(len(word) - len(plain)) <= allowed and len(word) >= SHORT - 1:
                by_distance[distance(word, plain)].append(word)
        for many in range(1, allowed + 1):
            if by_distance[many]:
                return self._valued(by_distance[many], 0.85 if many == 1 else 0.65)
        return {}


def _alike(word: str, plain: str) -> bool:
    return abs(len(word) - len(plain)) <= 2 and distance(word, plain) <= 1 + len(plain) // 3


def _trigrams(word: str) -> set[str]:
    """Of three letters, the beginning counted once more: a mistake there is rare."""
    padded = f"  {word} "
    return {padded[place : place + 3] for place in range(len(padded) - 2)}


def distance(one: str, other: str) -> int:
    """How many letters were left out, added, changed or swapped with their neighbour (optimal string alignment)."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        before, last, row = row, before, [i]
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and b == one[i - 2]:
                best = min(best, last[j - 2] + 1)
            row.append(best)
    return row[-1]
