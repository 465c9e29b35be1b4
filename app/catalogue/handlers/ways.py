"""The ways to a person, as front page and contact page offer them."""

from app.catalogue.content import town_texts, town_ways
from app.catalogue.markdown import prose
from app.catalogue.pages import Way
from app.kit.db import Unit

ICONS = {"phone": "phone", "text": "chat", "counter": "pin", "home": "house", "post": "mail", "paper": "paper"}


def ways(unit: Unit, locale: str) -> tuple[Way, ...]:
    t = town_texts(unit, locale)
    return tuple(
        Way(ICONS.get(way, "person"), t(f"ways.{way}.title"), prose(t(f"ways.{way}.body"), locale))
        for way in town_ways(unit)
    )
