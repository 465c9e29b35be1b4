"""What makes two reports alike: pure, by streets that are named and metres between."""

import math
import random
from typing import Any
from uuid import UUID

import pytest

from app import catalogue
from app.cases.alike import indexing, likeness
from app.kit import db
from app.kit.towns import Town

pytestmark = pytest.mark.databases("sqlite")
REACH = 50
STREETS = {"Calle del Ancla": {"aliases": "C/ Ancla"}, "Plaza del Puerto": {"aliases": "Pl. del Puerto"}}
DEGREE = 111_320


@pytest.fixture
def service(town: Town) -> catalogue.Service:
    with db.read(town) as unit:
        return next(each for each in catalogue.services(unit) if each.id == "street_report")


def report(words: str = "", at: tuple[float, float] | None = None, kind: str = "light") -> dict[str, Any]:
    position = {"latitude": f"{at[0]:.5f}", "longitude": f"{at[1]:.5f}", "accuracy": 9} if at else None
    return {"kind": kind, "place": {"words": words} | ({"position": position} if position else {})}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (report("Calle del Ancla 5"), report("por c/ ancla, esquina con la plaza"), True),
        (report("Calle del Ancla 5"), report("Plaza del Puerto"), False),
        (report("Calle del Ancla 5"), report("Calle del Ancla 5", kind="tree"), False),
        (report("The old mill!"), report("the  OLD mill"), True),
        (report("The old mill"), report("The new mill"), False),
        (report("The old mill"), report(""), False),
        (report(""), report(""), False),
        (report(at=(36.7, -4.2)), report(at=(36.7003, -4.2)), True),
        (report(at=(36.7, -4.2)), report(at=(36.7003, -4.2), kind="tree"), False),
        (report(at=(36.7, -4.2)), report(at=(36.7, -4.201)), False),
        (report("Calle del Ancla 5", (36.7, -4.2)), report("by the bins", (36.7, -4.2)), True),
        ({"kind": "light"}, {"kind": "light"}, False),
    ],
)
def test_two_reports_are_alike(service: catalogue.Service, one: Any, other: Any, same: bool) -> None:
    assert likeness.are_alike(service, one, other, STREETS) is same
    met = likeness.marks(service, one, STREETS) & likeness.marks(service, other, STREETS, REACH)
    assert bool(met) or not same, "it is never found"


def test_whoever_looks_around_meets_everything_within_reach(service: catalogue.Service) -> None:
    chance = random.Random(7)
    for _ in range(400):
        latitude, longitude = chance.uniform(-70, 70), chance.uniform(-179, 179)
        away, where = chance.uniform(0, REACH - 1), chance.uniform(0, 2 * math.pi)
        there = (
            latitude + away * math.sin(where) / DEGREE,
            longitude + away * math.cos(where) / DEGREE / math.cos(math.radians(latitude)),
        )
        here, other = report(at=(latitude, longitude)), report(at=there)
        assert likeness.is_near(service, here, other) or away > REACH - 3
        assert likeness.marks(service, here, {}) & likeness.marks(service, other, {}, REACH), (latitude, longitude)


def test_nothing_of_an_answer_is_read_from_a_token(town: Town, service: catalogue.Service) -> None:
    with db.read(town) as unit:
        made = indexing.tokens(unit, service, likeness.marks(service, report("Zyxcanary"), {}))
    assert {len(token) for token in made} == {16}
    assert UUID(bytes=made[0])
