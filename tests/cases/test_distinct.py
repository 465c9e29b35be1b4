"""Nobody and nothing is named twice in one form: the row says which other one it repeats."""

from collections.abc import Callable

import pytest

from tests import applying
from tests.cases.test_choices import SCHOOL
from tests.cases.test_confirmations import BORIS
from tests.desk.test_moving_home import MOVE
from tests.towns import Client

Comes = Callable[..., Client]
pytestmark = pytest.mark.databases("sqlite")


def rows(client: Client, place: str) -> str:
    """The page of a new row below a list of them."""
    return f"{place.partition('?')[0]}/new"


def test_a_school_is_chosen_once_and_a_row_may_be_sent_again(comes_as: Comes) -> None:
    kofi = comes_as("kofi")
    place = applying.fill_until(kofi, applying.begin(kofi, "school-enrolment"), SCHOOL, "schools")
    place = str(kofi.submit(str(kofi.get(place).headers["location"]), {"school": "faro"}).headers["location"])
    wrong = kofi.submit(rows(kofi, place), {"school": "faro"})
    assert wrong.status_code == 422
    assert "Number 2 says the same as number 1. Change or remove one of them." in applying.problems(wrong.text)
    assert kofi.submit(rows(kofi, place), {"school": "lonja"}).status_code == 303
    first = kofi.post(
        place.partition("?")[0], data={**applying.standing(kofi.get(place).text), "schools.change": _row(kofi, place)}
    )
    again = str(first.headers["location"])
    assert kofi.submit(again, {"school": "faro"}).status_code == 303, "it does not repeat itself"
    twice = kofi.submit(again, {"school": "lonja"})
    assert "Number 1 says the same as number 2." in applying.problems(twice.text)


def _row(client: Client, place: str) -> str:
    return applying.attribute(
        next(
            tag
            for tag in client.get(place).text.split("<")
            if tag.startswith("button") and 'name="schools.change"' in tag
        ),
        "value",
    )


def test_a_person_is_named_once_however_it_is_written(comes_as: Comes) -> None:
    amina = comes_as("amina")
    wanted = {**MOVE, "who": {"who": "household"}}
    place = applying.fill_until(amina, applying.begin(amina, "change-of-address"), wanted, "others")
    born = {"born.day": BORIS[1], "born.month": BORIS[2], "born.year": BORIS[3]}
    page = str(amina.get(place).headers["location"])
    place = str(amina.submit(page, {"name": "Boris Belkacem", **born}).headers["location"])
    wrong = amina.submit(rows(amina, place), {"name": " BORIS  belkacem ", **born})
    assert wrong.status_code == 422
    assert "Number 2 says the same as number 1." in applying.problems(wrong.text)
    assert amina.submit(rows(amina, place), {"name": "Boris Belkacem", **born, "born.year": "1999"}).status_code == 303
