"""Issue a letter of the package as a document: the official language binds, the person's stands beside it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from markupsafe import Markup

from app import catalogue, documents, forms, workflow
from app.cases import answers, contents, decisions, showing, telling, vault
from app.cases.models import Decision
from app.cases.queries import Case
from app.cases.views import withheld
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate

DECIDED = ("reasons", "conditions", "remedy")


def run(unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], action: workflow.Issue) -> None:
    letter = service.letters[action.letter]
    sides = [_side(unit, case, service, filed, letter, locale) for locale in decisions.languages(unit, case)]
    documents.issue(unit, case.id, letter.name, letter.template, letter.variables, sides, case.reference)


def _side(
    unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], letter: catalogue.Letter, locale: str
) -> documents.Side:
    texts = catalogue.texts(unit, service, locale)
    given = {**telling.variables(unit, case, service, filed, locale), **_decided(unit, case, locale)}
    given["fee"] = catalogue.owed(service, filed, answers.truth(unit, service, filed), locale)
    return documents.Side(
        locale=locale,
        title=str(texts(f"letter.{letter.name}.title")),
        t=texts,
        values={name: _value(unit, case, service, filed, name, given, locale) for name in letter.variables},
        town=given["town"],
        department=given["department"],
    )


def _value(
    unit: Unit,
    case: Case,
    service: catalogue.Service,
    filed: Mapping[str, Any],
    name: str,
    given: Mapping[str, Any],
    locale: str,
) -> Any:
    """A declared variable: what cases gives, or an answer as it is read in this language."""
    if name in given and name.partition(".")[0] not in service.form.fields:
        return given[name]
    root, _, part = name.partition(".")
    field, answer = service.form.fields.get(root), filed.get(root)
    if field is None or answer is None:
        return None
    words, around = showing.words(unit, service, locale), showing.around(unit, service, locale)
    if withheld.is_kept(service, root, withheld.from_paper(unit, case)):
        return translate(locale, N_("A protected address, which the town knows"))
    if part == "born" and answer.get("born"):
        return format_day(date.fromisoformat(answer["born"]), locale)
    if part:
        return answer.get(part)
    shown = forms.show(field, answer, words, around)
    if field.type == "money":
        # Who told an amount, and of which day, is a sentence of its own.
        return Markup("<br>").join("".join(span.text for span in line) for line in shown)
    return forms.as_text(shown, words.locale)


def _decided(unit: Unit, case: Case, locale: str) -> dict[str, Any]:
    rows = contents.decisions(unit, case.id)
    if not rows:
        return dict.fromkeys(DECIDED)
    content = vault.unseal(unit, case.id, Decision, "content", rows[-1].id, rows[-1].content)
    return {name: content.get(name, {}).get(locale) for name in DECIDED}
