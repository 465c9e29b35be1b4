"""Articles: answers to questions that people ask."""

from starlette.requests import Request

from app.catalogue.content import departments
from app.catalogue.handlers.services import lines_of
from app.catalogue.machines.articles import an_article
from app.catalogue.machines.standing import stand, stand_list, url_of
from app.catalogue.markdown import prose
from app.catalogue.writing.pages import ArticlePage, ArticlesPage, DiscreetArticlePage, Topic
from app.catalogue.writing.reading import articles, life_events
from app.catalogue.writing.saying import ask, named
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.errors import NotFound
from app.kit.views import day


def index(request: Request, unit: Unit) -> ArticlesPage:
    locale = locale_of(request)
    known = articles(unit, locale)
    topics = (
        Topic(one.id, one.name, tuple(named(each, locale) for each in known if each.facts.department == one.id))
        for one in departments(unit, locale)
    )
    stand_list(request, unit, "articles")
    return ArticlesPage(tuple(topic for topic in topics if topic.articles))


def show(request: Request, unit: Unit) -> ArticlePage:
    locale = locale_of(request)
    found = next((each for each in articles(unit, locale) if each.facts.slug == request.path_params["slug"]), None)
    if found is None:
        raise NotFound
    near = (each for each in life_events(unit, locale) if each.id in found.facts.life_events)
    about = an_article(unit, found, url_of(request, unit), locale)
    checked = found.reviewed.isoformat()
    stand(request, unit, found.title, found.summary, above=["articles"], about=about, lastReviewed=checked)
    page = DiscreetArticlePage if found.facts.discreet else ArticlePage
    return page(
        title=found.title,
        summary=found.summary,
        body=prose(found.body, locale),
        reviewed=day(found.reviewed, locale, "long"),
        services=lines_of(unit, found.facts.services, locale),
        life_events=tuple(named(each, locale) for each in near),
        ask=ask(unit, found.facts.department, locale),
        exit_url=f"/{locale}/events" if found.facts.exit else "",
        fallback_lang=found.title.lang,
        fallback_dir=found.title.dir,
    )
