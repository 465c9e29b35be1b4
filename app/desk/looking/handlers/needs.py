"""What a person needs, written down for her, with her agreement."""

from starlette.requests import Request

from app import people
from app.cases import lawful
from app.desk.entering import ELSEWHERE, open_person, staff
from app.desk.looking import purposes
from app.desk.looking.handlers.person import OPENED, whose
from app.desk.looking.pages import NeedsPage
from app.desk.pages import Option
from app.kit import audit
from app.kit.db import Unit
from app.kit.errors import NotFound
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
    actor, locale, person = staff(request), request.path_params["locale"], request.path_params["person"]
    if not actor.departments:
        return ELSEWHERE
    to = f"/desk/people/{person}/needs"
    purpose = purposes.current(unit, actor)
    if purpose is None:
        return purposes.page(request, unit, to)
    name = people.name(unit, person)
    if not name:
        raise NotFound
    audit.look_first(unit, actor, None, [person], purpose.written, action=OPENED)
    known = needing.current(unit, whose(unit, person))
    return NeedsPage(
        name=name,
        person_url=f"/{locale}/desk/people/{person}",
        action_url=f"/{locale}{to}",
        purpose=purposes.line(unit, purpose, locale, to),
        options=[Option(*each) for each in needing.choices(known, locale)],
        chosen=tuple(again.form.texts.get("needs", ())) if again else tuple(told.need for told in known),
        helper=again.form.get("helper") if again else needing.helper(known),
        ways=[Option(way, translate(locale, words)) for way, words in WAYS.items()],
        way=again.form.get("way") if again else "",
        errors=again_errors(again, locale),
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
