"""The person card: who it is, how she is reached, and what else of hers this clerk may see."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from app import cases
from app.cases import Brief, Case, OnDesk, helped
from app.desk.pages import CheckLine, Fact
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, language_name, listed, translate
from app.kit.views import phone

CHANNELS = {
    "email": N_("E-mail"),
    "portal": N_("Message on their page"),
    "sms": N_("Text message"),
    "letter": N_("Letter"),
    "counter": N_("At the window"),
}
VIA = {"web": N_("Online"), "counter": N_("At the window"), "phone": N_("By phone"), "post": N_("On paper")}
PERSON = "person.self"


def card(unit: Unit, actor: Actor, shown: OnDesk, locale: str) -> tuple[Fact, ...]:
    """What is known of who sent it. A level that proves only an address shows only what this account gave."""

    def say(words: str) -> str:
        return translate(locale, words)

    case, reach, record = shown.case, shown.reach, shown.record
    spoken = record.language if record and record.language else case.locale
    facts = [Fact(say(N_("Language")), language_name(spoken, locale))]
    if shown.subject and name(shown) != shown.subject:
        facts.append(Fact(say(N_("It is about")), shown.subject))
    channels = [say(CHANNELS[channel]) for channel in reach.channels if channel in CHANNELS]
    if channels:
        facts.append(Fact(say(N_("How to reach the person")), listed(channels, locale)))
    if reach.email:
        facts.append(Fact(say(N_("E-mail address")), reach.email, dir="ltr"))
    if reach.phone:
        facts.append(Fact(say(N_("Phone")), phone(reach.phone), dir="ltr"))
    if both := helped.sentence(unit, case, locale):
        facts.append(Fact(say(N_("By a mandate")), both))
    facts.append(Fact(say(N_("How it came")), say(VIA.get(case.via, VIA["web"]))))
    facts.append(Fact(say(N_("Who it is")), say(_known(shown))))
    others = cases.others_open(unit, actor, case)
    if others:
        facts.append(Fact(say(N_("Other open cases")), str(others)))
    return tuple(facts)


def unnamed(case: Brief | Case, locale: str) -> str:
    """What stands in the place of a name where the form asks for none."""
    guest = case.account_id is None and case.person_id is None
    return translate(locale, N_("Without an account") if guest else N_("No name given"))


def name(shown: OnDesk) -> str:
    """Who sent it: as the register says, else as she wrote. Often not the one whom the case is about."""
    return shown.record.name if shown.record else str(_wrote(shown).get("name") or shown.subject)


def _known(shown: OnDesk) -> str:
    if shown.record is not None:
        return N_("Known: linked to the town’s register")
    if shown.case.account_id is not None:
        return N_("Not identified: an e-mail address is proven")
    return N_("Not identified: a guest")


def checks(shown: OnDesk, locale: str) -> tuple[CheckLine, ...]:
    """What was written beside what the register says, for the question that asks who the person is. What the question
    does not ask is nobody's to check."""
    record, asked = shown.record, _asks_who(shown)
    if record is None or record.named is None or asked is None:
        return ()
    wrote = _wrote(shown)
    if not wrote:
        return ()
    known = record.named.value
    lines = {
        "name": (N_("Name"), str(wrote.get("name", "")), str(known.get("name", ""))),
        "born": (N_("Born"), _day(wrote.get("born"), locale), _day(known.get("born"), locale)),
        "identifier": (N_("Identity number"), _number(wrote), _number(known)),
    }
    return tuple(
        _check(what, own, register, locale)
        for part, (what, own, register) in lines.items()
        if part in asked.asks and (own or register)
    )


def _asks_who(shown: OnDesk) -> Any:
    """The question that asks who the person is."""
    return next((field for field in shown.service.form.fields.values() if field.prefill == PERSON), None)


def _wrote(shown: OnDesk) -> Mapping[str, Any]:
    """The answer to the question that asks who the person is."""
    asked = _asks_who(shown)
    wrote = shown.filed.get(asked.id) if asked else None
    return wrote if isinstance(wrote, dict) else {}


def wrote(shown: OnDesk, locale: str) -> tuple[Fact, ...]:
    """What she wrote of herself, to be held beside her document."""
    own = _wrote(shown)
    lines = (
        (N_("Name"), str(own.get("name", "")), ""),
        (N_("Born"), _day(own.get("born"), locale), ""),
        (N_("Identity number"), _number(own), "ltr"),
    )
    return tuple(Fact(translate(locale, what), said, dir=way) for what, said, way in lines if said)


def _check(what: str, wrote: str, register: str, locale: str) -> CheckLine:
    same = wrote.casefold().split() == register.casefold().split()
    result = translate(locale, N_("Same") if same else N_("Check this"))
    return CheckLine(translate(locale, what), wrote, register, same, result)


def _day(iso: object, locale: str) -> str:
    return format_day(date.fromisoformat(str(iso)), locale) if iso else ""


def _number(value: Mapping[str, Any]) -> str:
    identifier = value.get("identifier")
    return str(identifier.get("value") or "") if isinstance(identifier, dict) else ""
