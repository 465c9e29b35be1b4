"""The parts that pages are made of: a list of them, and a page for each."""

from starlette.requests import Request

from app.catalogue import signposts
from app.codesign import gallery
from app.codesign.pages import Component, ComponentGroup, Components, FactRow, Listed
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.errors import NotFound
from app.kit.i18n import direction, lang_tag, translate


def index(request: Request, unit: Unit) -> Components:
    locale = locale_of(request)
    return Components(tuple(_group(id, locale) for id in gallery.GROUPS))


def show(request: Request, unit: Unit) -> Component:
    locale, name = locale_of(request), request.path_params["name"]
    if name not in gallery.names():
        raise NotFound
    part = gallery.part(name, locale)
    signposts.stand(request, unit, part.name, above=["components"])
    rows = tuple(FactRow(one.name, one.what, one.kind) for one in part.parameters)
    if locale == gallery.SPOKEN:
        return Component(part, rows, "", "")
    return Component(part, rows, lang_tag(gallery.SPOKEN), direction(gallery.SPOKEN))


def _group(id: str, locale: str) -> ComponentGroup:
    named = [(gallery.title(name, locale), name) for name in gallery.names() if gallery.group_of(name) == id]
    parts = tuple(Listed(title, f"/{locale}/components/{name}", _call(name)) for title, name in sorted(named))
    return ComponentGroup(id, translate(locale, gallery.GROUPS[id]), parts)


def _call(name: str) -> str:
    return f"ui.{name.replace('-', '_')}"
