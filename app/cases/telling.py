"""Telling the person of a case: what, and in which words."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from app import catalogue, documents, forms, notifications
from app.cases import (
    addressees,
    answers,
    codes,
    companions,
    contents,
    law,
    remaining,
    rounds,
    shortening,
    showing,
    timers,
    wording,
)
from app.cases.easing import asking
from app.cases.helping import naming
from app.cases.queries import Case
from app.cases.rights import confidence
from app.cases.views import agreed
from app.kit import i18n
from app.kit.db import Unit
from app.kit.i18n import N_
from app.people import needing

TOLD = frozenset({"date", "choice", "choices", "number", "yes_no"})
"""Types of answers that a message may name."""


def tell(unit: Unit, case: Case, message: str, channels: tuple[str, ...] = ()) -> None:
    """Send one of the package's messages about a case."""
    service = wording.to_person(unit, case)
    filed = answers.current(unit, case.id)
    texts = catalogue.texts(unit, service, case.locale)
    values = variables(unit, case, service, filed, case.locale)
    subject = _subject(unit, case, service, texts, message, values)
    body = str(texts(f"message.{message}.body", **values))
    if needing.SHORT_MESSAGES in needing.names(unit, needing.Whose(case.person_id, case.account_id)):
        body = shortening.short(body, values, case.locale)
    body = "\n".join([body, *companions.lines(unit, case)])
    if unit.now in (case.received_at, case.started_at):
        if not _is_discreet(unit, case, service):
            body = "\n".join([body, *remaining.lines(unit, case, service, case.locale)])
        body += "\n" + "\n".join(_receipt(unit, case))
    aside = None if _is_discreet(unit, case, service) else asking.quietly(unit, case)
    _send(unit, case, service, filed, message, subject, body, channels, aside)


def _receipt(unit: Unit, case: Case) -> list[str]:
    """What the first message proves beside its reference: when, the code, the fingerprint of the answers; no answer."""
    filing = contents.filings(unit, case.id)[0]

    def say(words: str, **values: str) -> str:
        return i18n.translate(case.locale, words, **values)

    return [
        say(N_("Received: %(moment)s"), moment=i18n.format_moment(case.received_at, case.locale, unit.town.zone)),
        say(N_("Verification code: %(code)s"), code=codes.code(unit, codes.RECEIPT, filing.id)),
        say(N_("Fingerprint of your answers: %(digest)s"), digest=filing.digest),
    ]


def tell_unproven(unit: Unit, case: Case) -> None:
    """The case was closed because nobody proved who sent it."""
    subject = i18n.translate(case.locale, N_("%(reference)s: your case is closed"), reference=case.reference)
    words = N_("Nobody showed us in time who sent it. This is not a refusal. You can apply again at any time.")
    say(unit, case, "unproven", subject, i18n.translate(case.locale, words))


def tell_message(unit: Unit, case: Case) -> None:
    """The office wrote: say so, without the words."""
    subject = i18n.translate(case.locale, N_("%(reference)s: the office wrote to you"), reference=case.reference)
    body = i18n.translate(case.locale, N_("There is a new message in your case. You can answer there."))
    say(unit, case, "message", subject, body)


def say(unit: Unit, case: Case, kind: str, subject: str, *lines: str, channels: tuple[str, ...] = ()) -> None:
    """Tell the person in words of the house, in her language; nothing here is the package's."""
    service = catalogue.version(unit, case.version)
    _send(unit, case, service, answers.current(unit, case.id), kind, subject, "\n".join(lines), channels)


def post(unit: Unit, case: Case, message: str, letter: str) -> None:
    """Send a document that was issued by post, with one of the package's messages on top of it."""
    service = catalogue.version(unit, case.version)
    filed = answers.current(unit, case.id)
    texts, values = catalogue.texts(unit, service, case.locale), variables(unit, case, service, filed, case.locale)
    issued = [line.id for line in documents.of_case(unit, case.id, case.locale) if line.kind == letter]
    shown = documents.show(unit, case.id, issued[-1]) if issued else None
    if shown is None:
        return
    binding, *translations = shown.sides
    notifications.notify(
        unit,
        notifications.Notice(
            kind=f"{message}_letter",
            recipient=replace(addressees.recipient(unit, case, service, filed, ("letter",)), account_id=None),
            subject=_subject(unit, case, service, texts, message, values),
            body=naming.paragraphs(unit, case, N_("With this letter you get the document that you asked for.")),
            reference=case.reference,
            case_id=case.id,
            enclosed=(
                notifications.Enclosure(binding.locale, documents.demoted(binding.html), shown.code),
                *(notifications.Enclosure(side.locale, side.html) for side in translations),
            ),
        ),
    )


def _subject(
    unit: Unit, case: Case, service: catalogue.Service, texts: catalogue.Texts, message: str, values: Mapping[str, Any]
) -> str:
    """What others may read over a shoulder, through an envelope or on a phone that is theirs too: nothing of a
    confidential service, and nothing at all for whoever shares a phone."""
    if _is_discreet(unit, case, service):
        return i18n.translate(case.locale, N_("%(reference)s: there is news on your case"), reference=case.reference)
    return str(texts(f"message.{message}.subject", **values))


def _is_discreet(unit: Unit, case: Case, service: catalogue.Service) -> bool:
    told = needing.names(unit, needing.Whose(case.person_id, case.account_id))
    return needing.SHARED_PHONE in told or confidence.is_confidential(unit, case, service)


def _send(
    unit: Unit,
    case: Case,
    service: catalogue.Service,
    filed: Mapping[str, Any],
    kind: str,
    subject: str,
    body: str,
    channels: tuple[str, ...],
    aside: notifications.Mint | None = None,
) -> None:
    notice = notifications.Notice(
        kind=kind,
        recipient=addressees.recipient(unit, case, service, filed, channels),
        subject=subject,
        body=naming.paragraphs(unit, case, *(part.strip() for part in body.split("\n") if part.strip())),
        link=_link(unit, case),
        reference=case.reference,
        case_id=case.id,
        short=naming.short(unit, case, subject),
        aside=aside,
    )
    person, helper = naming.hears(unit, case)
    if person:
        notifications.notify(unit, notice)
    if helper:
        naming.copy(unit, case, notice)


def _link(unit: Unit, case: Case) -> notifications.Link | notifications.Mint:
    onward = companions.onward(unit, case)
    if onward:
        return notifications.Mint(onward.minter, onward.ids, i18n.translate(case.locale, onward.label))
    if not case.account_id and catalogue.version(unit, case.version).calendar is not None:
        ids = {"filing": str(contents.filings(unit, case.id)[0].id), "reference": case.reference}
        return notifications.Mint(
            rounds.ENDING, ids, i18n.translate(case.locale, N_("See your case, or end these mails"))
        )
    label = i18n.translate(case.locale, N_("Go to your case"))
    return notifications.Link(f"/cases/{case.reference}" if case.account_id else "/check", label)


def variables(
    unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], locale: str
) -> dict[str, Any]:
    """What messages and letters may name. Never an answer that identifies somebody."""
    zone = law.calendar(unit).zone
    texts = catalogue.texts(unit, service, locale)
    town = catalogue.town(unit, locale)

    def say(day: date | None) -> str:
        return i18n.format_day(day, locale, "long") if day else ""

    decided = contents.decisions(unit, case.id)
    return {
        **_told(unit, service, filed, locale),
        "reference": case.reference,
        "service": str(texts("service.name")),
        "town": str(town.name) if town else "",
        "department": str(catalogue.department_name(unit, case.department, locale)),
        "name": answers.subject(service, filed),
        "state": str(texts.get(f"state.{case.state}.name") or ""),
        "due": say(case.due or case.agreed),
        "until": say(timers.waits_until(unit, case, service, filed)),
        agreed.PLACE: agreed.sentence(unit, case, service, filed, locale),
        "link": f"{unit.town.base_url}/{locale}/cases/{case.reference}",
        "code": "",
        **({rounds.FIELD: rounds.tomorrow(unit, service, filed, locale)} if service.calendar else {}),
        "sent": say(case.received_at.astimezone(zone).date()),
        "decided": say(decided[-1].at.astimezone(zone).date() if decided else unit.now.astimezone(zone).date()),
    }


def _told(unit: Unit, service: catalogue.Service, filed: Mapping[str, Any], locale: str) -> dict[str, str]:
    said, around = showing.words(unit, service, locale), showing.around(unit, service, locale)
    return {
        name: forms.as_text(forms.show(field, filed[name], said, around), locale)
        for name, field in service.form.fields.items()
        if field.type in TOLD and not field.basis and filed.get(name) is not None
    }
