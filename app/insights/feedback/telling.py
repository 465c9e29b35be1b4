"""What a department is told: how easy its pages and cases were, and what people wrote of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from app import catalogue
from app.insights.feedback import queries, subjects
from app.insights.feedback.queries import Count
from app.insights.feedback.subjects import Subject
from app.insights.figures import percentile
from app.insights.masking import LEAST, hidden_parts
from app.kit.actor import Actor
from app.kit.db import Unit

MOST = 50
"""Lines that are shown at once."""
HARD = 2
"""At most so easy: hard, or very hard."""


@dataclass(frozen=True)
class Told:
    """What was answered about a page, or about a `step` of the cases of a service. `counts` by ease and `middle`, which
    half found at least so hard, are None where too few answered to show them."""

    subject: Subject
    step: str
    counts: Mapping[int, int] | None
    middle: int | None

    @property
    def hard(self) -> float:
        """How many of a hundred found it hard; less than none where that is not shown."""
        counts = self.counts
        if counts is None:
            return -1
        return 100 * sum(number for ease, number in counts.items() if ease <= HARD) / sum(counts.values())


@dataclass(frozen=True)
class Theirs:
    """All that was said to those for whom an actor answers: its own departments; what belongs to none is read by the
    department that barriers are reported to, and by whoever administers the town."""

    about: Mapping[tuple[str, str], Subject]
    counts: Sequence[Count]

    def told(self, wanted: str, month: date | None) -> list[Told]:
        """The cases first, then the pages, the hardest of each first; of one subject or of all."""
        kept: defaultdict[tuple[str, str, str], list[Count]] = defaultdict(list)
        for count in self.counts:
            kept[count.page, count.service, count.step].append(count)
        lines = [
            _told(self.about[page, service], step, rows, month)
            for (page, service, step), rows in kept.items()
            if key(self.about[page, service]) == wanted or not wanted
        ]
        shown = [line for line in lines if line is not None]
        return sorted(shown, key=lambda line: (line.step == "", -line.hard, line.subject.title, line.step))

    @cached_property
    def chosen(self) -> dict[str, str]:
        """What can be chosen to be told of, by its key: names, in order."""
        named = {key(subject): subject.title for subject in self.about.values()}
        return dict(sorted(named.items(), key=lambda each: each[1]))


def theirs(unit: Unit, actor: Actor, locale: str, since: date) -> Theirs:
    counts = queries.counts(unit, since)
    about = {
        (page, service): subject
        for page, service in {(count.page, count.service) for count in counts}
        if answers_for(unit, actor, subject := subject_of(unit, page, service, locale))
    }
    return Theirs(about, [count for count in counts if (count.page, count.service) in about])


def subject_of(unit: Unit, page: str, service_id: str, locale: str) -> Subject:
    """What an answer is about, as it is called now."""
    if not service_id:
        return subjects.of_page(unit, page, locale)
    service = catalogue.service(unit, service_id)
    if service is None:
        return Subject("", service_id, service=service_id)
    name = catalogue.texts(unit, service, locale)("service.name")
    return Subject("", str(name), service.department, service.id, name.lang, name.dir)


def answers_for(unit: Unit, actor: Actor, subject: Subject) -> bool:
    """Whether an actor is told of it."""
    if subject.department:
        return subject.department in actor.departments
    return actor.administers or catalogue.town(unit, actor.locale).barriers in actor.departments


def key(subject: Subject) -> str:
    """What a subject is chosen by: a service with its page and its cases, or a page."""
    return subject.service or subject.path or "all"


def _told(subject: Subject, step: str, rows: Iterable[Count], month: date | None) -> Told | None:
    """Of one month or of all. Who has them all and all but one has that one too: so a month stays hidden beside a small
    one, and all of them where they would give it away."""
    by_month: defaultdict[date, Counter[int]] = defaultdict(Counter)
    for row in rows:
        by_month[row.month][row.ease] += row.number
    hidden, whole = hidden_parts({each: (found.total(),) for each, found in by_month.items()})
    found = by_month.get(month, Counter[int]()) if month else sum(by_month.values(), Counter[int]())
    if not found:
        return None
    if month in hidden or (month is None and (whole or found.total() < LEAST)):
        return Told(subject, step, None, None)
    return Told(subject, step, found, percentile(found, 0.5))
