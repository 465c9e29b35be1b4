"""What a person agrees to, and takes back, written down for her."""

from starlette.requests import Request

from app import people
from app.desk.entering import ELSEWHERE, staff
from app.desk.looking import agreed, purposes
from app.desk.looking.handlers.needs import AGREED, WAYS
from app.desk.looking.handlers.person import OPENED
from app.desk.looking.pages import ConsentPage
from app.desk.pages import Option
from app.kit import audit
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Mistakes, one_of
from app.kit.pages import Answer, See
from app.kit.views import again_errors
from app.people import consenting

SAID = "consented"


def edit(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    actor, locale, person = staff(request), request.path_params["locale"], request.path_params["person"]
    if not actor.departments:
        return ELSEWHERE
    to = f"/desk/people/{person}/consents"
    purpose = purposes.current(unit, actor)
    if purpose is None:
        return purposes.page(request, unit, to)
    name = people.name(unit, person)
    if not name:
        raise NotFound
    audit.look_first(unit, actor, None, [person], purpose.written, action=OPENED)
    form = again.form if again else Form()
    return ConsentPage(
        name=name,
        person_url=f"/{locale}/desk/people/{person}",
        action_url=f"/{locale}{to}",
        purpose=purposes.line(unit, purpose, locale, to),
        facts=agreed.facts(unit, person, locale),
        uses=[Option(*each) for each in agreed.changes(unit, person, locale)],
        what=form.get("what"),
        ways=[Option(way, translate(locale, words)) for way, words in WAYS.items()],
        way=form.get("way"),
        errors=again_errors(again, locale),
    )


def update(request: Request, form: Form, unit: Unit) -> See:
    actor, person = staff(request), request.path_params["person"]
    if not actor.departments or not people.name(unit, person) or actor.account_id is None:
        raise NotFound
    purpose = purposes.holding(unit, actor, f"/desk/people/{person}/consents")
    wrong = Mistakes()
    offered = [each[0] for each in agreed.changes(unit, person, "en")]
    what = wrong.read(lambda: one_of(form, "what", offered, required=N_("Choose what the person said.")), "")
    way = wrong.read(lambda: one_of(form, "way", consenting.HOW, required=AGREED), "")
    wrong.tell()
    use, _, word = what.partition(":")
    department = sorted(actor.departments)[0]
    consenting.say(unit, person, use, agreed=word == "agree", by=actor.account_id, how=way, department=department)
    audit.record(unit, actor, SAID, persons=[person], purpose=purpose.written, department=department)
    return See(f"/desk/people/{person}", said="consent_of")
