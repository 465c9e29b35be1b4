"""A decision is a document, whatever it says: where the package issues none, the house issues its own."""

from collections.abc import Mapping, Sequence
from typing import Any

from app import catalogue, documents, workflow
from app.cases import answers, contents, decisions, law, telling, vault
from app.cases.models import Decision
from app.cases.queries import Case
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate

KIND = "decision"
DECLARED = (
    "reference", "service", "name", "outcome", "decided", "by", "reasons", "conditions", "remedy", "corrects"
)  # fmt: skip
TEMPLATE = """<h1>{{ t('title') }}</h1>
<p><strong>{{ outcome }}</strong></p>
{% if corrects %}
<p>{{ corrects }}</p>
{% endif %}
<dl>
  <div><dt>{{ t('service') }}</dt><dd>{{ service }}</dd></div>
  <div><dt>{{ t('reference') }}</dt><dd><bdi>{{ reference }}</bdi></dd></div>
  {% if name %}
  <div><dt>{{ t('name') }}</dt><dd><bdi>{{ name }}</bdi></dd></div>
  {% endif %}
  <div><dt>{{ t('decided') }}</dt><dd>{{ decided }}</dd></div>
  {% if by %}
  <div><dt>{{ t('by') }}</dt><dd><bdi>{{ by }}</bdi></dd></div>
  {% endif %}
</dl>
{% if reasons %}
<h2>{{ t('reasons') }}</h2>
<ul>
  {% for reason in reasons %}
  <li>{{ reason }}</li>
  {% endfor %}
</ul>
{% endif %}
{% if conditions %}
<h2>{{ t('conditions') }}</h2>
<ol>
  {% for condition in conditions %}
  <li>{{ condition }}</li>
  {% endfor %}
</ol>
{% endif %}
{% if remedy %}
<h2>{{ t('remedy') }}</h2>
<p>{{ remedy }}</p>
{% endif %}"""
WORDS = {
    "title": N_("Decision"), "service": N_("Service"), "reference": N_("Case reference"), "name": N_("For"),
    "decided": N_("Date of the decision"), "by": N_("Decided by"), "reasons": N_("Why"),
    "conditions": N_("Conditions"), "remedy": N_("If you do not agree"),
}  # fmt: skip


def issue(unit: Unit, case: Case, service: catalogue.Service) -> documents.Issued | None:
    """The latest decision that was told, as a document; None while there is none."""
    told = [row for row in contents.decisions(unit, case.id) if row.told_at is not None]
    if not told:
        return None
    content = vault.unseal(unit, case.id, Decision, "content", told[-1].id, told[-1].content)
    who = vault.unseal(unit, case.id, Decision, "who", told[-1].id, told[-1].who)
    who = None if told[-1].by_rule else who
    before = next((row for row in told if row.id == told[-1].replaces), None)
    sides = [_side(unit, case, service, content, who, before, locale) for locale in decisions.languages(unit, case)]
    return documents.issue(unit, case.id, KIND, TEMPLATE, DECLARED, sides, case.reference)


def among(actions: Sequence[workflow.Action]) -> bool:
    """Whether the package makes a document of its own."""
    return any(isinstance(action, workflow.Issue) for action in actions)


def _side(
    unit: Unit, case: Case, service: catalogue.Service, content: Mapping[str, Mapping[str, Any]],
    who: str | None, before: Any, locale: str,
) -> documents.Side:  # fmt: skip
    given = telling.variables(unit, case, service, answers.current(unit, case.id), locale)
    old = N_("This decision corrects and replaces the one of %(day)s.")
    day = format_day(law.calendar(unit).day_of(before.at), locale, "long") if before else ""
    return documents.Side(
        locale=locale,
        title=translate(locale, WORDS["title"]),
        t=lambda name: translate(locale, WORDS[name]),
        values={
            "reference": case.reference, "service": given["service"], "name": given["name"], "outcome": given["state"],
            "decided": given["decided"], "by": given["department"] if who == "" else who or "",
            "corrects": translate(locale, old, day=day) if before else "",
            **{name: content.get(name, {}).get(locale) for name in ("reasons", "conditions", "remedy")},
        },
        town=given["town"],
        department=given["department"],
    )  # fmt: skip
