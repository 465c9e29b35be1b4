"""The old address says no, in one press; a scanner that opens links presses nothing."""

from datetime import timedelta

from starlette.requests import Request

from app.identity.readdressing import changes, verbs
from app.identity.readdressing.pages import ChangeOver, StopChange
from app.kit import guard, views
from app.kit.db import Unit
from app.kit.inputs import Form
from app.kit.pages import Answer, Page, See

WITHIN = timedelta(minutes=15)


def show(request: Request, unit: Unit) -> Page:
    change = changes.by_stop(unit, request.path_params["code"])
    if change is None or not change.alive(unit.now):
        return ChangeOver("over" if change else "unknown")
    if change.due is None:
        return StopChange("asked")
    return StopChange("waits", views.moment(change.due, request.path_params["locale"], unit.town.zone))


def count(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "readdressing-from", guard.client(request), 60, WITHIN)


def stop(request: Request, form: Form, unit: Unit) -> Answer:
    change = changes.by_stop(unit, request.path_params["code"])
    if change is None or not change.alive(unit.now) or not verbs.stop(unit, change, request.state.actor):
        return show(request, unit)
    return See("/sign-in", said="stopped")
