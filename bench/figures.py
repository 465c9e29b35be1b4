"""A year in numbers of a town with a million cases against that of a small one: worked out, and drawn on its pages."""

import time
from collections.abc import Sequence
from contextlib import ExitStack
from datetime import timedelta

from sqlalchemy import text

from app import catalogue, insights
from app.insights.figures import months
from app.insights.public import reading
from app.kit import db
from app.kit.towns import Town
from bench.answers import p95, times
from bench.ground import free_port, laid, process
from bench.ratios import ROUNDS, Ratio

FEW, MANY = 10_000, 1_000_000
MOST = 1.5
PAGES = {"numbers of all services": "/en/numbers", "a service in numbers": "/en/services/birth-certificate"}
LINES = text(
    "WITH RECURSIVE line(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM line WHERE i < :number)"
    " INSERT INTO case_figure (case_id, service, channel, received_in, closed_in, outcome, days, late)"
    " SELECT lower(hex(randomblob(16))), :service, 'web', :month, :month, 'granted', i % 40, i % 25 = 0 FROM line"
)


def run(rounds: int = ROUNDS, small: bool = False) -> list[Ratio]:
    few, many = (2_000, 20_000) if small else (FEW, MANY)
    with ExitStack() as stack:
        less, more = (stack.enter_context(laid()) for _ in range(2))
        fill(less.town, few)
        note = f"{many:,} lines summed in {fill(more.town, many):.1f} s"
        found = [_ratio(f"a year worked out: {many:,} cases : {few:,}", _years(less.town, more.town, rounds), note)]
        ports = [free_port(), free_port()]
        for ground, port in zip((less, more), ports, strict=True):
            stack.enter_context(process(["-m", "app", "serve"], ground.settings, port))
        asked = 10 if small else 100
        for name, path in PAGES.items():
            pairs = [tuple(p95(times(port, [path] * asked)) for port in ports) for _ in range(rounds + 1)]
            found.append(_ratio(f"{name}, p95: {many:,} cases : {few:,}", pairs[1:]))
        return found


def fill(town: Town, number: int) -> float:
    """Spread so many lines over the services and the last twelve months; seconds that it took to sum them."""
    with db.write(town) as unit:
        services = [each.id for each in catalogue.services(unit)]
        every = months(unit.today.replace(day=1) - timedelta(days=1))
        share = max(1, number // (len(services) * len(every)))
        for month in every:
            for service in services:
                unit.connection.execute(LINES, {"number": share, "service": service, "month": month.isoformat()})
    begun = time.perf_counter()
    with db.write(town) as unit:
        for month in insights.to_sum(unit):
            insights.sum_again(unit, month)
    return time.perf_counter() - begun


def _years(less: Town, more: Town, rounds: int) -> list[tuple[float, ...]]:
    return [tuple(_year(town) for town in (less, more)) for _ in range(rounds + 1)][1:]


def _year(town: Town) -> float:
    with db.read(town) as unit:
        of = reading.year(unit).months
        begun = time.perf_counter()
        reading.work_out(unit, of)
        return time.perf_counter() - begun


def _ratio(name: str, pairs: Sequence[tuple[float, ...]], note: str = "") -> Ratio:
    """The small town's seconds first."""
    less, more = (1000 * sum(each) / len(each) for each in zip(*pairs, strict=True))
    seconds = f"{less:.1f} and {more:.1f} ms" + (f"; {note}" if note else "")
    return Ratio(name, tuple(pair[1] / pair[0] for pair in pairs), most=MOST, note=seconds)
