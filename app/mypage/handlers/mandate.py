"""For somebody else: her cases that a mandate shows, and the forms that one may begin for her."""

from starlette.requests import Request

from app import catalogue, identity, people
from app.cases import helped
from app.kit.actor import Grant
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.pages import Page
from app.kit.views import Link
from app.mypage import cards
from app.mypage.pages import ForSomebody


def show(request: Request, unit: Unit) -> Page:
    locale, actor = request.path_params["locale"], request.state.actor
    grant = next((each for each in actor.grants if each.mandate_id == request.path_params["mandate"]), None)
    held = identity.mandates.one(unit, grant.mandate_id) if grant else None
    if grant is None or held is None:
        identity.mandates.insist(unit, actor, request.path_params["mandate"])
        raise NotFound
    here = f"/{locale}/me/mandates/{grant.mandate_id}"
    before = request.query_params.get("before", "")
    shown, further = helped.page(unit, actor, grant, locale, before)
    return ForSomebody(
        name=people.name(unit, grant.person_id),
        mandate=str(grant.mandate_id),
        what=identity.mandates.what(unit, held, locale),
        rights=identity.mandates.rights(held, locale),
        until=identity.mandates.until(held, locale),
        services=_services(unit, grant, locale) if grant.acts else (),
        cases=tuple(cards.case(found, locale) for found in shown),
        earlier=f"{here}?before={further}" if further else "",
        later=here if before else "",
        end_url=f"{here}/end",
    )


def _services(unit: Unit, grant: Grant, locale: str) -> tuple[Link, ...]:
    return tuple(
        Link(str(catalogue.texts(unit, each, locale)("service.name")), f"/{locale}/services/{each.slug}/drafts")
        for each in catalogue.services(unit)
        if each.mandate and grant.covers(each.id, confidential=each.confidential)
    )
