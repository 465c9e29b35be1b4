"""A decision in words: the official language, the person's beside it; and one that waits to be told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app import catalogue
from app.cases import contents, law, vault
from app.cases.models import Decision as DecisionRow
from app.cases.queries import Case
from app.cases.views import advice, corrections
from app.cases.views.corrections import Earlier
from app.cases.views.signed import signed
from app.kit.db import Unit
from app.kit.i18n import N_, direction, format_day, lang_tag, translate
from app.kit.views import When, moment


@dataclass(frozen=True)
class Part:
    """A part of a decision: what it is, and its sentences."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True)
class Decision:
    """`translation` is the valid text in the official language, empty where the reader's is the official one.
    `lang` and `dir` are those of the reasons, conditions and remedy; "" where they are the page's. `earlier` are
    those that a correction replaced. `against`, for staff alone: what the rules would have done instead."""

    title: str
    paragraphs: tuple[str, ...]
    reasons: tuple[str, ...]
    conditions: tuple[str, ...]
    remedy: tuple[str, ...]
    url: str
    valid_note: str
    translation: tuple[Part, ...]
    translation_lang: str
    translation_dir: str
    lang: str
    dir: str
    earlier: tuple[Earlier, ...] = ()
    against: str = ""


@dataclass(frozen=True)
class Pending:
    """A decision that is not told yet: what, by whom, and when the person will be told. Reasons in the language of the
    staff that reads them where it is one of the decision's, else in the official one."""

    title: str
    by: str
    told_at: When
    reasons: tuple[str, ...]
    conditions: tuple[str, ...]
    lang: str
    dir: str
    against: str


def decision(
    unit: Unit,
    case: Case,
    service: catalogue.Service,
    locale: str,
    *,
    url: str = "",
    for_staff: bool = False,
    appeal_by: date | None = None,
) -> Decision | None:
    """The latest decision that was told, None while there is none. Where it is not in the reader's language, she reads
    the person's; the staff reads the official one. `appeal_by`: the last day to appeal, once it is known."""
    told = [row for row in contents.decisions(unit, case.id) if row.told_at is not None]
    if not told or case.closed_at is None:
        return None
    row, official = told[-1], law.profile(unit).official[0]
    content = _content(unit, case, row)
    preferred = (locale, official if for_staff else case.locale, official)
    read = next(each for each in preferred if each in content["reasons"])
    other = official if read != official else ""
    return Decision(
        title=str(catalogue.texts(unit, service, locale)(f"state.{case.state}.name")),
        paragraphs=(_by(unit, case, row, locale),),
        reasons=tuple(content["reasons"].get(read, ())),
        conditions=tuple(content["conditions"].get(read, ())),
        remedy=(*_remedy(content, read), *_last(appeal_by, read)),
        url=url,
        valid_note=str(catalogue.phrase_texts(unit, locale).get("decision.official_language") or "") if other else "",
        translation=_whole(content, other) if other else (),
        translation_lang=lang_tag(other) if other else "",
        translation_dir=direction(other) if other else "",
        lang=lang_tag(read) if read != locale else "",
        dir=direction(read) if read != locale else "",
        earlier=corrections.earlier(unit, case, service, locale),
        against=advice.otherwise(unit, service, row.against, locale) if for_staff else "",
    )


def pending(unit: Unit, case: Case, service: catalogue.Service, locale: str) -> Pending | None:
    """For staff only."""
    row = contents.pending_decision(unit, case.id)
    if row is None:
        return None
    content = _content(unit, case, row)
    read = locale if locale in content["reasons"] else law.profile(unit).official[0]
    label = catalogue.texts(unit, service, locale).get(f"transition.{row.transition}.label")
    return Pending(
        title=str(label or row.transition),
        by=signed(unit, case, vault.unseal(unit, case.id, DecisionRow, "who", row.id, row.who), locale),
        told_at=moment(row.tell_at, locale, unit.town.zone),
        reasons=tuple(content["reasons"].get(read, ())),
        conditions=tuple(content["conditions"].get(read, ())),
        lang=lang_tag(read),
        dir=direction(read),
        against=advice.otherwise(unit, service, row.against, locale),
    )


def _content(unit: Unit, case: Case, row: Any) -> Mapping[str, Mapping[str, Any]]:
    found: Mapping[str, Mapping[str, Any]] = vault.unseal(unit, case.id, DecisionRow, "content", row.id, row.content)
    return found


def _by(unit: Unit, case: Case, row: Any, locale: str) -> str:
    on = format_day(law.calendar(unit).day_of(row.at), locale)
    if row.by_rule:
        return translate(locale, N_("Decided by rule on %(day)s."), day=on)
    who = signed(unit, case, vault.unseal(unit, case.id, DecisionRow, "who", row.id, row.who), locale)
    return translate(locale, N_("Decided by %(who)s on %(day)s."), who=who, day=on)


def _remedy(content: Mapping[str, Mapping[str, Any]], locale: str) -> tuple[str, ...]:
    said = content["remedy"].get(locale)
    return (str(said),) if said else ()


def _last(appeal_by: date | None, locale: str) -> tuple[str, ...]:
    said = N_("Last day: %(day)s.")
    return (translate(locale, said, day=format_day(appeal_by, locale, "full")),) if appeal_by else ()


def _whole(content: Mapping[str, Mapping[str, Any]], locale: str) -> tuple[Part, ...]:
    parts = (
        (N_("Why"), content["reasons"].get(locale, ())),
        (N_("Conditions"), content["conditions"].get(locale, ())),
        (N_("If you do not agree"), _remedy(content, locale)),
    )
    return tuple(Part(translate(locale, title), tuple(lines)) for title, lines in parts if lines)
