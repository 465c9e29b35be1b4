"""Blind tokens: how a clerk finds a sealed name by what she types, without the table being readable.

A name is stored as keyed hashes of its folded words, their beginnings, pairs of Han characters, and a consonant
skeleton that brings Mohamed, Muhammad and محمد together; and of its words two by two: García and López are many, García
López are few. What leaks is how often a token occurs, not what it says.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from app.kit.crypto import Keyring, blind

SHORTEST, LONGEST = 3, 8
"""Beginnings of a word that are indexed; the whole word is a token of another kind."""

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
_SOFTER = re.compile("[^bcdfghjklmnpqrstvxz]")
_TWICE = re.compile(r"(.)\1+")


@dataclass(frozen=True)
class Way:
    """One way in which a name may be meant: what it `needs` are sets of tokens, of each of which a record has one,
    pairs first. A `cut` way knows only the beginning of a word of which more was typed; a `loose` one is for when
    nothing else was found."""

    needs: tuple[frozenset[bytes], ...]
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
        bones = _SOFTER.sub("", _TWICE.sub(r"\1", bones).translate(_ALIKE))
    bones = bones.removesuffix("h")  # Khadija, Khadijah, خديجة
    return bones if len(bones) >= FEWEST else ""


def exact(keys: Keyring, kind: str, text: str) -> bytes:
    """The token of a whole value that is only ever compared: an identifier, an e-mail address, a phone number."""
    return blind(keys, f"{kind}/exact", fold(text).strip())


def pairs(keys: Keyring, kind: str, text: str) -> frozenset[bytes]:
    """Tokens of two words of a name at once, as they sound and as they begin."""
    telling = list(dict.fromkeys(word for word in words(text) if word not in _PARTICLES))[:MOST_WORDS]
    made = {_pair("begin", *both) for both in combinations([word[:SHORTEST] for word in telling], 2)}
    made |= {_pair("sound", *both) for both in combinations([_heard(word) for word in telling], 2)}
    return _blinded(keys, kind, made)


def ways(keys: Keyring, kind: str, typed: str) -> Iterator[Way]:
    """How what somebody typed may be meant, the closest first, each worked out when it is asked for: the words
    themselves, words that begin so, words that sound so; last, each word in the way that suits it."""
    typed_words = list(dict.fromkeys(words(typed)))
    telling = ([word for word in typed_words if word not in _PARTICLES] or typed_words)[:MOST_WORDS]
    if not telling:
        return
    both = list(combinations(telling, 2))
    sounding, beginning = [{_sound_pair(*two)} for two in both], [{_begin_pair(*two)} for two in both]
    cut = any(len(word) > LONGEST and not _HAN.fullmatch(word) for word in telling)
    exactly = sounding + [{each} for word in telling for each in _exactly(word)]
    begun = beginning + [some for word in telling for some in _beginning(word)]
    heard = sounding + [{each} for word in telling for each in _sounding(word)]
    meant = [(exactly, {}), (heard, {}), (begun, {"cut": True})] if cut else [(exactly, {}), (begun, {}), (heard, {})]
    asked = set()
    for needed, how in (*meant, *((needed, {"loose": True}) for needed in _loosely(telling))):
        needs = _needs(keys, kind, needed)
        if needs not in asked:
            asked.add(needs)
            yield Way(needs, **how)


def _loosely(telling: list[str]) -> Iterator[list[set[str]]]:
    """Each word by its sound or by its first letters. Of three words two are remembered in the same way, whichever way
    that is: their pair is one that few have."""
    vaguely = {word: _vaguely(word) for word in telling}
    if len(telling) < 2:
        yield from vaguely.values()
        return
    longest = sorted(telling, key=len, reverse=True)[:3]
    for a, b in combinations(longest, 2):
        others = [some for word in telling if word not in (a, b) for some in vaguely[word]]
        yield [{_sound_pair(a, b), _begin_pair(a, b)}, *others]
    if len(telling) == 2:
        yield [some for word in telling for some in vaguely[word]]


def _needs(keys: Keyring, kind: str, needs: Iterable[Iterable[str]]) -> tuple[frozenset[bytes], ...]:
    return tuple(dict.fromkeys(_blinded(keys, kind, some) for some in needs))


def _blinded(keys: Keyring, kind: str, some: Iterable[str]) -> frozenset[bytes]:
    return frozenset(blind(keys, kind, token) for token in some)


def _exactly(word: str) -> list[str]:
    """Tokens of which a name with this word has every one."""
    if _HAN.fullmatch(word):
        return [f"han/{pair}" for pair in _pairs(word) or [word]]
    return [f"word/{word}"]


def _beginning(word: str) -> list[set[str]]:
    if _HAN.fullmatch(word) or len(word) < SHORTEST:
        return [{each} for each in _exactly(word)]
    return [{f"word/{word}", f"begin/{word[:LONGEST]}"}]


def _sounding(word: str) -> list[str]:
    bones = "" if _HAN.fullmatch(word) else skeleton(word)
    return [f"bones/{bones}"] if bones else _exactly(word)


def _vaguely(word: str) -> list[set[str]]:
    """By its sound or by how it begins only: Ruis for Ruiz."""
    if _HAN.fullmatch(word) or len(word) < SHORTEST:
        return [{each} for each in _exactly(word)]
    return [{*_sounding(word), f"word/{word[:SHORTEST]}", f"begin/{word[:SHORTEST]}"}]


def _heard(word: str) -> str:
    """What stands for a word in a pair: its consonants, or the word where they say too little."""
    return skeleton(word) or word


def _sound_pair(a: str, b: str) -> str:
    return _pair("sound", _heard(a), _heard(b))


def _begin_pair(a: str, b: str) -> str:
    return _pair("begin", a[:SHORTEST], b[:SHORTEST])


def _pair(kind: str, a: str, b: str) -> str:
    return f"pair/{kind}/{a}|{b}" if a < b else f"pair/{kind}/{b}|{a}"


def tokens(keys: Keyring, kind: str, text: str) -> frozenset[bytes]:
    """Every token under which a text can be found; stored beside its owner."""
    made: set[str] = set()
    for word in words(text):
        if _HAN.fullmatch(word):
            made |= {f"han/{word[0]}"} | {f"han/{pair}" for pair in _pairs(word)}
            continue
        made.add(f"word/{word}")
        made |= {f"begin/{word[:length]}" for length in range(SHORTEST, min(len(word) - 1, LONGEST) + 1)}
        if bones := skeleton(word):
            made.add(f"bones/{bones}")
    return _blinded(keys, kind, made)


def _pairs(word: str) -> list[str]:
    return [word[at : at + 2] for at in range(len(word) - 1)]


def _without_article(word: str) -> str:
    """Arabic writes the article on the word: الأمين and أمين are one family."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
