"""What is rare is masked, and nothing that is shown gives it away."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from itertools import product
from math import inf

from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.insights.figures import Line, Year, months, percentile
from app.insights.masking import LEAST
from app.insights.public.rough import Number, at_least, numbers
from app.insights.queries import Decided, Received

THIS, NEXT = months(date(2026, 3, 9)), months(date(2026, 4, 9))
SERVICES, CHANNELS = "abc", ("web", "counter", "phone")
SOME = (THIS[0], THIS[1], THIS[11], NEXT[11])
COUNTS = st.dictionaries(
    st.tuples(st.sampled_from(SERVICES), st.sampled_from(SOME), st.sampled_from(CHANNELS), st.booleans()),
    st.integers(min_value=1, max_value=9),
    max_size=24,
)
Counts = dict[tuple[str, date, str, bool], int]
"""So many of a service that came in and went out in a month, on a way, late or not."""
Sum = tuple[list[str], str]
Bounds = dict[str, tuple[float, float]]
ROUND = [step * 10**tens for tens in range(5) for step in (1, 2, 5)]


def year(counts: Counts, of: tuple[date, ...]) -> Year:
    received: Counter[tuple[date, str, str]] = Counter()
    decided: Counter[tuple[date, str, int, bool]] = Counter()
    for (service, month, channel, late), number in counts.items():
        if month in of:
            received[month, service, channel] += number
            decided[month, service, 3, late] += number
    return Year(
        of,
        [Received(*row, number) for row, number in received.items()],
        [Decided(*row, number) for row, number in decided.items()],
    )


def told(page: Year, name: str) -> dict[str, int | None]:
    """Every number of the pages and files of a year: what is in a month has one name in every year."""
    found: dict[str, int | None] = {}

    def tell(lines: Iterable[Line], place: str) -> None:
        for line in lines:
            found[f"received {place} {line.key}"] = line.received
            if "channel" not in place:
                found[f"decided {place} {line.key}"] = line.decided
                found[f"late {place} {line.key}"] = line.late

    for service in ("", *SERVICES):
        tell(page.by_month(service), f"{service or 'all'} in")
        tell(page.by_channel(CHANNELS, service), f"{name} {service or 'all'} channel")
    tell(page.by_service(SERVICES), f"{name} year of")
    return found


def sums(of: tuple[date, ...], name: str) -> list[Sum]:
    """What must be equal, as anybody knows: parts, and what they come to."""
    found: list[Sum] = []
    for what, month in product(("received", "decided", "late", "in time"), of):
        found.append(([f"{what} {service} in {month}" for service in SERVICES], f"{what} all in {month}"))
    for service, month in product(("all", *SERVICES), of):
        found.append(
            ([f"{what} {service} in {month}" for what in ("late", "in time")], f"decided {service} in {month}")
        )
    for what, service in product(("received", "decided", "late"), SERVICES):
        found.append(([f"{what} {service} in {month}" for month in of], f"{what} {name} year of {service}"))
    for channel in CHANNELS:
        ways = [f"received {name} {service} channel {channel}" for service in SERVICES]
        found.append((ways, f"received {name} all channel {channel}"))
    for service in SERVICES:
        ways = [f"received {name} {service} channel {channel}" for channel in CHANNELS]
        found.append((ways, f"received {name} year of {service}"))
    everything = f"{name} everything"
    found.append(([f"received all in {month}" for month in of], everything))
    found.append(([f"received {name} year of {service}" for service in SERVICES], everything))
    found.append(([f"received {name} all channel {channel}" for channel in CHANNELS], everything))
    return found


def everybodys(counts: Counts, of: tuple[date, ...], name: str) -> tuple[Bounds, list[Sum]]:
    """What the public page of these months lets everybody know, and what must be equal. How many had a last day is
    known to whoever reads it, here: it may be guessed."""
    page = year(counts, of)
    found: Bounds = {}
    for service, its in numbers(of, page.received, page.decided).items():
        every = sum(row.number for row in page.decided if row.service == service)
        if its.received is not None:
            lines = page.by_month(service)
            alone = sum(line.received is None for line in lines) == 1
            next_one = next(each for each in ROUND if each > its.received.value)
            most = its.received.value if its.received.how == "exact" else inf if alone else next_one - 1
            found[f"received {name} of {service}"] = (its.received.value, most)
        if its.in_time is not None:
            found[f"late {name} of {service}"] = late_ones(its.in_time, every)
    equal = [
        ([f"{what} {service} in {month}" for month in of], f"{what} {name} of {service}")
        for what, service in product(("received", "late"), SERVICES)
    ]
    return found, equal


def late_ones(share: Number, every: int) -> tuple[float, float]:
    """Between how many and how many were late, of so many."""
    fits = [late for late in range(every + 1) if says(share, late, every)]
    return min(fits), max(fits)


def says(share: Number, late: int, every: int) -> bool:
    if share.how == "below":
        return 2 * late > every
    if share.how == "exact":
        return (every - late) * 100 // every == share.value
    return late > 0 and late <= every * (100 - share.value) // 100


def worked_out(
    known: dict[str, int | None], equal: list[Sum], bounds: Bounds | None = None
) -> dict[str, tuple[float, float]]:
    """Between what and what each number must be, when one subtracts as long as that teaches anything."""
    names = {name for parts, whole in equal for name in (*parts, whole)}
    least = {name: float(known.get(name) or 0) for name in names}
    most = {name: inf if known.get(name) is None else float(known[name] or 0) for name in names}
    for name, (low, high) in (bounds or {}).items():
        least[name], most[name] = low, high
    learned = True
    while learned:
        learned = False
        for parts, whole in equal:
            low, high = sum(least[part] for part in parts), sum(most[part] for part in parts)
            new = {whole: (low, high)}
            for part in parts:
                others = sum(most[other] for other in parts if other != part)
                new[part] = (least[whole] - others, most[whole] - (low - least[part]))
            for name, (under, over) in new.items():
                if under > least[name] or over < most[name]:
                    least[name], most[name] = max(under, least[name]), min(over, most[name])
                    learned = True
    return {name: (least[name], most[name]) for name in names}


def test_it_shows_what_is_common() -> None:
    counts = {(service, month, "web", late): 7 for service, month, late in product("ab", THIS, (True, False))}
    assert None not in told(year(counts, THIS), "this").values()


def test_one_small_number_takes_another_with_it_and_its_year() -> None:
    counts: Counts = {(service, THIS[0], "web", False): 9 for service in SERVICES}
    found = told(year({**counts, ("a", THIS[0], "web", False): 3}, THIS), "this")
    hidden = {name.removeprefix("received ") for name, number in found.items() if number is None and "rec" in name}
    assert {f"a in {THIS[0]}", f"b in {THIS[0]}", "this year of a", "this year of b"} <= hidden
    assert f"c in {THIS[0]}" not in hidden
    assert found[f"received all in {THIS[0]}"] == 21


def test_one_and_one_are_not_two() -> None:
    counts: Counts = {("a", THIS[0], "web", False): 1, ("b", THIS[0], "web", False): 1, ("c", THIS[0], "web", False): 9}
    found = told(year(counts, THIS), "this")
    assert found[f"received c in {THIS[0]}"] is None


@settings(max_examples=60)
@given(COUNTS)
def test_no_small_number_can_be_worked_out_from_all_pages_of_two_months(counts: Counts) -> None:
    pages = {"this": THIS, "next": NEXT}
    known: dict[str, int | None] = {}
    for name, of in pages.items():
        known |= told(year(counts, of), name)
    assert all(number is None or number == 0 or number >= LEAST for number in known.values())
    found = worked_out(known, [each for name, of in pages.items() for each in sums(of, name)])
    for name, (least, most) in found.items():
        assert not (least == most and 0 < least < LEAST), f"{name} is {least}"


@settings(max_examples=60)
@given(COUNTS)
@example(
    {
        ("a", THIS[0], "web", True): 5,
        ("a", THIS[0], "web", False): 1,
        ("b", THIS[0], "web", False): 1,
        ("b", THIS[1], "web", False): 4,
        ("c", THIS[0], "web", False): 5,
    }
)
def test_nor_from_them_and_what_everybody_may_know_of_two_years(counts: Counts) -> None:
    pages = {"this": THIS, "next": NEXT}
    known: dict[str, int | None] = {}
    bounds: Bounds = {}
    equal: list[Sum] = []
    for name, of in pages.items():
        known |= told(year(counts, of), name)
        more, same = everybodys(counts, of, f"{name} public year")
        bounds |= more
        equal += [*sums(of, name), *same]
    for name, (least, most) in worked_out(known, equal, bounds).items():
        assert not (least == most and 0 < least < LEAST), f"{name} is {least}"


def test_few_that_were_decided_have_no_numbers() -> None:
    counts: Counts = {("a", THIS[0], "web", False): 4, ("b", THIS[0], "web", False): 5}
    page = year(counts, THIS)
    assert set(numbers(THIS, page.received, page.decided)) == {"b"}


@given(st.integers(min_value=0, max_value=3000))
def test_a_round_number_is_never_more_than_there_were(number: int) -> None:
    found = at_least(number)
    assert found is None if number < LEAST else found and LEAST <= found.value <= number < found.value * 2.5


@given(st.lists(st.tuples(st.integers(min_value=0, max_value=40), st.booleans()), min_size=12, max_size=12))
def test_a_share_is_true(months_of: list[tuple[int, bool]]) -> None:
    decided = [Decided(month, "a", 3, late, number) for month, (number, late) in zip(THIS, months_of, strict=True)]
    found = numbers(THIS, [], [row for row in decided if row.number]).get("a")
    if found and found.in_time:
        late = sum(row.number for row in decided if row.late)
        every = sum(row.number for row in decided)
        assert says(found.in_time, late, every) or (found.in_time.how == "least" and late == 0)


@given(st.lists(st.integers(min_value=0, max_value=400), min_size=1))
def test_half_and_nine_of_ten_are_days_that_some_case_took(days: list[int]) -> None:
    histogram = Counter(days)
    for share in (0.5, 0.9):
        found = percentile(histogram, share)
        assert found in days
        assert sum(day <= found for day in days) >= share * len(days)
        assert sum(day < found for day in days) < share * len(days)


def test_of_nothing_there_are_no_days() -> None:
    assert percentile({}, 0.5) is None
