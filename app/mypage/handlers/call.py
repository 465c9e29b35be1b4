"""Calls, visits and letters as the office noted them: the person reads what it wrote down of her."""

from starlette.requests import Request

from app import catalogue
from app.cases import hands
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import translate
from app.kit.pages import Page
from app.kit.views import moment
from app.mypage.pages import CallLine, Calls

MOST = 200


def index(request: Request, unit: Unit) -> Page:
    return Calls(calls=lines(unit, request.state.actor, request.path_params["locale"], MOST))


def lines(unit: Unit, actor: Actor, locale: str, most: int) -> tuple[CallLine, ...]:
    """Hers, the newest first; nobody's while the town does not know which person she is."""
    if actor.person_id is None:
        return ()
    return tuple(_line(unit, each, locale) for each in hands.of_person(unit, actor.person_id, most))


def _line(unit: Unit, call: hands.CallLine, locale: str) -> CallLine:
    icon, way = hands.WORDS[call.channel]
    return CallLine(
        icon=icon,
        way=translate(locale, way),
        when=moment(call.at, locale, unit.town.zone),
        office=str(catalogue.department_name(unit, call.department, locale)) if call.department else "",
        about=call.about,
        outcome=call.outcome,
    )
