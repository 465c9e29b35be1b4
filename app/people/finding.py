"""Finding people, for those who said what for: names as they sound or are half remembered, numbers, addresses; and one
person whole."""

from app.people.search.asking import MOST, Answer, Found, day, find, phone
from app.people.search.purposes import LASTS, Purpose, choose, chosen, code_of
from app.people.search.whole import Value, Whole, whole

# fmt: off
__all__ = [
    "LASTS", "MOST", "Answer", "Found", "Purpose", "Value", "Whole", "choose", "chosen", "code_of", "day", "find",
    "phone", "whole",
]
