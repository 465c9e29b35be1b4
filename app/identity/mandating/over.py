"""A mandate that is over, told to its two sides: who ended it and when. To anybody else it was never there."""

from uuid import UUID

from markupsafe import Markup, escape

from app.identity.mandating import giving, reading, words
from app.identity.mandating.ending import AGE, CLERK, DECLINED, GIVER, HELPER, OVER
from app.identity.mandating.reading import Held
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import Closed
from app.kit.i18n import N_, format_day, format_moment, translate

WHY = {
    GIVER: N_("On %(moment)s %(giver)s ended the mandate by which %(helper)s acted for them."),
    HELPER: N_("On %(moment)s %(helper)s ended the mandate by which they acted for %(giver)s."),
    DECLINED: N_("On %(moment)s %(helper)s said no to acting for %(giver)s."),
    CLERK: N_("On %(moment)s the town ended the mandate by which %(helper)s acted for %(giver)s."),
    OVER: N_("%(day)s was the last day of the mandate by which %(helper)s acted for %(giver)s."),
    AGE: N_("%(giver)s is 18 now. %(day)s was the last day on which %(helper)s acted for them as guardian."),
}
NOTHING = N_("Nothing was sent or changed just now.")


class MandateOver(Closed):
    title = N_("This mandate has ended")


def insist(unit: Unit, actor: Actor, mandate_id: UUID) -> None:
    """MandateOver, for one of its two sides."""
    held = reading.one(unit, mandate_id)
    mine = held is not None and (giving.is_for(unit, actor, held) or held.person_id == actor.person_id)
    if held is not None and mine and reading.over_since(unit, held) is not None:
        raise MandateOver(sentences(unit, held, actor.locale), path="/me/mandates", link=N_("Mandates"))


def sentences(unit: Unit, held: Held, locale: str) -> list[Markup]:
    """Who ended it and when; and, where something was to be written, that nothing was."""
    why = held.ended or (AGE if held.kind == giving.GUARDIAN else OVER)
    at, last = held.ended_at or unit.now, held.until or reading.today(unit)
    said = [
        say(
            unit, held, locale, WHY[why],
            moment=format_moment(at, locale, unit.town.zone), day=format_day(last, locale),
        )
    ]  # fmt: skip
    return [*said, say(unit, held, locale, NOTHING)] if unit.writes else said


def say(unit: Unit, held: Held, locale: str, sentence: str, **values: str) -> Markup:
    """A sentence about the two, each name apart from the language around it."""
    names = {"giver": words.giver(unit, held), "helper": words.helper(unit, held)}
    apart = {name: Markup("<bdi>{}</bdi>").format(each) for name, each in names.items()}
    return escape(translate(locale, sentence)) % {**values, **apart}
