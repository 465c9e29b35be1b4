"""Taking a case in for somebody: recorded once, in her name, with how she stood behind it."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from markupsafe import Markup, escape
from sqlalchemy import bindparam, select

from app import catalogue, forms
from app.cases import auditing, drafts, law, queries, signing, submitting, vault
from app.cases.counter import at_her_word, declaring, dense, opening, received
from app.cases.counter.models import Intake
from app.cases.queries import Case
from app.cases.rights import confidence
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, format_day, format_moment, gap, translate

SPOKEN, SIGNED = "spoken", "signed"
DECLARED = (SPOKEN, SIGNED, declaring.BY_CODE)

T = db.table(Intake).c
TAKEN = select(*T).where(T.id == bindparam("case"))


@dataclass(frozen=True)
class Declaration:
    """She said it before the clerk, signed it on paper, or read a code that was `sent` to her; `who` did."""

    how: str
    who: str
    clerk: str
    came: date | None = None
    sent: declaring.Sent | None = None


def take_in(unit: Unit, form: dense.Dense, declaration: Declaration) -> Case:
    """From a form in hand to her case: the same rules, receipt and clock as if she had sent it herself."""
    held = form.held
    standing = {name: True for name in form.way if held.service.form.fields[name].type == dense.DECLARATION}
    drafts.save(unit, held.draft, standing)
    draft = queries.draft(unit, held.draft.id)
    filed = forms.submitted(held.service.form, held.service.rules, drafts.answers(unit, draft), law.today(unit))
    _insist_in_time(unit, held, declaration.came)
    case = submitting.record(unit, held.actor, draft, forms.digest(filed), _sender(unit, held, declaration.came))
    _note(unit, held, case, declaration)
    auditing.changed(unit, held.actor, case, "took_in")
    return case


def _insist_in_time(unit: Unit, held: opening.Held, came: date | None) -> None:
    """An appeal that came in too late is none: said here, so that the page leads back to the first case at the desk."""
    about = confidence.first(unit, held.draft)
    if about is not None:
        at_her_word.insist_appeal(unit, about, held.actor.locale, came)


def _sender(unit: Unit, held: opening.Held, came: date | None) -> submitting.Sender:
    """Who it is was seen on a document, or a member of staff vouches for it; else it waits to be proven."""
    level = 0 if held.whom.known == opening.TOLD else 2
    about = confidence.first(unit, held.draft)
    account_id = opening.account_of(unit, held.whom) or (about.account_id if about else None)
    return submitting.Sender(
        account_id, None, held.whom.person_id, level, held.draft.locale, received.moment(unit, came)
    )


def _note(unit: Unit, held: opening.Held, case: Case, declaration: Declaration) -> None:
    code = declaration.sent
    db.add(
        unit, Intake, id=case.id, at=unit.now, account_id=held.actor.account_id, known=held.whom.known,
        declared=declaration.how, who=vault.seal(unit, case.id, Intake, "who", case.id, declaration.who),
        clerk=vault.seal(unit, case.id, Intake, "clerk", case.id, signing.known_as(unit, case, declaration.clerk)),
        came=declaration.came, code_at=code.at if code else None,
        contact=vault.seal(unit, case.id, Intake, "contact", case.id, code.shown) if code else None,
    )  # fmt: skip


def taken(unit: Unit, actor: Actor, reference: str) -> Case:
    """A case that this member of staff took in, or one of her departments; else as if it were not there."""
    case = queries.by_reference(unit, reference)
    row = db.row(unit, TAKEN, case=case.id) if case else None
    if case is not None and row is not None and row.account_id == actor.account_id:
        return case
    return queries.desk_case(unit, actor, reference)


def sent(unit: Unit, actor: Actor, draft_id: UUID) -> Case:
    """The case that a form in these hands became: the button was pressed twice, or the page opened again."""
    row = db.row(unit, TAKEN, case=draft_id)
    if row is None or row.account_id != actor.account_id:
        raise NotFound
    return queries.case(unit, draft_id)


def _row(unit: Unit, case: Case) -> Any:
    return db.row(unit, TAKEN, case=case.id) if case.via != "web" else None


SAID = {
    "counter": N_("%(who)s declared this at the window. %(clerk)s wrote it down."),
    "phone": N_("%(who)s declared this on the phone. %(clerk)s wrote it down."),
    "post": N_("%(who)s declared this in a letter. %(clerk)s wrote it down."),
}
ON_PAPER = N_("%(who)s signed this on paper. %(clerk)s wrote it down.")
BY_CODE = N_("%(who)s declared this with a code, sent to %(contact)s on %(when)s. %(clerk)s wrote it down.")

FROM_THAT_DAY = N_("It came in on paper on %(day)s. Our clock counts from that day.")


def said(unit: Unit, case: Case, locale: str) -> Markup:
    """How she stood behind what was written down for her; "" where she sent it herself."""
    row = _row(unit, case)
    if row is None:
        return Markup()
    words = {SIGNED: ON_PAPER, declaring.BY_CODE: BY_CODE}.get(row.declared, SAID.get(case.via, SAID["counter"]))
    names = {
        name: Markup("<bdi>{}</bdi>").format(vault.unseal(unit, case.id, Intake, name, case.id, getattr(row, name)))
        for name in ("who", "clerk", "contact")
        if getattr(row, name) is not None
    }
    if not vault.unseal(unit, case.id, Intake, "clerk", case.id, row.clerk):
        names["clerk"] = escape(catalogue.department_name(unit, case.department, locale))
    if row.code_at is not None:
        names["when"] = escape(format_moment(row.code_at, locale, unit.town.zone))
    said = escape(translate(locale, words)) % names
    if row.came is None:
        return said
    counts = translate(locale, FROM_THAT_DAY, day=format_day(row.came, locale, "long"))
    return said + escape(gap(locale)) + escape(counts)
