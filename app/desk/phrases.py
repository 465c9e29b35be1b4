"""Phrases: offered in the clerk's language, shown as the person will read them, read back with their slots."""

from collections.abc import Mapping, Sequence

from app import catalogue
from app.cases import Case, Chosen, lawful
from app.desk import days
from app.desk.pages import Phrase, Slot
from app.kit import written_days
from app.kit.db import Unit
from app.kit.i18n import N_, direction, lang_tag, translate
from app.kit.inputs import LONGEST, Form, Invalid, Problem, text

MOST = 300


def offered(unit: Unit, case: Case, kinds: Sequence[str], locale: str, values: Mapping[str, str]) -> tuple[Phrase, ...]:
    """The phrases of these kinds for the case's service; `values` are what was typed into slots."""
    return tuple(
        _shown(unit, phrase, case.locale, locale, values)
        for kind in kinds
        for phrase in catalogue.phrases(unit, kind, case.service, locale)
    )


def _shown(unit: Unit, phrase: catalogue.Phrase, theirs: str, locale: str, values: Mapping[str, str]) -> Phrase:
    other = catalogue.phrase(unit, phrase.id, theirs) if theirs != locale else None
    return Phrase(
        value=phrase.id,
        label=str(phrase.label),
        says=_gapped(phrase),
        theirs=_gapped(other) if other else "",
        theirs_lang=lang_tag(theirs) if other else "",
        theirs_dir=direction(theirs) if other else "",
        slots=tuple(
            Slot(
                name(phrase.id, slot),
                str(phrase.ask(slot)),
                values.get(name(phrase.id, slot), ""),
                _example(unit, locale) if slot in phrase.days else "",
            )
            for slot in phrase.slots
        ),
    )


def _example(unit: Unit, locale: str) -> str:
    return translate(locale, N_("For example, %(day)s"), day=days.example(locale, lawful.today(unit)))


def _gapped(phrase: catalogue.Phrase) -> str:
    """The sentence with gaps where slots will be filled; one at the end is not followed by a fourth dot."""
    return str(phrase.say(**dict.fromkeys(phrase.slots, "…"))).replace("….", "…")


def name(phrase: str, slot: str) -> str:
    return f"{phrase}.{slot}"


def values(form: Form) -> dict[str, str]:
    """Whatever was typed into slots, to be shown again."""
    return {field: form.get(field)[:LONGEST] for field in form.texts if "." in field}


def read(unit: Unit, case: Case, form: Form, field: str, kinds: Sequence[str], locale: str) -> tuple[Chosen, ...]:
    """The phrases that were ticked in this field, each slot of them filled, or Invalid."""
    known = {each.id: each for kind in kinds for each in catalogue.phrases(unit, kind, case.service, locale)}
    ticked = [id for id in form.texts.get(field, ()) if id in known]
    errors: dict[str, Problem] = {}
    found = []
    for id in dict.fromkeys(ticked):
        slots = {}
        for slot in known[id].slots:
            slots[slot] = text(form, name(id, slot), most=MOST)
            if slots[slot] and slot in known[id].days and written_days.read(slots[slot]) is None:
                example = days.example(locale, lawful.today(unit))
                errors[name(id, slot)] = Problem(N_("Write day, month and year as numbers: %(day)s"), {"day": example})
            if not slots[slot]:
                errors[name(id, slot)] = Problem(N_("Fill in: %(what)s"), {"what": str(known[id].ask(slot))})
        found.append(Chosen(id, slots))
    if errors:
        raise Invalid(errors)
    return tuple(found)
