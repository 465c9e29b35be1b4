"""The supervisor's page: who has how much, what is late, and what rules decided."""

from collections.abc import Mapping, Sequence
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from app import cases, catalogue, identity
from app.cases import advice
from app.cases.queues import Wanted
from app.cases.supervising import COUNTED, Load, Sample
from app.desk.queues.team_pages import LoadLine, SampleLine
from app.desk.wanted import Address, written
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate
from app.kit.views import moment

VERDICTS = {"right": N_("Right"), "wrong": N_("Wrong")}
OUTCOMES = {"granted": N_("Granted"), "refused": N_("Refused"), "done": N_("Done")}


def clerks(unit: Unit, led: Sequence[str], locale: str) -> list[LoadLine]:
    """Each clerk of the departments with what she has, and what nobody has."""
    away = {each.account_id: each.last for each in cases.absences.begun(unit)}
    lines = [
        _line(each.name, Wanted(assignee=str(each.id)), cases.supervising.of_clerk(unit, led, each.id), locale, note)
        for each in identity.colleagues(unit, led)
        for note in [_away(away, each.id, locale)]
    ]
    nobody = cases.supervising.of_clerk(unit, led, None)
    return [*lines, _line(translate(locale, N_("Nobody yet")), Wanted(assignee="nobody"), nobody, locale)]


def services(unit: Unit, led: Sequence[str], locale: str) -> list[LoadLine]:
    return [
        _line(
            str(catalogue.texts(unit, each, locale)("service.name")),
            Wanted(service=each.id),
            cases.supervising.of_service(unit, led, each.id),
            locale,
        )
        for each in catalogue.worked_on(unit, led)
    ]


def samples(unit: Unit, led: Sequence[str], locale: str) -> list[SampleLine]:
    return [_sample(unit, each, locale) for each in cases.supervising.newest(unit, led)]


def service_of(unit: Unit, sample: Sample, locale: str) -> str:
    service = catalogue.version(unit, sample.case.version)
    return str(catalogue.texts(unit, service, locale)("service.name"))


def decided(sample: Sample, locale: str) -> str:
    return translate(locale, OUTCOMES.get(sample.outcome, N_("Decided")))


def otherwise(unit: Unit, sample: Sample, locale: str) -> str:
    """What the rules would have done where staff decided otherwise; "" for what a rule decided."""
    return advice.otherwise(unit, catalogue.version(unit, sample.case.version), sample.against, locale)


def state(sample: Sample, locale: str) -> tuple[str, str]:
    if not sample.verdict:
        return "sent", translate(locale, N_("To look at"))
    return "done" if sample.verdict == "right" else "refused", translate(locale, VERDICTS[sample.verdict])


def _sample(unit: Unit, sample: Sample, locale: str) -> SampleLine:
    kind, words = state(sample, locale)
    return SampleLine(
        reference=sample.case.reference,
        service=service_of(unit, sample, locale),
        decided=decided(sample, locale),
        by=translate(locale, N_("By rule") if sample.by_rule else N_("Otherwise than by rule")),
        when=moment(sample.decided_at, locale, unit.town.zone),
        state_kind=kind,
        state_text=words,
        note=sample.note,
        url=f"/{locale}/desk/team/samples/{sample.id}",
    )


def _line(name: str, wanted: Wanted, load: Load, locale: str, note: str = "") -> LoadLine:
    cells = tuple(_number(number) for number in (load.open, load.late, load.soon, load.waiting))
    url = Address(locale, wanted).queue()
    share = f"/{locale}/desk/batches?{urlencode(written(wanted))}" if load.open else ""
    return LoadLine(name, url, note, cells, share)


def _number(number: int) -> str:
    return f"{COUNTED}+" if number > COUNTED else str(number)


def _away(away: Mapping[UUID, date], who: UUID, locale: str) -> str:
    last = away.get(who)
    return translate(locale, N_("Away until %(day)s"), day=format_day(last, locale)) if last else ""
