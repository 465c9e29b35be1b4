"""What higher rooms tell the edge."""

from dataclasses import dataclass
from typing import Protocol

from app.kit import db
from app.kit.actor import Actor
from app.kit.pages import Visitor
from app.kit.panels import InNumbers
from app.kit.towns import Town


@dataclass(frozen=True)
class Frame:
    """What the layout shows around a page: the town in this language, and the visitor."""

    town: str
    address: str = ""
    hours: str = ""
    phone: str = ""
    letters: str = "XX"


class Hooks(Protocol):
    """`wiring` hangs one on the app."""

    def whoami(self, unit: db.Unit, secret: str, locale: str) -> Actor: ...
    def typist(self, unit: db.Unit, token: str) -> Actor | None: ...
    def visitor(self, unit: db.Unit, actor: Actor) -> Visitor | None: ...
    def frame(self, unit: db.Unit, locale: str) -> Frame: ...
    def content_version(self, unit: db.Unit) -> str: ...
    def in_numbers(self, unit: db.Unit, service: str, allowed: str | None, locale: str) -> InNumbers: ...
    def searched_in_vain(self, town: Town, locale: str, words: str) -> None: ...
