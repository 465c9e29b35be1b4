"""What is asked when a mandate is given, and the answers read: online by its giver, at the window by a clerk."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app import catalogue
from app.identity.mandating import giving, hearing, reading, words
from app.identity.mandating.pages import Choice
from app.kit.actor import BOTH
from app.kit.db import Unit
from app.kit.durations import shift_day
from app.kit.i18n import N_, format_day, translate
from app.kit.inputs import Form, Mistakes, Problem, email, one_of

ALL = "all"
RIGHTS = {
    "read": (N_("Read only"), N_("See the cases and their messages.")),
    "act": (N_("Read and act"), N_("Also apply, answer, write and withdraw.")),
}
SPANS = ("P1M", "P3M", "P1Y", "P3Y")


@dataclass(frozen=True)
class Wanted:
    """A mandate as it was asked for. `services`: none means all that are not confidential."""

    email: str
    services: tuple[str, ...]
    acts: bool
    until: date
    notices: str


def services(unit: Unit, locale: str) -> list[Choice]:
    named = [(each, str(catalogue.texts(unit, each, locale)("service.name"))) for each in giving.allowed(unit)]
    alone = translate(locale, N_("Confidential: only if you tick it here"))
    return [
        Choice(ALL, translate(locale, N_("Everything that is not confidential"))),
        *(Choice(each.id, name, alone if each.confidential else "") for each, name in named),
    ]


def rights(locale: str) -> list[Choice]:
    return [Choice(id, translate(locale, label), translate(locale, hint)) for id, (label, hint) in RIGHTS.items()]


def notices(locale: str) -> list[Choice]:
    return [Choice(id, translate(locale, label)) for id, label in words.TOLD.items()]


def spans(unit: Unit, locale: str) -> list[Choice]:
    """Days to choose from, so that nobody has to reckon."""
    today = reading.today(unit)
    return [
        Choice(span, translate(locale, N_("Until %(day)s"), day=format_day(shift_day(today, span), locale)))
        for span in SPANS
        if shift_day(today, span) <= reading.last_day(unit)
    ]


def read(unit: Unit, form: Form) -> Wanted:
    """Everything that is wrong at once."""
    wrong = Mistakes()

    def heard(name: str, options: Sequence[str], sentence: str) -> str:
        return wrong.read(lambda: one_of(form, name, options, required=sentence), "")

    missing = N_("Enter the e-mail address, for example name@example.com.")
    address = wrong.read(lambda: email(form, required=missing), "")
    known = {each.id for each in giving.allowed(unit)}
    chosen = [each for each in form.texts.get("services", ()) if each == ALL or each in known]
    if not chosen:
        wrong.found["services"] = Problem(N_("Choose what the mandate is for."))
    right = heard("rights", tuple(RIGHTS), N_("Choose whether this person only reads or also acts."))
    span = heard("until", [each.value for each in spans(unit, "en")], N_("Choose how long the mandate holds."))
    told = heard("notices", tuple(words.TOLD), hearing.REQUIRED) if form.get("notices") else BOTH
    wrong.tell()
    return Wanted(address, _services(unit, chosen), right == "act", shift_day(reading.today(unit), span), told)


def _services(unit: Unit, chosen: Sequence[str]) -> tuple[str, ...]:
    """All of them, and a confidential one besides: then each is named."""
    picked = {each for each in chosen if each != ALL}
    if ALL not in chosen:
        return tuple(sorted(picked))
    secret = {each.id for each in giving.allowed(unit) if each.confidential}
    if not picked & secret:
        return ()
    return tuple(sorted({each.id for each in catalogue.services(unit) if not each.confidential} | (picked & secret)))
