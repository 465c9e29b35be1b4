"""Life events: what to do in which order when something changes in a life."""

from markupsafe import Markup
from starlette.requests import Request

from app.catalogue.handlers.services import lines_of
from app.catalogue.machines.standing import stand, stand_list
from app.catalogue.markdown import prose
from app.catalogue.reading import services, texts
from app.catalogue.writing.facts import Step as StepFacts
from app.catalogue.writing.pages import DiscreetLifeEventPage, LifeEventPage, LifeEventsPage, Step, Tile
from app.catalogue.writing.reading import LifeEvent, articles, life_events
from app.catalogue.writing.saying import named
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.errors import NotFound
from app.kit.views import Named


def index(request: Request, unit: Unit) -> LifeEventsPage:
    stand_list(request, unit, "life-events")
    return LifeEventsPage(tiles(unit, locale_of(request)))


def tiles(unit: Unit, locale: str) -> tuple[Tile, ...]:
    return tuple(Tile(each.facts.icon, *named(each, locale)) for each in life_events(unit, locale))


def show(request: Request, unit: Unit) -> LifeEventPage:
    locale = locale_of(request)
    found = next((each for each in life_events(unit, locale) if each.facts.slug == request.path_params["slug"]), None)
    if found is None:
        raise NotFound
    used = {step.article for step in found.facts.steps} | {step.service for step in found.facts.steps}
    others = [each.id for each in services(unit) if found.id in each.life_events and each.id not in used]
    more = (each for each in articles(unit, locale) if found.id in each.facts.life_events and each.id not in used)
    stand(request, unit, found.title, found.summary, above=["life-events"])
    page = DiscreetLifeEventPage if found.facts.discreet else LifeEventPage
    return page(
        title=found.title,
        summary=found.summary,
        icon_name=found.facts.icon,
        steps=tuple(_step(unit, found, step, locale) for step in found.facts.steps),
        services=lines_of(unit, others, locale),
        articles=tuple(named(each, locale) for each in more),
        fallback_lang=found.title.lang,
        fallback_dir=found.title.dir,
    )


def _step(unit: Unit, event: LifeEvent, step: StepFacts, locale: str) -> Step:
    t, key = event.texts, f"step.{step.id}"
    body = t.get(f"{key}.body")
    return Step(
        t(f"{key}.title"), t(f"{key}.when"), prose(body, locale) if body else Markup(""), _link(unit, step, locale)
    )


def _link(unit: Unit, step: StepFacts, locale: str) -> Named | None:
    """Its service, while that is open, or its article."""
    for service in services(unit):
        if service.id == step.service:
            name = texts(unit, service, locale).whole("service.name")("service.name")
            return Named(name, f"/{locale}/services/{service.slug}", name.lang, name.dir)
    return next((named(each, locale) for each in articles(unit, locale) if each.id == step.article), None)
