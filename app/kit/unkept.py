"""Answers of public pages that nobody keeps, although they are the same for all."""

import functools

from starlette.requests import Request

from app.kit import db


def keep_not(request: Request) -> None:
    """Have nobody keep the answer: it will soon be another one, or has to be counted each time."""
    request.state.unkept = True


def searched_in_vain(request: Request, unit: db.Unit, locale: str, words: str) -> None:
    """Have it counted, when the unit is over, that these words found nothing."""
    tell = request.app.state.hooks.searched_in_vain
    unit.afterwards.append(functools.partial(tell, unit.town, locale, words))
    keep_not(request)
