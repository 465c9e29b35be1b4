"""What a person agrees to, and takes back, written down for her."""

from starlette.requests import Request

from app.desk.entering import open_person
from app.desk.looking import about, agreed, purposes
from app.desk.looking.about import About
from app.desk.looking.handlers.needs import AGREED, WAYS
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
    return about.form(request, unit, "consents", lambda who: _page(unit, who, again))


def _page(unit: Unit, who: About, again: Again | None) -> ConsentPage:
    form = again.form if again else Form()
    return ConsentPage(
        name=who.name,
        person_url=who.person_url,
        action_url=who.action_url,
        purpose=who.purpose,
        facts=agreed.facts(unit, who.person, who.locale),
        uses=[Option(*each) for each in agreed.changes(unit, who.person, who.locale)],
        what=form.get("what"),
        ways=[Option(way, translate(who.locale, words)) for way, words in WAYS.items()],
        way=form.get("way"),
        errors=again_errors(again, who.locale),
    )


def update(request: Request, form: Form, unit: Unit) -> See:
    actor, person = open_person(request, unit)
    if actor.account_id is None:
        raise NotFound
    purpose = purposes.holding(unit, actor, f"/desk/people/{person}/consents")
    wrong = Mistakes()
    offered = [each[0] for each in agreed.changes(unit, person, "en")]
    what = wrong.read(lambda: one_of(form, "what", offered, required=N_("Choose what the person said.")), "")
    way = wrong.read(lambda: one_of(form, "way", consenting.HOW, required=AGREED), "")
    wrong.tell()
    use, _, word = what.partition(":")
    department = actor.office
    consenting.say(unit, person, use, agreed=word == "agree", by=actor.account_id, how=way, department=department)
    audit.record(unit, actor, SAID, persons=[person], purpose=purpose.written, department=department)
    return See(f"/desk/people/{person}", said="consent_of")
