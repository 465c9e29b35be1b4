"""Words that every sentence has and that find nothing, without their accents; in Chinese, what a question begins with.

`stop_words.txt` has them, each line behind its language.
"""

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).with_suffix(".txt")


def _read() -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for line in FILE.read_text("utf-8").splitlines():
        locale, *words = line.split()
        found[locale] += words
    return found


_ALL = _read()
STOP_WORDS = {locale: frozenset(words) for locale, words in _ALL.items() if locale != "zh-Hant"}
ASKING = tuple(sorted(_ALL["zh-Hant"], key=len, reverse=True))
