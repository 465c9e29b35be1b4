"""A form about one person: first the purpose, then the look is written down, then the form is shown."""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from starlette.requests import Request

from app import people
from app.desk.entering import ELSEWHERE, staff
from app.desk.looking import purposes
from app.desk.looking.pages import PurposeLine
from app.kit import audit, ended
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.pages import Answer, Page

OPENED = "opened"
"""How a look at a person is written down."""


@dataclass(frozen=True)
class About:
    """Whom the form is about, who fills it in, and where it goes."""

    actor: Actor
    locale: str
    person: UUID
    name: str
    purpose: PurposeLine
    person_url: str
    action_url: str


def form(request: Request, unit: Unit, below: str, draw: Callable[[About], Page]) -> Answer:
    """The page at `below` a person that `draw` makes; before it the question what for."""
    actor, locale, person = staff(request), request.path_params["locale"], request.path_params["person"]
    if not actor.departments:
        return ELSEWHERE
    to = f"/desk/people/{person}/{below}"
    purpose = purposes.current(unit, actor)
    if purpose is None:
        return purposes.page(request, unit, ended.way_back(request))
    name = people.name(unit, person)
    if not name:
        raise NotFound
    audit.look_first(unit, actor, None, [person], purpose.written, action=OPENED)
    line = purposes.line(unit, purpose, locale, to)
    return draw(About(actor, locale, person, name, line, f"/{locale}/desk/people/{person}", f"/{locale}{to}"))
