"""A clerk says who somebody is: she has seen a document, or knows the person. A slip carries the code of it home."""

from starlette.requests import Request

from app import people
from app.desk import entering, identity_pages
from app.identity import linked, regained
from app.kit import audit
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_
from app.kit.inputs import Again, Form, email, one_of
from app.kit.pages import Page, See


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    """What the record says, to be held beside the document. That is a look."""
    locale = request.path_params["locale"]
    actor, record = entering.open_record(request, unit)
    audit.look_first(unit, actor, None, (record.id,), "identity")
    return identity_pages.identification(unit, record, locale, again)


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, record = entering.open_record(request, unit)
    seen = one_of(form, "seen", tuple(linked.SEEN), required=linked.SAY)
    slip = linked.at_counter(unit, actor, record.id, seen)
    return See(f"/desk/people/{record.id}/codes/{slip}")


def show(request: Request, unit: Unit) -> Page:
    """The slip, for the clerk who made it, while it is new."""
    actor, record = entering.open_record(request, unit)
    slip = linked.slip(unit, actor, record.id, request.path_params["slip"])
    if slip is None:
        raise NotFound
    audit.look_first(unit, actor, None, (record.id,), "identity")
    return identity_pages.slip(unit, record, slip, request.path_params["locale"])


def ask_end(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, record = entering.open_record(request, unit)
    audit.look_first(unit, actor, None, (record.id,), "identity")
    return identity_pages.link_end(unit, record, _link(request, unit, record), request.path_params["locale"], again)


def end(request: Request, form: Form, unit: Unit) -> See:
    """The account is this person no more; whoever has it is told why."""
    actor, record = entering.open_record(request, unit)
    link = _link(request, unit, record)
    reason = one_of(form, "reason", tuple(linked.REASONS), required=N_("Say why the connection ends."))
    linked.by_clerk(unit, actor, record.id, link.id, reason)
    return See(f"/desk/people/{record.id}/codes", said="unlinked")


def ask_regain(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, record = entering.open_record(request, unit)
    audit.look_first(unit, actor, None, (record.id,), "identity")
    return identity_pages.regain(unit, record, _link(request, unit, record), request.path_params["locale"], again)


def regain(request: Request, form: Form, unit: Unit) -> See:
    """She lost every way in: another address, after some days in which the old contact can say no."""
    actor, record = entering.open_record(request, unit)
    link = _link(request, unit, record)
    address = email(form, required=N_("Enter the e-mail address, for example name@example.com."))
    seen = one_of(form, "seen", tuple(linked.SEEN), required=linked.SAY)
    regained.begin(unit, actor, link, address, seen)
    return See(f"/desk/people/{record.id}/codes", said="regaining")


def _link(request: Request, unit: Unit, record: people.Record) -> linked.Link:
    for link in linked.of_person(unit, record.id):
        if link.id == request.path_params["link"]:
            return link
    raise NotFound
