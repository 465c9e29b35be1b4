"""Typed contexts of the pages of mandates."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar
from uuid import UUID

from app.identity.mandating import giving, reading, words
from app.identity.mandating.reading import Held
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.pages import Page
from app.kit.views import FieldError, When, moment

ENDED = {
    "giver": N_("Ended by %(giver)s"),
    "helper": N_("Ended by %(helper)s"),
    "declined": N_("%(helper)s said no"),
    "clerk": N_("Ended by the town"),
    "over": N_("Its last day is over"),
    "age": N_("%(giver)s is 18 now"),
}


@dataclass(frozen=True)
class Line:
    """A mandate in a list. `state`: asked, used, ended; `note` says how it ended. `code` is what the giver tells the
    helper while she has not said yes. The addresses are "" where there is nothing to press."""

    title: str
    what: str
    rights: str
    until: str
    notices: str
    state: str
    note: str
    since: When
    code: str
    accept_url: str
    use_url: str
    end_url: str
    notices_url: str = ""


@dataclass(frozen=True)
class Mandates(Page):
    """`known`: the town knows who she is, so that she can give one."""

    template: ClassVar[str] = "identity/mandates.html"

    known: bool
    received: Sequence[Line]
    given: Sequence[Line]


@dataclass(frozen=True)
class Choice:
    value: str
    label: str
    hint: str = ""


@dataclass(frozen=True)
class NewMandate(Page):
    template: ClassVar[str] = "identity/mandate_new.html"

    errors: Sequence[FieldError]
    email: str
    services: Sequence[Choice]
    chosen: Sequence[str]
    rights: Sequence[Choice]
    right: str
    spans: Sequence[Choice]
    span: str
    question: str
    hint: str
    notices: Sequence[Choice]
    told: str


@dataclass(frozen=True)
class MandateNotices(Page):
    template: ClassVar[str] = "identity/mandate_notices.html"

    line: Line
    question: str
    hint: str
    choices: Sequence[Choice]
    chosen: str
    action_url: str
    errors: Sequence[FieldError]


@dataclass(frozen=True)
class Code(Page):
    template: ClassVar[str] = "identity/mandate_code.html"

    errors: Sequence[FieldError]


@dataclass(frozen=True)
class MandateEnd(Page):
    template: ClassVar[str] = "identity/mandate_end.html"

    line: Line


def received(unit: Unit, held: Held, locale: str) -> Line:
    """As the helper sees it."""
    own = f"/{locale}/me/mandates/{held.id}"
    asked = held.state == "asked"
    return _line(
        unit, held, locale, words.giver(unit, held),
        accept=f"{own}/acceptance" if asked else "", use=own if held.state == "used" else "",
        end="" if held.ended_at else f"{own}/end",
    )  # fmt: skip


def given(unit: Unit, held: Held, locale: str) -> Line:
    """As the giver sees it."""
    end = "" if held.ended_at else f"/{locale}/me/mandates/{held.id}/end"
    code = giving.code(unit, held.id) if held.state == "asked" else ""
    code = f"{code[:4]}-{code[4:]}" if code else ""
    change = "" if held.ended_at else f"/{locale}/me/mandates/{held.id}/notices"
    line = _line(unit, held, locale, words.helper(unit, held), code=code, end=end)
    return replace(line, notices_url=change)


def _line(
    unit: Unit, held: Held, locale: str, title: str, *, code: str = "", accept: str = "", use: str = "", end: str = ""
) -> Line:
    names = {"giver": words.giver(unit, held), "helper": words.helper(unit, held)}
    note = translate(locale, ENDED[held.ended], **names) if held.ended else ""
    return Line(
        title, words.what(unit, held, locale), words.rights(held, locale), words.until(held, locale),
        words.notices(held, locale), held.state, note,
        moment(held.created_at, locale, unit.town.zone), code, accept, use, end,
    )  # fmt: skip


def lines(unit: Unit, account_id: UUID, person_id: UUID | None, locale: str) -> Mandates:
    mine = reading.given(unit, person_id) if person_id else []
    hers = reading.received(unit, account_id)
    return Mandates(
        known=person_id is not None,
        received=[received(unit, reading.as_of_now(unit, each), locale) for each in hers],
        given=[given(unit, reading.as_of_now(unit, each), locale) for each in mine],
    )
