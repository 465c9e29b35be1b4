"""The pages of saved views: what each shows, in words."""

from collections.abc import Sequence

from app import catalogue, identity
from app.desk.queue import TITLES
from app.desk.queue_pages import Option
from app.desk.queues import saved
from app.desk.queues.filters import chosen, filters
from app.desk.queues.view_pages import ViewLine, ViewsPage
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again
from app.kit.views import again_errors


def page(unit: Unit, actor: Actor, address: Address, again: Again | None) -> ViewsPage:
    locale, new = address.locale, address.page()
    only_me = Option("", translate(locale, N_("Only me")))
    shares = [Option(each, shared_with(unit, each, locale)) for each in actor.leads]
    return ViewsPage(
        views=lines(unit, actor, locale),
        filters=told(unit, actor, new) if new.query else (),
        action_url=f"/{locale}/desk/views{new.query}",
        queue_url=new.queue(),
        name=again.form.get("name") if again else "",
        shares=[only_me, *shares] if shares else (),
        share=again.form.get("share") if again else "",
        errors=again_errors(again, locale),
    )


def lines(unit: Unit, actor: Actor, locale: str) -> list[ViewLine]:
    """Every view that she has."""
    return [
        ViewLine(
            name=view.name,
            url=f"/{locale}/desk/cases{view.query}",
            shared=shared_with(unit, view.department, locale),
            removal_url=f"/{locale}/desk/views/{view.id}/removal" if view.mine else "",
        )
        for view in saved.all_of(unit, actor)
    ]


def shared_with(unit: Unit, department: str, locale: str) -> str:
    """ "" where it is shared with nobody."""
    if not department:
        return ""
    name = catalogue.department_name(unit, department, locale)
    return translate(locale, N_("Everybody of the department %(name)s"), name=name)


def told(unit: Unit, actor: Actor, address: Address) -> Sequence[str]:
    """The tab and each filter that an address sets, in words."""
    locale = address.locale
    staff = identity.colleagues(unit, actor.departments)
    return (translate(locale, TITLES[address.wanted.tab]), *chosen(filters(unit, actor, address, staff), locale))
