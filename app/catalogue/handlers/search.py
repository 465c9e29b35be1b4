"""Search: what a town tells, by the words of whoever looks for it."""

from markupsafe import escape
from starlette.requests import Request

from app.catalogue.content import featured
from app.catalogue.handlers.life_events import tiles
from app.catalogue.handlers.services import lines_of
from app.catalogue.handlers.ways import ways
from app.catalogue.reading import services
from app.catalogue.searching.asking import Found, ask, cleaned
from app.catalogue.searching.index import Hit
from app.catalogue.searching.pages import FoundPage, Result, Why
from app.catalogue.searching.reasons import Reason, reason
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.i18n import N_, lang_tag, language_name, translate, translate_many
from app.kit.unkept import keep_not, searched_in_vain

MOST = 20
KINDS = {
    "service": N_("Service"),
    "life_event": N_("Life event"),
    "article": N_("Article"),
    "event": N_("What’s on"),
    "office": N_("Office"),
    "page": N_("Page"),
}


def show(request: Request, unit: Unit) -> FoundPage:
    locale = locale_of(request)
    asked = cleaned(request.query_params.get("q", ""))
    found = ask(unit, asked, locale)
    if asked and not found.hits:
        searched_in_vain(request, unit, locale, asked)
    if not found.current:
        keep_not(request)
    results = tuple(_result(found, hit, locale) for hit in found.hits[:MOST])
    return FoundPage(
        asked=asked,
        heading=_heading(asked, len(found.hits), locale),
        results=results,
        life_events=() if results else tiles(unit, locale),
        services=() if results else lines_of(unit, featured(unit) or [each.id for each in services(unit)], locale),
        ways=() if results or not asked else ways(unit, locale),
    )


def _heading(asked: str, number: int, locale: str) -> str:
    if not asked:
        return ""
    if not number:
        return translate(locale, N_("Nothing found for “%(words)s”"), words=asked)
    if number > MOST:
        return translate(locale, N_("The first %(number)s results for “%(words)s”"), number=MOST, words=asked)
    return translate_many(
        locale, "%(number)s result for “%(words)s”", "%(number)s results for “%(words)s”", number, words=asked
    )


def _result(found: Found, hit: Hit, locale: str) -> Result:
    document, why = found.index.documents[hit.number], reason(found.index, hit)
    if found.index is found.own:
        shown, title, summary, reasons = document, why.title, why.summary, _why(why, document.lang, locale)
    else:
        shown = found.own.of(document.kind, document.id) or document
        title, summary, reasons = escape(shown.title), escape(shown.summary), _elsewhere(found, why, locale)
    return Result(
        kind=translate(locale, KINDS[document.kind]),
        title=title,
        url=f"/{locale}{shown.path}",
        summary=summary,
        lang=shown.lang,
        dir=shown.dir,
        why=reasons,
    )


def _why(why: Reason, lang: str, locale: str) -> tuple[Why, ...]:
    called = Why(translate(locale, N_("People also say:")), why.called, lang)
    sentence = Why(translate(locale, N_("On its page:")), (why.sentence,) if why.sentence else (), lang)
    return tuple(each for each in (called, sentence) if each.words)


def _elsewhere(found: Found, why: Reason, locale: str) -> tuple[Why, ...]:
    """It was found by words of another language: which, and what stands there."""
    other = found.index.locale
    place = translate(locale, N_("In %(language)s:"), language=language_name(other, locale))
    return (Why(place, why.called or ((why.sentence,) if why.sentence else (why.title,)), lang_tag(other)),)
