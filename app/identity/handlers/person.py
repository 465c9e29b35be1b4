"""Who one is to the town: known or not, how it became known, and a code that makes it known."""

from datetime import timedelta

from starlette.requests import Request

from app import people
from app.identity import sessions
from app.identity.linking import ending, persons
from app.identity.linking.pages import Unlinking, Who
from app.identity.linking.seen import how
from app.kit import db, guard, views
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, text
from app.kit.pages import Answer, Page, See
from app.kit.views import again_errors

WITHIN = timedelta(minutes=15)


def show(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale, account = request.path_params["locale"], request.state.actor.account_id
    link = persons.of_account(unit, account)
    typed = again.form.get("code") if again else request.query_params.get("code", "")
    return Who(
        errors=again_errors(again, locale),
        name=people.name(unit, link.person_id) if link else "",
        how=translate(locale, how(link.how, link.seen)) if link else "",
        since=views.moment(link.at, locale, unit.town.zone) if link else None,
        code=typed[:40],
    )


def count(request: Request, form: Form) -> None:
    """By account, and by where it comes from: another session of the same account tries no further."""
    guard.limit(request.state.town, "link-code-of", who(request), 10, WITHIN)
    guard.limit(request.state.town, "link-code-from", guard.client(request), 60, WITHIN)


def who(request: Request) -> str:
    """The account of a request, for limits: they are counted before anything else is looked at."""
    with db.read(request.state.town) as unit:
        return str(sessions.actor(unit, guard.session_secret(request), "en").account_id or "")


def create(request: Request, form: Form, unit: Unit) -> See:
    typed = text(
        form, "code", required=N_("Enter the code from the slip or the letter: 10 letters and digits."), most=40
    )
    persons.enter(unit, request.state.actor, typed)
    return See("/me", said="linked")


def ask_end(request: Request, unit: Unit) -> Answer:
    """Asks once more, and says what it changes."""
    link = persons.of_account(unit, request.state.actor.account_id)
    if link is None:
        return See("/me/person")
    return Unlinking(people.name(unit, link.person_id))


def end(request: Request, form: Form, unit: Unit) -> See:
    """Pressed twice: the second time there is nothing to end, and the page says how things are."""
    if persons.of_account(unit, request.state.actor.account_id) is not None:
        ending.by_owner(unit, request.state.actor)
    return See("/me/person", said="unlinked")
