"""The ways to a person, as front page and contact page offer them."""

from app.catalogue.content import town_texts, town_ways
from app.catalogue.markdown import prose
from app.catalogue.pages import Way
from app.catalogue.text import Texts
from app.kit.db import Unit

ICONS = {"phone": "phone", "text": "chat", "counter": "pin", "home": "house", "post": "mail", "paper": "paper"}


def ways(unit: Unit, locale: str) -> tuple[Way, ...]:
    return tuple(_way(town_texts(unit, locale), way) for way in town_ways(unit))


def _way(texts: Texts, way: str) -> Way:
    t = texts.whole(f"ways.{way}.title", f"ways.{way}.body")
    title = t(f"ways.{way}.title")
    body = prose(t(f"ways.{way}.body"), texts.locale)
    return Way(ICONS.get(way, "person"), title, body, title.lang, title.dir)
