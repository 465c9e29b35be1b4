"""From sentences to words, the same for what is written and for what is asked, in all languages.

A word loses what people leave out or get wrong (capitals, accents, Arabic marks, the article, endings); a run of Han
characters becomes its pairs and its single characters.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from pathlib import Path
from threading import local
from typing import Any, NamedTuple

import snowballstemmer

from app.catalogue.searching.stop_words import ASKING, STOP_WORDS

STEMMERS = {"en": "english", "es": "spanish", "ar": "arabic"}
HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
MARKS = "\u0300-\u036f\u0640\u064b-\u065f\u0670'’"
LETTER = rf"(?![{HAN}])[^\W_]"
WORDS = re.compile(rf"(?P<han>[{HAN}]+)|{LETTER}(?:{LETTER}|[{MARKS}])*")
ARABIC = re.compile("[\u0600-\u06ff]")
VARIANTS = str.maketrans(
    "台証証份裏着賬週佔祇啓爲綫麽牀污里坏儿几后听准虫挂采荐", "臺證證分裡著帳周占只啟為線麼床汙裡壞兒幾後聽準蟲掛採薦"
)
SIMPLIFIED = Path(__file__).parent / "simplified.txt"
"""The simplified characters of GB 2312 that Taiwan does not write, line by line with those that it writes instead.
The pairs come from the dictionaries of OpenCC (Apache-2.0)."""
LETTERS = str.maketrans({"ى": "ي", "ة": "ه", "ی": "ي", "ک": "ك", "ـ": None, "'": None, "’": None})
ARTICLES = ("وال", "بال", "كال", "فال", "ولل", "لل", "ال")
_own = local()
ALONE = 0.15
"""What a single character counts beside the pairs it stands in."""


class Word(NamedTuple):
    """`plain` is the word without marks, `token` its stem; `start` and `end` are its place in the text. `weight`: what
    it counts in a question."""

    plain: str
    token: str
    start: int
    end: int
    weight: float = 1.0


def analyse(text: str, locale: str) -> list[Word]:
    """The words of a text, in order; those that say nothing are left out."""
    return list(_words(text, locale))


def question(text: str, locale: str) -> list[Word]:
    """The words of what somebody asks, without "how do I"; but of a question made of such words only, all of them."""
    for phrase in ASKING:
        text = text.replace(phrase, " ")
    return analyse(text, locale) or list(_words(text, ""))


def is_han(token: str) -> bool:
    return re.match(f"[{HAN}]", token) is not None


def _words(text: str, locale: str) -> Iterator[Word]:
    stop = STOP_WORDS.get(locale, frozenset())
    for found in WORDS.finditer(text):
        if found["han"]:
            yield from _characters(found["han"], found.start())
            continue
        plain = fold(found[0])
        if plain and plain not in stop:
            yield Word(plain, stem(plain, locale), found.start(), found.end())


def _characters(run: str, start: int) -> Iterator[Word]:
    same = [variant(character) for character in run]
    single = 1.0 if len(run) == 1 else ALONE
    for place, character in enumerate(same):
        yield Word(character, character, start + place, start + place + 1, single)
        if place + 1 < len(same):
            pair = character + same[place + 1]
            yield Word(pair, pair, start + place, start + place + 2)


@lru_cache(8192)
def variant(character: str) -> str:
    """One form of a character that is written in several: 台 and 臺, 份 and 分, 报 and 報."""
    return unicodedata.normalize("NFKC", character).translate(_simplified()).translate(VARIANTS)


@cache
def _simplified() -> Mapping[int, int]:
    lines = (line.split() for line in SIMPLIFIED.read_text("utf-8").splitlines())
    return {ord(one): ord(other) for written, meant in lines for one, other in zip(written, meant, strict=True)}


@lru_cache(65536)
def fold(word: str) -> str:
    """Lower case, without accents and marks; Arabic letters and digits in one form."""
    apart = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", word).casefold())
    plain = "".join(letter for letter in apart if not unicodedata.combining(letter)).translate(LETTERS)
    return "".join(str(unicodedata.digit(letter)) if letter.isdigit() else letter for letter in plain)


@lru_cache(65536)
def stem(plain: str, locale: str) -> str:
    """What the forms of a word have in common."""
    if ARABIC.search(plain):
        return str(_stemmer("ar").stemWord(without_article(plain)))
    return str(_stemmer("es" if locale == "es" else "en").stemWord(plain))


def without_article(plain: str) -> str:
    """Without و and ال, and a feminine plural as its singular."""
    article = next((each for each in ARTICLES if plain.startswith(each) and len(plain) - len(each) > 2), "")
    plain = plain.removeprefix(article)
    if not article and plain.startswith("و") and len(plain) > 4:
        plain = plain[1:]
    return f"{plain[:-2]}ه" if plain.endswith("ات") and len(plain) > 4 else plain


def _stemmer(locale: str) -> Any:
    """A stemmer remembers the word that it is at, so each thread has its own."""
    if not hasattr(_own, locale):
        setattr(_own, locale, snowballstemmer.stemmer(STEMMERS[locale]))
    return getattr(_own, locale)
