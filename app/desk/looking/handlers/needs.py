"""What a person needs, written down for her, with her agreement."""

from starlette.requests import Request

from app.cases import lawful
from app.desk.entering import open_person
from app.desk.looking import about, purposes
from app.desk.looking.about import About
from app.desk.looking.handlers.person import whose
from app.desk.looking.pages import NeedsPage
from app.desk.pages import Option
from app.kit import audit
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, one_of
from app.kit.pages import Answer, See
from app.kit.views import again_errors
from app.people import needing

TOLD = "needs"
WAYS = {
    "spoken": N_("Spoken at the window"),
    "phone": N_("By phone"),
    "signed": N_("Signed on paper"),
}
AGREED = N_("Choose how the person agreed.")


def edit(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    return about.form(request, unit, "needs", lambda who: _page(unit, who, again))


def _page(unit: Unit, who: About, again: Again | None) -> NeedsPage:
    known = needing.current(unit, whose(unit, who.person))
    return NeedsPage(
        name=who.name,
        person_url=who.person_url,
        action_url=who.action_url,
        purpose=who.purpose,
        options=[Option(*each) for each in needing.choices(known, who.locale)],
        chosen=tuple(again.form.texts.get("needs", ())) if again else tuple(told.need for told in known),
        helper=again.form.get("helper") if again else needing.helper(known),
        ways=[Option(way, translate(who.locale, words)) for way, words in WAYS.items()],
        way=again.form.get("way") if again else "",
        errors=again_errors(again, who.locale),
    )


def update(request: Request, form: Form, unit: Unit) -> See:
    actor, person = open_person(request, unit)
    purpose = purposes.holding(unit, actor, f"/desk/people/{person}/needs")
    who = whose(unit, person)
    chosen = needing.read(form, needing.current(unit, who))
    way = one_of(form, "way", needing.HOW, required=AGREED)
    if needing.tell(unit, who, chosen, needing.By(needing.CLERK, actor.account_id, way)):
        audit.record(unit, actor, TOLD, persons=[person], purpose=purpose.written)
        lawful.lengthen(unit, who)
    return See(f"/desk/people/{person}", said="needs_of")
