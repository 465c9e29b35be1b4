"""Messages of a case as they are read on either side."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from app.cases import contents, vault
from app.cases.models import Message as MessageRow
from app.cases.models import Note as NoteRow
from app.cases.queries import Case
from app.cases.views import files
from app.cases.views.files import File
from app.cases.views.signed import signed
from app.identity import mandates
from app.kit.db import Unit
from app.kit.i18n import N_, lang_tag, language_name, translate
from app.kit.views import When, moment


@dataclass(frozen=True)
class Message:
    """`mine`: written on the reader's own side. `lang` is "" when it is the language of the page; `recall` is the
    address of the page that takes it back, `correct` of the one that corrects it, "" where nobody can."""

    id: str
    who: str
    when: When
    paragraphs: tuple[str, ...]
    mine: bool
    lang: str
    note: str
    files: tuple[File, ...]
    recall: str = ""
    correct: str = ""


@dataclass(frozen=True)
class Note:
    """An internal note."""

    who: str
    when: When
    paragraphs: tuple[str, ...]


def messages(
    unit: Unit,
    case: Case,
    locale: str,
    *,
    for_staff: bool,
    url: Callable[[UUID], str],
    recall: Callable[[Any], str] = lambda row: "",
    correct: Callable[[Any], str] = lambda row: "",
) -> tuple[Message, ...]:
    """In order. The person sees the office's when their recall time is over; `url` gives the address of a file,
    `recall` and `correct` those of the pages that take a message back, or correct it."""
    rows = [
        row
        for row in contents.messages(unit, case.id)
        if for_staff or not row.ours or (row.tell_at <= unit.now and row.recalled_at is None)
    ]
    corrected = {row.replaces for row in rows if row.recalled_at is None}
    attached = contents.attached(unit, case.id) if rows else {}
    known = files.of_case(unit, case, locale, url) if attached else {}
    shown = []
    for row in rows:
        papers = tuple(known[id] for id in attached.get(row.id, ()) if id in known)
        one = replace(_message(unit, case, row, locale, for_staff, papers), recall=recall(row), correct=correct(row))
        old = translate(locale, N_("Corrected by a later message."))
        shown.append(replace(one, note=old) if row.id in corrected else one)
    return tuple(shown)


def notes(unit: Unit, case: Case, locale: str) -> tuple[Note, ...]:
    """For staff only."""
    return tuple(
        Note(
            signed(unit, case, vault.unseal(unit, case.id, NoteRow, "who", row.id, row.who), locale),
            moment(row.at, locale, unit.town.zone),
            paragraphs(vault.unseal(unit, case.id, NoteRow, "body", row.id, row.body)),
        )
        for row in contents.notes(unit, case.id)
    )


def paragraphs(body: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in body.splitlines() if line.strip())


def _message(unit: Unit, case: Case, row: Any, locale: str, for_staff: bool, attached: tuple[File, ...]) -> Message:
    who = vault.unseal(unit, case.id, MessageRow, "who", row.id, row.who)
    if row.ours:
        who = signed(unit, case, who, locale)
    elif row.acting_for and row.account_id:
        who = mandates.both(unit, row.account_id, row.acting_for, locale)
    elif not for_staff:
        who = translate(locale, N_("You"))
    return Message(
        id=f"message-{row.id}",
        who=who or translate(locale, N_("The person")),
        when=moment(row.at, locale, unit.town.zone),
        paragraphs=paragraphs(vault.unseal(unit, case.id, MessageRow, "body", row.id, row.body)),
        mine=row.ours == for_staff,
        lang="" if row.locale == locale else lang_tag(row.locale),
        note=_note(unit, row, locale, for_staff),
        files=attached,
    )


def _note(unit: Unit, row: Any, locale: str, for_staff: bool) -> str:
    if row.recalled_at is not None:
        return translate(locale, N_("Recalled. The person never got it."))
    if row.replaces is not None and (not for_staff or row.tell_at <= unit.now):
        return translate(locale, N_("This corrects an earlier message."))
    if for_staff and row.ours and row.tell_at > unit.now:
        told = moment(row.tell_at, locale, unit.town.zone)
        return translate(locale, N_("The person can read it from %(moment)s."), moment=told.text)
    if row.locale == locale or row.ours == for_staff:
        return ""
    if for_staff:
        words = N_("To translate: written in %(language)s.")
    else:
        words = N_("Written in %(language)s. Would you like an interpreter? Call us or write to us.")
    return translate(locale, words, language=language_name(row.locale, locale))
