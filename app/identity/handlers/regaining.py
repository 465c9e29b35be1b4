"""The old contact says no, in one press; a scanner that opens links presses nothing."""

from datetime import timedelta

from starlette.requests import Request

from app.identity.regaining import verbs
from app.identity.regaining.pages import Over, Stop
from app.kit import guard, views
from app.kit.db import Unit
from app.kit.inputs import Form
from app.kit.pages import Answer, Page, See

WITHIN = timedelta(minutes=15)


def show(request: Request, unit: Unit) -> Page:
    held = verbs.by_code(unit, request.path_params["code"])
    if held is None or held.standing is None:
        return Over("over" if held else "unknown", None)
    return Stop("waits", views.moment(held.due, request.path_params["locale"], unit.town.zone))


def count(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "regaining-from", guard.client(request), 60, WITHIN)


def stop(request: Request, form: Form, unit: Unit) -> Answer:
    held = verbs.by_code(unit, request.path_params["code"])
    if held is None or not verbs.stop(unit, held):
        return show(request, unit)
    return See("/sign-in", said="stopped")
