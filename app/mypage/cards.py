"""Cases, drafts and notices as the short lines of my page."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app import cases, notifications
from app.kit.db import Unit
from app.kit.i18n import N_, direction, format_day, lang_tag, translate
from app.kit.views import moment
from app.mypage.pages import Card, MessageLine

NOT_SENT = N_("Draft")
SAVED = N_("Saved: %(moment)s")


def case(found: cases.Card, locale: str) -> Card:
    """With the day of the answer, or the day it was closed."""
    said = found.promise
    if found.closed is not None:
        said = translate(locale, N_("Closed on %(day)s"), day=found.closed)
    return Card(
        title=found.service,
        apart=found.reference,
        url=f"/{locale}/cases/{found.reference}",
        state_kind=found.state.kind,
        state_text=found.state.text,
        text=found.meaning,
        meta=f"{found.reference} · {said}" if said else found.reference,
    )


def draft(unit: Unit, found: cases.DraftLine, locale: str) -> Card:
    words = N_("Saved answers: %(answered)s of %(questions)s. Offices see them only after you send.")
    kept = translate(locale, N_("Kept until %(day)s"), day=format_day(_day(unit, found.until), locale))
    return Card(
        title=found.service,
        apart=translate(locale, SAVED, moment=moment(found.touched_at, locale, unit.town.zone)),
        url=f"/{locale}/drafts/{found.id}",
        state_kind="yours",
        state_text=translate(locale, NOT_SENT),
        text=translate(locale, words, answered=found.answered, questions=found.questions),
        meta=f"{kept} · {found.by}" if found.by else kept,
    )


def message(unit: Unit, told: notifications.Told, locale: str) -> MessageLine:
    other = told.locale != locale
    return MessageLine(
        title=told.subject,
        url=f"/{locale}/me/messages/{told.id}",
        meta=str(moment(told.at, locale, unit.town.zone)),
        new=not told.read,
        lang=lang_tag(told.locale) if other else "",
        dir=direction(told.locale) if other else "",
    )


def _day(unit: Unit, at: datetime) -> date:
    return at.astimezone(ZoneInfo(unit.town.zone)).date()
