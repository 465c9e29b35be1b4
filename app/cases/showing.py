"""Answers as people read them: sections, questions, lines. Plain data, so that a receipt keeps it as it was shown."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from app import catalogue, forms
from app.cases import law
from app.kit.db import Unit
from app.kit.i18n import N_


def words(unit: Unit, service: catalogue.Service, locale: str) -> forms.Words:
    """The sentences of a service's form in a locale."""
    return forms.Words(catalogue.texts(unit, service, locale).get, locale)


def around(
    unit: Unit, service: catalogue.Service, locale: str, answers: Mapping[str, Any] | None = None
) -> forms.Around:
    """What reading and drawing a question needs to know: the day, the town, its tables, the answers so far."""
    name = ("forms.around", service.version_id, locale)
    known = catalogue.derived(unit, name, lambda: _around(unit, service, locale))
    return replace(known, today=law.today(unit), answers=answers or {})


def _around(unit: Unit, service: catalogue.Service, locale: str) -> forms.Around:
    """What follows from the town's content alone."""
    profile = law.profile(unit)
    town = catalogue.town(unit, locale)
    tables = {name: catalogue.lookup(unit, service.id, name) for name in service.tables}
    return forms.Around(
        today=law.today(unit),
        locale=locale,
        region=profile.country,
        town_names=_town_names(unit, town.official, town.locales) if town else (),
        postcodes=frozenset(town.postcodes) if town else frozenset(),
        identifiers=profile.identifiers,
        tables={"streets": catalogue.lookup(unit, "", "streets"), **tables},
        closed=frozenset(holiday.date for holiday in profile.holidays),
    )


def _town_names(unit: Unit, official: str, locales: Sequence[str]) -> tuple[str, ...]:
    """What the town is called, in its official language first: where somebody lives does not change with the page."""
    names = (catalogue.town(unit, locale) for locale in (official, *locales))
    return tuple(dict.fromkeys(str(each.name) for each in names if each))


def sections(unit: Unit, service: catalogue.Service, filed: Mapping[str, Any], locale: str) -> list[dict[str, Any]]:
    """The answers of a submission by section: `{title, lines: [{field, question, answer: [[[text, apart]]]}]}`."""
    return _sections(unit, service, {name: answer for name, answer in filed.items() if answer is not None}, locale)


def _sections(unit: Unit, service: catalogue.Service, filed: Mapping[str, Any], locale: str) -> list[dict[str, Any]]:
    texts = catalogue.texts(unit, service, locale)
    said, about = words(unit, service, locale), around(unit, service, locale, filed)
    grouped = service.form.sections
    steps = {step.id: step for step in service.form.steps}
    groups: Sequence[tuple[str, Sequence[str]]] = (
        [(str(texts(f"section.{section.id}.title")), section.steps) for section in grouped]
        if grouped
        else [("", tuple(steps))]
    )
    found = []
    for title, ids in groups:
        lines = [_line(service, said, about, steps[id].ask, filed) for id in ids if steps[id].ask in filed]
        if lines:
            found.append({"title": title, "lines": lines})
    return found


EMPTY = N_("No answer")


def to_check(
    unit: Unit, service: catalogue.Service, filed: Mapping[str, Any], asked: Collection[str], locale: str
) -> list[dict[str, Any]]:
    """The same before it is sent, with what was `asked` and left empty: it can be changed as well."""
    may = {name: None for name in asked if service.form.fields[name].optional and filed.get(name) is None}
    return _sections(unit, service, {**filed, **may}, locale)


def _line(
    service: catalogue.Service, said: forms.Words, about: forms.Around, name: str, filed: Mapping[str, Any]
) -> dict[str, Any]:
    field = service.form.fields[name]
    shown = forms.show(field, filed[name], said, about) or ((forms.Span(said.say(EMPTY)),),)
    return {
        "field": name,
        "question": said.label(field.path),
        "answer": [[[span.text, span.apart] for span in line] for line in shown],
    }
