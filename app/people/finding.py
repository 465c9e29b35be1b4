"""Finding people, for those who said what for: names as they sound or are half remembered, numbers, addresses."""

from app.people.search.asking import MOST, Answer, Found, card, day, find
from app.people.search.purposes import LASTS, Purpose, choose, chosen, code_of

__all__ = ["LASTS", "MOST", "Answer", "Found", "Purpose", "card", "choose", "chosen", "code_of", "day", "find"]
