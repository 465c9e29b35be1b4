"""The legal clock: what holds for every case, whatever its term and its pauses."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.cases.clock import LegalCalendar, LegalClock, Pause
from app.workflow import Term
from tests.cases.profiles import SPAIN, TAIWAN

PROFILES = st.sampled_from([SPAIN, TAIWAN, SPAIN.model_copy(update={"pauses": "restarts"})])
TERMS = st.one_of(
    st.integers(1, 60).map(lambda days: Term(days=days, working=True)),
    st.integers(1, 200).map(lambda days: Term(days=days)),
    st.integers(1, 12).map(lambda months: Term(months=months)),
)
MOMENTS = st.datetimes(datetime(2025, 1, 1), datetime(2027, 6, 1), timezones=st.just(UTC))
LENGTHS = st.timedeltas(timedelta(), timedelta(days=60))


@st.composite
def clocks(draw: st.DrawFn) -> LegalClock:
    profile = draw(PROFILES)
    return LegalClock(LegalCalendar.of(profile), draw(TERMS), profile.pauses)


@st.composite
def histories(draw: st.DrawFn) -> tuple[datetime, list[Pause]]:
    started = draw(MOMENTS)
    pauses = []
    for gap, length in draw(st.lists(st.tuples(LENGTHS, LENGTHS), max_size=4)):
        pauses.append(Pause("missing", started + gap, started + gap + length))
    return started, pauses


@given(clocks(), histories())
def test_it_is_never_due_on_a_free_day_nor_before_day_one(
    clock: LegalClock, history: tuple[datetime, list[Pause]]
) -> None:
    started, pauses = history
    last = clock.due(started, pauses, started)
    assert not clock.calendar.is_free(last)
    assert last > clock.calendar.received_on(started)


@given(clocks(), histories(), LENGTHS, LENGTHS)
def test_a_pause_never_makes_it_due_earlier(
    clock: LegalClock, history: tuple[datetime, list[Pause]], gap: timedelta, length: timedelta
) -> None:
    started, pauses = history
    more = Pause("wrong", started + gap, started + gap + length)
    assert clock.due(started, [*pauses, more], started) >= clock.due(started, pauses, started)


@given(clocks(), histories(), LENGTHS)
def test_what_arrives_later_is_never_due_earlier(
    clock: LegalClock, history: tuple[datetime, list[Pause]], wait: timedelta
) -> None:
    started, _ = history
    assert clock.due(started + wait, (), started) >= clock.due(started, (), started)


@given(clocks(), MOMENTS, LENGTHS, LENGTHS)
def test_a_pause_that_lasts_reads_as_if_the_answer_came_now(
    clock: LegalClock, started: datetime, gap: timedelta, length: timedelta
) -> None:
    asking, now = started + gap, started + gap + length
    open_pause, closed_now = Pause("missing", asking), Pause("missing", asking, now)
    assert clock.due(started, [open_pause], now) == clock.due(started, [closed_now], now)


@given(clocks(), histories(), LENGTHS)
def test_days_are_left_or_it_is_late_never_both(
    clock: LegalClock, history: tuple[datetime, list[Pause]], passed: timedelta
) -> None:
    started, pauses = history
    reading = clock.read(started, pauses, started + passed)
    assert reading.left >= 0
    assert reading.late >= 0
    assert not (reading.left and reading.late)


@given(MOMENTS, st.integers(1, 60))
def test_so_many_working_days_lie_between(started: datetime, days: int) -> None:
    clock = LegalClock(LegalCalendar.of(SPAIN), Term(days=days, working=True))
    start, last = clock.calendar.received_on(started), clock.due(started, (), started)
    each = [start + timedelta(days=n) for n in range(1, (last - start).days + 1)]
    assert sum(not clock.calendar.is_free(day) for day in each) == days
