"""Blind tokens: how a clerk finds a sealed name by what she types, without the table being readable.

A name is stored as keyed hashes of its folded words, their beginnings, pairs of Han characters, and a consonant
skeleton that brings Mohamed, Muhammad and محمد together. What leaks is how often a token occurs, not what it says.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from app.kit.crypto import Keyring, blind

SHORTEST, LONGEST = 3, 5
"""Beginnings of a word that are indexed."""

FEWEST = 3
"""Consonants that tell one name from another: with two, Rosa would be Ruiz."""

MOST_WORDS = 6
"""Words of a name that are paired, and words of a question that are asked for."""

_LETTERS = str.maketrans({
    "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h",
    "ى": "ي", "ة": "ه", "ـ": None, "ء": None, "ٱ": "ا", "ک": "ك", "ی": "ي",
    "臺": "台", "峯": "峰", "羣": "群", "堃": "坤", "喆": "哲", "衞": "衛", "爲": "為",
})  # fmt: skip
_HAN = re.compile("([\u2e80-\u2fdf\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+)")
_PARTICLES = frozenset(
    {"al", "el", "la", "los", "las", "de", "del", "da", "do", "dos", "y", "e", "bin", "ibn", "van", "von"}
)
_ARABIC = dict(zip("بتثجحخدذرزسشصضطظغفقكلمنه", "bttjhhddrssssdtsgfkklmnh", strict=True))
_DIGRAPHS = (("kh", "h"), ("gh", "g"), ("sh", "s"), ("ch", "s"), ("th", "t"), ("dh", "d"), ("dj", "j"), ("ph", "f"))
_ALIKE = str.maketrans({"q": "k", "c": "k", "z": "s", "v": "b", "x": "s"})
_SOFT = re.compile("c(?=[eiy])")
_SOFT_G = re.compile("^[gx](?=[ei])")
_TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True)
class Way:
    """One way in which a name may be meant. `first` is the token that the fewest have; `others` are sets of tokens of
    which a record needs one each. A `cut` way knows only the beginning of a word of which more was typed; a `loose` one
    is for when nothing else was found."""

    first: bytes
    others: tuple[frozenset[bytes], ...] = ()
    cut: bool = False
    loose: bool = False


def fold(text: str) -> str:
    """One form for the index only: no case, no marks (ñ is n, أ is ا), one of several variants of a letter."""
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c) and unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def words(text: str) -> list[str]:
    """Folded words in order; a run of Han characters is a word of its own."""
    found: list[str] = []
    for piece in _HAN.split(fold(text)):
        found += [piece] if _HAN.fullmatch(piece) else re.findall(r"\w+", piece)
    return [_without_article(word) for word in found]


def skeleton(word: str) -> str:
    """The consonants of a folded word as they sound alike across spellings and scripts; "" when too few say nothing."""
    if any(c in _ARABIC for c in word):
        bones = "".join(_ARABIC.get(c, "") for c in word)
    else:
        bones = _SOFT_G.sub("j", _SOFT.sub("s", word))
        for two, one in _DIGRAPHS:
            bones = bones.replace(two, one)
        bones = re.sub("[^bcdfghjklmnpqrstvxz]", "", _TWICE.sub(r"\1", bones).translate(_ALIKE))
    bones = bones.removesuffix("h")  # Khadija, Khadijah, خديجة
    return bones if len(bones) >= FEWEST else ""


def exact(keys: Keyring, kind: str, text: str) -> bytes:
    """The token of a whole value that is only ever compared: an identifier, an e-mail address, a phone number."""
    return blind(keys, f"{kind}/exact", fold(text).strip())


def pairs(keys: Keyring, kind: str, text: str) -> frozenset[bytes]:
    """Tokens of two words of a name at once, as they sound and as they begin: García and López are many, García López
    few."""
    telling = list(dict.fromkeys(word for word in words(text) if word not in _PARTICLES))[:MOST_WORDS]
    made = {_pair("sound", _key(a), _key(b)) for a, b in combinations(telling, 2)}
    made |= {_pair("begin", a[:SHORTEST], b[:SHORTEST]) for a, b in combinations(telling, 2)}
    return frozenset(blind(keys, kind, token) for token in made)


def ways(keys: Keyring, kind: str, typed: str) -> list[Way]:
    """How what somebody typed may be meant, the closest first: the words themselves, words that begin so, words that
    sound so; last, one word by its sound and the others in any way, or only their beginnings."""
    typed_words = list(dict.fromkeys(words(typed)))
    telling = ([word for word in typed_words if word not in _PARTICLES] or typed_words)[:MOST_WORDS]
    if not telling:
        return []
    exact, begun, heard = ([how(word) for word in telling] for how in (_exactly, _beginning, _sounding))
    cut = any(len(word) > LONGEST for word in telling)
    found = [
        _way(keys, kind, telling, exact, "sound"),
        replace(_way(keys, kind, telling, begun, "begin"), cut=cut),
        _way(keys, kind, telling, heard, "sound"),
    ]
    vague = [_vaguely(word) for word in telling]
    every = [frozenset({*a, *b, *c, *d}) for a, b, c, d in zip(exact, begun, heard, vague, strict=True)]
    for at in range(len(telling)):
        others = tuple(_blinded(keys, kind, some) for place, some in enumerate(every) if place != at)
        first = heard[at][0] if others else vague[at][0]
        found.append(Way(blind(keys, kind, first), others, loose=True))
    return list(dict.fromkeys(found))


def _way(keys: Keyring, kind: str, telling: list[str], needed: list[list[str]], pair: str) -> Way:
    """All that is needed; the pair of the two longest words comes first, where there are two."""
    every = [token for each in needed for token in each]
    if len(telling) < 2:
        first, *rest = every
    else:
        a, b = sorted(telling, key=len, reverse=True)[:2]
        both = (_key(a), _key(b)) if pair == "sound" else (a[:SHORTEST], b[:SHORTEST])
        first, rest = _pair(pair, *both), every
    return Way(blind(keys, kind, first), tuple(_blinded(keys, kind, [token]) for token in rest))


def _blinded(keys: Keyring, kind: str, some: Sequence[str] | frozenset[str]) -> frozenset[bytes]:
    return frozenset(blind(keys, kind, token) for token in some)


def _exactly(word: str) -> list[str]:
    if _HAN.fullmatch(word):
        return [f"han/{pair}" for pair in _pairs(word) or [word]]
    return [f"word/{word}"]


def _beginning(word: str) -> list[str]:
    if _HAN.fullmatch(word) or len(word) < SHORTEST:
        return _exactly(word)
    return [f"begin/{word[:LONGEST]}"]


def _vaguely(word: str) -> list[str]:
    """By how it begins only: Ruis for Ruiz."""
    return [f"begin/{word[:SHORTEST]}"] if len(word) > SHORTEST and not _HAN.fullmatch(word) else _exactly(word)


def _sounding(word: str) -> list[str]:
    bones = "" if _HAN.fullmatch(word) else skeleton(word)
    return [f"bones/{bones}"] if bones else _exactly(word)


def _key(word: str) -> str:
    """What stands for a word in a pair: its consonants, or the word where they say too little."""
    return skeleton(word) or word


def _pair(kind: str, a: str, b: str) -> str:
    return "pair/{}/{}|{}".format(kind, *sorted((a, b)))


def tokens(keys: Keyring, kind: str, text: str) -> frozenset[bytes]:
    """Every token under which a text can be found; stored beside its owner."""
    made: set[str] = set()
    for word in words(text):
        if _HAN.fullmatch(word):
            made |= {f"han/{word[0]}"} | {f"han/{pair}" for pair in _pairs(word)}
            continue
        made.add(f"word/{word}")
        made |= {f"begin/{word[:length]}" for length in range(SHORTEST, min(len(word), LONGEST) + 1)}
        if skeleton(word):
            made.add(f"bones/{skeleton(word)}")
    return frozenset(blind(keys, kind, token) for token in made)


def _pairs(word: str) -> list[str]:
    return [word[at : at + 2] for at in range(len(word) - 1)]


def _without_article(word: str) -> str:
    """Arabic writes the article on the word: الأمين and أمين are one family."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
