"""The pages on which a clerk says who somebody is, and the slip that is printed then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from markupsafe import Markup

from app import catalogue, identity, people
from app.desk.pages import Fact, Option
from app.identity import linked
from app.kit import qr, views
from app.kit.db import Unit
from app.kit.i18n import LOCALES, N_, direction, format_day, lang_tag, translate
from app.kit.inputs import Again
from app.kit.pages import Page
from app.kit.views import FieldError, again_errors
from app.people import needing


@dataclass(frozen=True)
class LinkLine:
    """An account that is this person."""

    email: str
    how: str
    since: views.When
    end_url: str
    regain_url: str


@dataclass(frozen=True)
class Regain(Page):
    template: ClassVar[str] = "desk/regaining.html"

    name: str
    email: str
    back_url: str
    errors: Sequence[FieldError]
    typed: str
    seen: str
    options: Sequence[Option]


@dataclass(frozen=True)
class LinkEnd(Page):
    template: ClassVar[str] = "desk/link_end.html"

    name: str
    email: str
    back_url: str
    errors: Sequence[FieldError]
    reason: str
    options: Sequence[Option]


@dataclass(frozen=True)
class Identification(Page):
    template: ClassVar[str] = "desk/identification.html"

    name: str
    facts: Sequence[Fact]
    errors: Sequence[FieldError]
    seen: str
    options: Sequence[Option]
    links: Sequence[LinkLine]


@dataclass(frozen=True)
class PrintedSlip(Page):
    """What is printed speaks the person's language: `words_lang` and `words_dir`."""

    template: ClassVar[str] = "desk/slip.html"

    name: str
    back_url: str
    words_lang: str
    words_dir: str
    heading: str
    town: str
    whose: str
    steps: Sequence[str]
    address: str
    code: str
    until: str
    warning: str
    qr: Markup
    qr_words: str
    large: bool


def identification(unit: Unit, record: people.Record, locale: str, again: Again | None) -> Identification:
    return Identification(
        name=record.name,
        facts=_facts(record, locale),
        errors=again_errors(again, locale),
        seen=again.form.get("seen") if again else "",
        options=tuple(Option(kind, translate(locale, words)) for kind, words in linked.SEEN.items()),
        links=tuple(link_line(unit, link, locale) for link in linked.of_person(unit, record.id)),
    )


def link_line(unit: Unit, link: linked.Link, locale: str) -> LinkLine:
    contact = identity.contact(unit, link.account_id)
    return LinkLine(
        contact.email if contact else "",
        translate(locale, linked.how(link.how, link.seen)),
        views.moment(link.at, locale, unit.town.zone),
        f"/{locale}/desk/people/{link.person_id}/links/{link.id}/end",
        f"/{locale}/desk/people/{link.person_id}/links/{link.id}/address",
    )


def regain(unit: Unit, record: people.Record, link: linked.Link, locale: str, again: Again | None) -> Regain:
    return Regain(
        name=record.name,
        email=link_line(unit, link, locale).email,
        back_url=f"/{locale}/desk/people/{record.id}/codes",
        errors=again_errors(again, locale),
        typed=again.form.get("email") if again else "",
        seen=again.form.get("seen") if again else "",
        options=tuple(Option(kind, translate(locale, words)) for kind, words in linked.SEEN.items()),
    )


def link_end(unit: Unit, record: people.Record, link: linked.Link, locale: str, again: Again | None) -> LinkEnd:
    return LinkEnd(
        name=record.name,
        email=link_line(unit, link, locale).email,
        back_url=f"/{locale}/desk/people/{record.id}/codes",
        errors=again_errors(again, locale),
        reason=again.form.get("reason") if again else "",
        options=tuple(Option(id, translate(locale, words)) for id, words in linked.REASONS.items()),
    )


def _facts(record: people.Record, locale: str) -> tuple[Fact, ...]:
    """What stands on a document."""
    known = record.named.value if record.named else {}
    number = known.get("identifier")
    facts = [Fact(translate(locale, N_("Name")), record.name)]
    if known.get("born"):
        day = format_day(date.fromisoformat(str(known["born"])), locale)
        facts.append(Fact(translate(locale, N_("Born")), day))
    if isinstance(number, dict) and number.get("value"):
        facts.append(Fact(translate(locale, N_("Identity number")), str(number["value"]), dir="ltr"))
    return tuple(facts)


def slip(unit: Unit, record: people.Record, made: linked.Slip, locale: str) -> PrintedSlip:
    spoken = record.language if record.language in LOCALES else locale
    town = catalogue.town(unit, spoken)
    path = f"{unit.town.base_url}/{spoken}/me/person"

    def say(words: str, **values: object) -> str:
        return translate(spoken, words, **values)

    return PrintedSlip(
        name=record.name,
        back_url=f"/{locale}/desk/people/{record.id}/codes",
        words_lang=lang_tag(spoken),
        words_dir=direction(spoken),
        heading=say(N_("Your code")),
        town=str(town.name) if town else "",
        whose=say(N_("For: %(name)s"), name=record.name),
        steps=(
            say(N_("Open this page, or take a picture of the square.")),
            say(N_("Sign in with your e-mail address.")),
            say(N_("Type the code. From then on the town knows who you are there.")),
        ),
        address=path.partition("://")[2],
        code=made.code,
        until=say(N_("It works once, until %(moment)s."), moment=views.moment(made.until, spoken, unit.town.zone)),
        warning=say(N_("Give it to nobody. Nobody from the town asks you for it.")),
        qr=qr.picture(f"{path}?code={made.code}"),
        qr_words=say(N_("The same page, with the code")),
        large=needing.LARGE_PRINT in needing.names(unit, needing.Whose(record.id, None)),
    )
