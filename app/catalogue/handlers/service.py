"""One service, in a fixed order: who it is for, what you need, how long, cost, what happens after, other ways."""

from markupsafe import Markup
from starlette.requests import Request

from app.catalogue import rounds
from app.catalogue.content import department_name, profile
from app.catalogue.definition import Service
from app.catalogue.glance import allowed, drawing, facts, level_note
from app.catalogue.machines.services import a_service
from app.catalogue.machines.standing import stand, url_of
from app.catalogue.markdown import prose
from app.catalogue.pages import Coming, DiscreetServicePage, Rounds, ServicePage
from app.catalogue.reading import service_by_slug, texts
from app.catalogue.text import EASY, Texts
from app.catalogue.writing.reading import LifeEvent, articles, life_events
from app.catalogue.writing.saying import named
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.errors import NotFound
from app.kit.i18n import N_, listed, translate
from app.kit.panels import InNumbers, in_numbers
from app.kit.views import Option, day

PARTS = ("name", "summary", "who", "need", "how_long", "cost", "after", "other_ways")


def _easy(t: Texts, locale: str) -> Markup:
    """What it says in easy words, part after part, to everybody: a public page does not know who reads it."""
    keys = (f"service.{part}{EASY}" for part in PARTS[1:])
    return Markup("").join(prose(t(key), locale) for key in keys if key in t.sentences)


def _meets(event: LifeEvent, service: Service) -> bool:
    """Whether a life event leads to this service, or the service says that it is for it."""
    return event.id in service.life_events or service.id in {step.service for step in event.facts.steps}


def show(request: Request, unit: Unit) -> ServicePage:
    locale = locale_of(request)
    service = service_by_slug(unit, request.path_params["slug"])
    if service is None:
        raise NotFound
    t = texts(unit, service, locale).whole(*(f"service.{part}" for part in PARTS))

    def body(part: str) -> Markup:
        return prose(t(f"service.{part}"), locale)

    name = t("service.name")
    about = a_service(unit, service, t, url_of(request, unit), locale)
    stand(request, unit, name, t("service.summary"), above=["services"], about=about)
    page = DiscreetServicePage if service.confidential else ServicePage
    return page(
        drawing=drawing(service),
        name=name,
        lead=t("service.summary"),
        easy=_easy(texts(unit, service, locale), locale),
        glance=facts(service, profile(unit), locale),
        who=body("who"),
        need=body("need"),
        how_long=body("how_long"),
        cost=body("cost"),
        after=body("after"),
        other_ways=body("other_ways"),
        start=str(texts(unit, service, locale).get("service.start") or translate(locale, N_("Start now"))),
        start_url=f"/{locale}/services/{service.slug}/drafts",
        resume_url=f"/{locale}/drafts",
        department=department_name(unit, service.department, locale),
        level_note=level_note(service, profile(unit), locale),
        numbers=_numbers(request, unit, service, locale),
        rounds=_rounds(request, unit, service, locale),
        articles=tuple(named(each, locale) for each in articles(unit, locale) if service.id in each.facts.services),
        life_events=tuple(named(each, locale) for each in life_events(unit, locale) if _meets(each, service)),
        fallback_lang=name.lang,
        fallback_dir=name.dir,
    )


def _numbers(request: Request, unit: Unit, service: Service, locale: str) -> InNumbers:
    law = allowed(service, profile(unit), locale) if service.workflow.answers else None
    return in_numbers(request, unit, service.id, law, locale)


SOON = 15
"""Days that the page of a service shows."""


def _rounds(request: Request, unit: Unit, service: Service, locale: str) -> Rounds | None:
    """The next days of a street that was chosen, by a plain form; None for services without a calendar."""
    if service.calendar is None:
        return None
    wanted = request.query_params.get("street", "").strip()[:100]
    street = rounds.street_of(unit, service, wanted) or ""
    here = f"/{locale}/services/{service.slug}"
    found = rounds.coming(unit, service, street, unit.today, SOON) if street else ()
    return Rounds(
        title=str(texts(unit, service, locale)("calendar.title")),
        streets=tuple(Option(each, each) for each in rounds.streets(unit, service)),
        street=street,
        unknown="" if street else wanted,
        days=tuple(
            Coming(day(each.day, locale, "full"), listed(rounds.called(unit, service, each.what, locale), locale))
            for each in found
        ),
        action_url=here,
        feed_url=f"{here}/calendar/{rounds.slug(street)}.ics" if street else "",
    )
