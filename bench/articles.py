"""Five hundred articles that a town might have written, in four languages, from the words of its own texts."""

import random
import re
from collections.abc import Iterable, Mapping

from app import catalogue
from app.catalogue.models import Content
from app.catalogue.shelf import shelf
from app.kit import db
from app.kit.ids import new_id
from app.kit.towns import Town

SENTENCES, WORDS_A_SENTENCE = 20, 12
HAN = re.compile("[\u4e00-\u9fff]{2}")
WORD = re.compile(r"[^\W\d_]{3,}")
CHANGES = 4
"""One question in so many has a typing mistake."""


def write(town: Town, number: int) -> Mapping[str, list[str]]:
    """Write so many articles into a town, and say what may be asked in each language."""
    dice = random.Random(7)  # noqa: S311  (the same words each time)
    with db.write(town) as unit:
        words = {locale: _words(unit, locale) for locale in town.locales}
        for count in range(number):
            _article(unit, f"made_up_{count}", {locale: _texts(dice, words[locale], locale) for locale in words})
        catalogue.bump(unit)
    return {locale: [_question(dice, each, locale) for _ in range(200)] for locale, each in words.items()}


def _words(unit: db.Unit, locale: str) -> list[str]:
    said = " ".join(
        text for (_, its), texts in shelf(unit).sentences.items() if its == locale for text in texts.values()
    )
    return sorted(set((HAN if locale == "zh-Hant" else WORD).findall(said)))


def _article(unit: db.Unit, id: str, texts: Mapping[str, Mapping[str, str]]) -> None:
    facts = {"format": "1", "id": id, "department": "environment", "reviewed": "2026-10-15"}
    db.add(unit, Content, id=new_id(), kind="article", key=id, data={"facts": facts}, at=unit.now)
    for locale, sentences in texts.items():
        key = f"article/{id}/{locale}"
        db.add(unit, Content, id=new_id(), kind="piece_sentences", key=key, data=dict(sentences), at=unit.now)


def _texts(dice: random.Random, words: list[str], locale: str) -> Mapping[str, str]:
    def say(count: int) -> str:
        return _joined((dice.choice(words) for _ in range(count)), locale)

    body = "\n\n".join(f"{say(WORDS_A_SENTENCE)}." for _ in range(SENTENCES))
    called = ", ".join(say(2) for _ in range(5))
    return {
        "article.title": f"{say(5)}?",
        "article.summary": f"{say(10)}.",
        "article.words": called,
        "article.body": f"## {say(4)}?\n\n{body}",
    }


def _question(dice: random.Random, words: list[str], locale: str) -> str:
    asked = _joined((dice.choice(words) for _ in range(dice.choice((1, 2, 3, 4)))), locale)
    if dice.randrange(CHANGES) or len(asked) < 5:
        return asked
    place = dice.randrange(1, len(asked) - 1)
    return f"{asked[:place]}{asked[place + 1 :]}"


def _joined(words: Iterable[str], locale: str) -> str:
    return ("" if locale == "zh-Hant" else " ").join(words)
