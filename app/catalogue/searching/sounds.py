"""What sounds alike is mistaken for each other: characters in Chinese, letters elsewhere.

`homophones.txt` has the 5,401 characters that Taiwan uses most (the first plane of Big5), line by line by their sound
without its tone.
"""

import re
from functools import cache, lru_cache
from pathlib import Path

FILE = Path(__file__).parent / "homophones.txt"
MERGED = (("zh", "z"), ("ch", "c"), ("sh", "s"), ("ng", "n"))
"""Sounds that many people do not tell apart."""
ARABIC = str.maketrans("ظثذطصؤئءغ", "ضتدتسويهق", "")
LATIN = tuple(
    (re.compile(written), said)
    for written, said in (
        ("ph", "f"), ("sch", "sk"), ("ch", "x"), ("c(?=[eiy])|z", "s"), ("qu|q|ck|c", "k"), ("g(?=[eiy])", "j"),
        ("ll", "y"), ("gh|h", ""), ("v", "b"), ("w", "u"), ("y", "i"), (r"(.)\1+", r"\1"), ("(?<=.)[aeiou]", ""),
    )
)  # fmt: skip


@cache
def _readings() -> dict[str, str]:
    lines = (line.split() for line in FILE.read_text("utf-8").splitlines())
    return {character: _merged(sound) for sound, characters in lines for character in characters}


def _merged(sound: str) -> str:
    for told, heard in MERGED:
        sound = sound.replace(told, heard)
    return sound


def of_characters(pair: str) -> str:
    """How Chinese characters sound; a rare one stands for itself."""
    return " ".join(_readings().get(character, character) for character in pair)


@lru_cache(65536)
def of_word(plain: str) -> str:
    """How a word sounds, roughly: its consonants, and the vowel it begins with."""
    if not plain.isascii():
        return plain.translate(ARABIC)
    for written, said in LATIN:
        plain = written.sub(said, plain)
    return plain
