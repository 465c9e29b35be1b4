"""How somebody likes to read: a page of the same bytes for all, since only the browser knows and keeps it."""

from starlette.requests import Request

from app.codesign.pages import Reading
from app.kit.db import Unit


def show(request: Request, unit: Unit) -> Reading:
    return Reading()
