"""Blind tokens: how a clerk finds a sealed name by what she types, without the table being readable.

A name is stored as keyed hashes of its folded words, their beginnings, pairs of Han characters, and a consonant
skeleton that brings Mohamed, Muhammad and محمد together. What leaks is how often a token occurs, not what it says.
"""

import re
import unicodedata

from app.kit.crypto import Keyring, blind

SHORTEST, LONGEST = 3, 5
"""Beginnings of a word that are indexed."""

FEWEST = 3
"""Consonants that tell one name from another: with two, Rosa would be Ruiz."""

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


def wanted(keys: Keyring, kind: str, typed: str) -> list[frozenset[bytes]]:
    """One set for each word somebody typed; a record fits when it has at least one token of every set."""
    typed_words = list(dict.fromkeys(words(typed)))
    telling = [word for word in typed_words if word not in _PARTICLES] or typed_words
    found: list[frozenset[bytes]] = []
    for word in telling:
        if _HAN.fullmatch(word):
            found += [frozenset({blind(keys, kind, f"han/{pair}")}) for pair in _pairs(word) or [word]]
            continue
        ways = {f"word/{word}"}
        if len(word) >= SHORTEST:
            ways.add(f"begin/{word[:LONGEST]}")
        if skeleton(word):
            ways.add(f"bones/{skeleton(word)}")
        found.append(frozenset(blind(keys, kind, way) for way in ways))
    return found


def _pairs(word: str) -> list[str]:
    return [word[at : at + 2] for at in range(len(word) - 1)]


def _without_article(word: str) -> str:
    """Arabic writes the article on the word: الأمين and أمين are one family."""
    return word[2:] if word.startswith("ال") and len(word) > 4 else word
