"""What happened to a case, in order and in words, and what comes next."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

from markupsafe import Markup

from app import catalogue, identity, workflow
from app.cases import contents, remaining
from app.cases.counter import calling, channels, choosing_for
from app.cases.homes import noting as homes
from app.cases.queries import Case
from app.cases.rights import serving
from app.cases.views import clock, longer, merged, state
from app.cases.views.happened import BESIDE, CALLED, CHOSE, FOR_HER, PERSON, STAFF, YOU_CHOSE
from app.identity import mandates
from app.kit.db import Unit
from app.kit.i18n import N_, format_day, translate
from app.kit.views import When, moment


class Entry(NamedTuple):
    """`place`: past, now or later. `icon` and `channel` say by which way it came, where a case came by several."""

    title: str
    place: str
    lines: tuple[str | Markup, ...] = ()
    when: When | None = None
    by: str = ""
    icon: str = ""
    channel: str = ""


def timeline(unit: Unit, case: Case, service: catalogue.Service, locale: str, *, for_staff: bool) -> tuple[Entry, ...]:
    """Past steps, the present one, and what comes next. What waits to be told stands in the staff's only."""
    waits = None if for_staff else serving.waiting(unit, case.id)
    steps = [row for row in contents.steps(unit, case.id) if waits is None or not _says(row, waits)]
    told = [row.kind for row in steps if row.kind in ("decided", "recalled")]
    decided = told.count("decided") > told.count("recalled")
    several = any(row.via in channels.WORDS and row.via != "web" for row in steps)
    titles = _Titles(unit, case, service, locale, for_staff, decided, several)
    past = [(row, entry) for row in _settled(steps) if (entry := titles.entry(row)) is not None]
    entries = [entry for _, entry in past]
    stands = [place for place, (row, _) in enumerate(past) if row.kind not in BESIDE]
    if stands:
        now = entries[stands[-1]]
        meaning = [] if for_staff or waits else state.meaning(unit, case, service, locale).splitlines()
        entries[stands[-1]] = now._replace(place="now", lines=(*now.lines, *meaning))
    return (*entries, *_coming(unit, case, service, locale))


def _says(row: Any, waits: Any) -> bool:
    """Whether this step would say what the notification that waits says."""
    return bool(row.at >= waits.at and row.kind in ("corrected", "moved"))


def _coming(unit: Unit, case: Case, service: catalogue.Service, locale: str) -> tuple[Entry, ...]:
    """What an open case still waits for, with the day of the answer."""
    promised = clock.sentence(unit, case, service, locale)
    if case.closed_at is not None or not promised:
        return ()
    if case.agreed is not None:
        return (Entry(translate(locale, N_("The agreed day")), "later", (promised,)),)
    if case.due and workflow.is_settled(service.workflow, case.state):
        last = translate(locale, N_("By %(day)s at the latest."), day=format_day(case.due, locale, "full"))
        return (Entry(translate(locale, N_("All done")), "later", (last,)),)
    return (Entry(translate(locale, N_("We decide")), "later", (promised,)),)


def _settled(steps: Sequence[Any]) -> list[Any]:
    """Without states that were only passed through in the same moment."""
    moves = [row for row in steps if row.kind == "moved"]
    passed = {row.id for row, following in pairwise(moves) if row.at == following.at}
    return [row for row in steps if row.id not in passed]


@dataclass(frozen=True)
class _Titles:
    unit: Unit
    case: Case
    service: catalogue.Service
    locale: str
    for_staff: bool
    decided: bool
    several: bool

    def entry(self, row: Any) -> Entry | None:
        title = self._title(row)
        if not title:
            return None
        when = moment(row.at, self.locale, self.unit.town.zone)
        shown = self.several and row.kind in (*PERSON, calling.CALLED, remaining.CAME_IN) and row.via in channels.WORDS
        icon, channel = channels.WORDS[row.via] if shown else ("", "")
        way = translate(self.locale, channel) if channel else ""
        return Entry(title, "past", self._lines(row), when, self._by(row), icon, way)

    def _lines(self, row: Any) -> tuple[str | Markup, ...]:
        if row.kind == "corrected":
            texts = catalogue.texts(self.unit, self.service, self.locale)
            return (str(texts.get(f"state.{row.state}.name") or ""),)
        if row.kind in ("extended", "outage"):
            return longer.lines(self.unit, self.case, self.locale).get(row.at, ())
        if row.kind in ("merged", "merged_in", "parted", "parted_from"):
            return merged.lines(self.unit, self.case, for_staff=self.for_staff).get(row.at, ())
        if row.kind == "moved" and self.for_staff and row.function != "staff" and row.via != "system":
            return self._chosen(row.transition)
        if row.kind == choosing_for.STEP and self.for_staff:
            return (translate(self.locale, choosing_for.known(self.unit, row)),)
        if row.kind == homes.STEP:
            return homes.lines(self.unit, row.id, self.case.id, self.locale, for_staff=self.for_staff)
        if row.kind == calling.CALLED:
            return tuple(Markup("<bdi>{}</bdi>").format(words) for words in calling.lines(self.unit, row.id))
        return ()

    def _chosen(self, transition: str) -> tuple[str, ...]:
        """What the person decided herself, as its button says it."""
        way = self.service.workflow.transition(transition)
        said = translate(self.locale, N_("The person chose: %(what)s"), what=self._label(transition))
        return (said,) if way is not None and way.by_person else ()

    def _label(self, transition: str) -> str:
        texts = catalogue.texts(self.unit, self.service, self.locale)
        return str(texts.get(f"transition.{transition}.label") or transition)

    def _title(self, row: Any) -> str:
        texts = catalogue.texts(self.unit, self.service, self.locale)
        if row.kind == "moved":
            return state.name(self.service, texts, row.state, self.locale, for_staff=self.for_staff)
        if row.kind == "planned" and self.for_staff:
            return translate(self.locale, N_("Planned with others: %(what)s"), what=self._label(row.transition))
        if row.kind == "decided" and self.for_staff:
            return translate(self.locale, N_("Decided: %(what)s"), what=self._label(row.transition))
        if row.kind == choosing_for.STEP:
            chose = CHOSE if self.for_staff else YOU_CHOSE
            return translate(self.locale, chose[row.via], what=self._label(row.transition))
        if row.kind == remaining.CAME_IN:
            return translate(self.locale, N_("A paper came in"))
        if row.kind == calling.CALLED:
            return translate(self.locale, CALLED.get(row.via, CALLED["counter"]))
        if row.kind == "answered" and row.function == "staff" and not self.for_staff:
            return translate(self.locale, N_("The office wrote down your answer"))
        if row.kind == "submitted" and row.function == "staff" and not self.for_staff:
            return translate(self.locale, FOR_HER.get(row.via, FOR_HER["counter"]))
        words = (STAFF if self.for_staff else PERSON).get(row.kind)
        return translate(self.locale, words) if words else ""

    def _by(self, row: Any) -> str:
        if row.acting_for and row.account_id and row.kind in PERSON:
            return mandates.both(self.unit, row.account_id, row.acting_for, self.locale)
        if (
            row.function == "staff"
            and self.for_staff
            and row.kind in (calling.CALLED, remaining.CAME_IN, choosing_for.STEP, "submitted", "answered")
        ):
            clerk = identity.contact(self.unit, row.account_id) if row.account_id else None
            if clerk is not None and clerk.name:
                return clerk.name
        if row.function == "staff":
            return str(catalogue.department_name(self.unit, self.case.department, self.locale))
        if row.via == "system" and self.for_staff and not self.decided and row.kind == "moved":
            return translate(self.locale, N_("by rule or by time"))
        if self.several and row.via == "web" and row.kind in PERSON:
            return translate(self.locale, N_("the person") if self.for_staff else N_("you"))
        return ""
