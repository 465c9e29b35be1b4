"""What further rooms know of a person, hung beside the rest: each panel is a title and what stands below it. Whoever
knows more of people adds a function to PANELS."""

from collections.abc import Callable, Sequence
from typing import NamedTuple
from uuid import UUID

from app import identity, people
from app.desk.pages import Fact
from app.identity import mandates
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate


class Panel(NamedTuple):
    """`empty` is said where there are no facts."""

    id: str
    title: str
    facts: Sequence[Fact]
    empty: str


def of_mandates(unit: Unit, _actor: Actor, person: UUID, locale: str) -> Panel:
    """Who acts for her, and for whom she acts."""
    facts = [
        Fact(
            translate(locale, N_("%(helper)s acts for the person"), helper=mandates.helper(unit, held)),
            [mandates.what(unit, held, locale), mandates.rights(held, locale), mandates.until(held, locale)],
        )
        for held in mandates.given(unit, person)
        if held.state == "used"
    ]
    account = identity.account_of(unit, person)
    grants = mandates.grants(unit, account) if account else ()
    names = people.names(unit, [grant.person_id for grant in grants])
    if names:
        facts.append(Fact(translate(locale, N_("The person acts for")), list(names.values())))
    empty = translate(locale, N_("Nobody acts for the person, and the person acts for nobody."))
    return Panel("mandates", translate(locale, N_("Mandates")), facts, empty)


PANELS: tuple[Callable[[Unit, Actor, UUID, str], Panel], ...] = (of_mandates,)
