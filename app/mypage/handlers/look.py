"""Who has looked at my data, and why: a role rather than a name, and nobody else's."""

from datetime import UTC, datetime
from uuid import UUID

from starlette.requests import Request

from app import catalogue
from app.identity import linked, mandates
from app.kit import audit, audit_looks, views
from app.kit.db import Unit
from app.kit.i18n import N_, translate, translate_many
from app.kit.pages import Page
from app.mypage.pages import CareNote, Look, Looks
from app.people import caring, finding

PAGE = 20
SAW, BECAUSE = "seen:", "because:"
SOMEBODY = N_("Somebody at the town hall: %(office)s")
HELPER = N_("Somebody who acts for you")
ROLES = {
    "clerk": N_("A clerk: %(office)s"),
    "supervisor": N_("A supervisor: %(office)s"),
    audit.SYSTEM: N_("The town, by rule or by time"),
}
CARE = {
    caring.SAFETY: N_("Offices take care when they meet you"),
    caring.ADDRESS: N_("Your address is protected: only supervisors see it, and letters go by way of the town hall"),
    caring.NAMES: N_("Messages and decisions for you name the office, not the clerk"),
}
ACTIONS = {
    "looked": N_("Looked at your case"),
    "wrote": N_("Wrote to you"),
    "noted": N_("Wrote a note for colleagues"),
    "related": N_("Noted whether your case belongs to another one"),
    "assigned": N_("Gave your case to somebody"),
    "checked": N_("Checked whether a decision was right"),
    "put_back": N_("Gave your case back to whoever had it before"),
    "asked": N_("Asked you for information"),
    "decided": N_("Decided on your case"),
    "moved": N_("Took a step in your case"),
    "answered_for": N_("Sent answers for you"),
    "added_paper": N_("Added a paper of yours to the case"),
    "called": N_("Noted a call, a visit or a letter"),
    "filling_in": N_("Was filling in a form for you"),
    "took_in": N_("Sent a form for you"),
    "took_back": N_("Took your request back, as you asked"),
    "code_sent": N_("Sent you a code, to declare your answers with"),
    "corrected": N_("Corrected the decision on your case"),
    "extended": N_("Took more time to decide"),
    "case_merged": N_("Made one case of two"),
    "case_split": N_("Made two cases of one"),
    "cases_parted": N_("Made two cases of one again"),
    "proven": N_("Saw who you are, and let your case begin"),
    "handed_out": N_("Handed a decision over to you"),
    "not_taken": N_("Held out a decision to you, which you did not want"),
    "recalled": N_("Took back what you had not been told yet"),
    "placed": N_("Said where your barrier is"),
    "chose": N_("Chose in your case what its office had offered"),
    "chosen_for": N_("Wrote down what you chose in your case"),
    "other_agreed": N_("Wrote down that somebody agrees who is named in a request"),
    "other_declined": N_("Wrote down that somebody does not agree who is named in a request"),
    "acted": N_("Acted for you in your case"),
    "mandate_given": N_("Recorded a mandate of yours"),
    "mandate_accepted": N_("Accepted a mandate of yours"),
    "mandate_ended": N_("Ended a mandate of yours"),
    "mandate_notices": N_("Changed who gets the news of a mandate of yours"),
    "unlinked": N_("Ended the connection of an account with you"),
    "regaining": N_("Recorded a new e-mail address for your account"),
    "identified": N_("Checked who you are, and made a code for you"),
    "found": N_("Found you in a search"),
    "cared": N_("Wrote down why offices take care"),
    "consented": N_("Wrote down what you agree to"),
    "renamed": N_("Changed your name in the town’s record"),
    "care_ended": N_("Ended what was written about care"),
    "listed": N_("Saw your name in a household"),
    "needs": N_("Wrote down what you need"),
    "opened": N_("Looked at your record"),
    "mended": N_("Recorded your barrier as mended"),
}


def index(request: Request, unit: Unit) -> Page:
    """Looks and changes, of the person and of what her account sent before it was known who she is: the newest first;
    `before` in the address goes further back."""
    locale, actor = request.path_params["locale"], request.state.actor
    whose = [id for id in (actor.person_id, actor.account_id) if id is not None]
    before = _place(request.query_params.get("before", ""))
    found = audit_looks.looks_at(unit, *whose, before=before, most=PAGE + 1)
    here = f"/{locale}/me/looks"
    return Looks(
        care=_care(unit, actor.person_id, locale) if actor.person_id and not before else (),
        looks=tuple(_look(unit, look, locale) for look in found[:PAGE]),
        earlier=f"{here}?before={_written(found[PAGE - 1])}" if len(found) > PAGE else "",
        later=here if before else "",
    )


def _care(unit: Unit, person: UUID, locale: str) -> tuple[CareNote, ...]:
    """What offices wrote about care, with the reason and the office; not before the moment a supervisor chose."""
    return tuple(
        CareNote(
            translate(locale, CARE[each.kind]),
            each.words,
            str(catalogue.department_name(unit, each.department, locale)),
            views.moment(each.since, locale, unit.town.zone),
            views.moment(each.ended or each.until, locale, unit.town.zone),
        )
        for each in caring.told(unit, person)
    )


def _look(unit: Unit, look: audit_looks.Look, locale: str) -> Look:
    office = str(catalogue.department_name(unit, look.department, locale)) if look.department else ""
    return Look(
        who=translate(locale, ROLES.get(look.function, SOMEBODY if look.function else HELPER), office=office),
        what=translate(locale, _what(look)),
        why=_why(unit, look.purpose, locale),
        when=views.moment(look.at, locale, unit.town.zone),
        times=translate_many(locale, "%(number)s time", "%(number)s times", look.count) if look.count > 1 else "",
    )


def _what(look: audit_looks.Look) -> str:
    if look.action == "looked" and look.case_id is None:
        return N_("Looked at what the town knows of you")
    return ACTIONS.get(look.action, N_("Changed something"))


def _why(unit: Unit, purpose: str, locale: str) -> str:
    """The purpose is a service and a reference, or a service alone while there is no case yet; or what a clerk was
    shown, or said she looks for."""
    if purpose == "identity":
        return translate(locale, N_("To check who you are"))
    if purpose == "mandate":
        return translate(locale, N_("To see or record who acts for you"))
    if purpose.startswith(BECAUSE):
        return translate(locale, linked.REASONS.get(purpose.removeprefix(BECAUSE), ""))
    if purpose.startswith(SAW):
        return translate(locale, {**mandates.SEEN, **linked.SEEN}.get(purpose.removeprefix(SAW), ""))
    if code := finding.code_of(purpose):
        phrase = catalogue.phrase(unit, code, locale)
        return str(phrase.say()) if phrase else ""
    service_id, _, reference = purpose.partition(" ")
    service = catalogue.service(unit, service_id)
    if service is None:
        return reference
    name = str(catalogue.texts(unit, service, locale)("service.name"))
    if not reference:
        return name
    return translate(locale, N_("%(service)s, %(reference)s"), service=name, reference=reference)


def _written(look: audit_looks.Look) -> str:
    """Where a page ends, as it stands in an address."""
    return f"{look.at.astimezone(UTC).replace(tzinfo=None).isoformat()}.{look.id.hex}"


def _place(text: str) -> tuple[datetime, UUID] | None:
    at, _, id = text.rpartition(".")
    try:
        return datetime.fromisoformat(at).replace(tzinfo=UTC), UUID(id)
    except ValueError:
        return None
