"""What may be corrected, and what was, in words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app import catalogue
from app.cases import contents, law, vault
from app.cases.models import Decision
from app.cases.queries import Case
from app.cases.rights import correcting, replacing
from app.cases.views.ways import Way
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, direction, format_day, lang_tag, translate


@dataclass(frozen=True)
class Earlier:
    """A decision that a correction replaced; `lang` and `dir` are "" where its words are in the page's language."""

    title: str
    reasons: tuple[str, ...]
    conditions: tuple[str, ...]
    lang: str
    dir: str


def ways(unit: Unit, actor: Actor, case: Case, locale: str) -> tuple[Way, ...]:
    """The decisions that this member of staff may put in the place of the one that was told."""
    service = catalogue.version(unit, case.version)
    texts = catalogue.texts(unit, service, locale)
    return tuple(
        Way(
            id=way.id,
            label=translate(locale, N_("Correct: %(way)s"), way=str(texts(f"transition.{way.id}.label"))),
            outcome=str(service.workflow.states[end].final),
            asks=False,
            hears=False,
            needs=frozenset({*way.needs, "reason"}),
            state=end,
        )
        for way, end in correcting.correctable(unit, actor, case)
    )


def earlier(unit: Unit, case: Case, service: catalogue.Service, locale: str) -> tuple[Earlier, ...]:
    """Those that were told and count no more, the latest first."""
    told = [row for row in contents.decisions(unit, case.id) if row.told_at is not None]
    return tuple(_earlier(unit, case, service, row, locale) for row in reversed(told[:-1]))


def _earlier(unit: Unit, case: Case, service: catalogue.Service, row: Any, locale: str) -> Earlier:
    content: Mapping[str, Mapping[str, Any]] = vault.unseal(unit, case.id, Decision, "content", row.id, row.content)
    reasons = content["reasons"]
    read = next(each for each in (locale, case.locale, law.profile(unit).official[0]) if each in reasons)
    way = service.workflow.transition(row.transition)
    state = replacing.leading(unit, case, service, way).state if way and way.by else way.to if way else case.state
    name = str(catalogue.texts(unit, service, locale)(f"state.{state}.name"))
    day = format_day(law.calendar(unit).day_of(row.at), locale)
    return Earlier(
        title=translate(locale, N_("Replaced: %(what)s, decided on %(day)s"), what=name, day=day),
        reasons=tuple(reasons.get(read, ())),
        conditions=tuple(content["conditions"].get(read, ())),
        lang=lang_tag(read) if read != locale else "",
        dir=direction(read) if read != locale else "",
    )
