"""Change your address once: the record has it, each office with an open case hears of it, and the person sees which."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from app import people
from app.kit import db
from app.kit.towns import Town
from app.people import homing
from app.people.models import Person
from tests import applying
from tests.cast import BY_KEY
from tests.days import today
from tests.identity import mails
from tests.towns import Client

Comes = Callable[..., Client]
OLIVOS = {
    "new_address.street": "Calle de los Olivos",
    "new_address.number": "3",
    "new_address.postcode": "29990",
    "new_address.town": "Puerto Claro",
}
DAY = today() - timedelta(days=3)
MOVE = {
    "who": {"who": "alone"},
    "new_address": OLIVOS,
    "moved_on": {
        "moved_on.day": str(DAY.day),
        "moved_on.month": str(DAY.month),
        "moved_on.year": str(DAY.year),
    },
    "paper": {},
    "truth": {"truth": "yes"},
}


def person(town: Town, key: str) -> UUID:
    with db.read(town) as unit:
        found: UUID = db.value(unit, select(db.table(Person).c.id).where(db.table(Person).c.register_key == key))
    return found


def lives(town: Town, key: str) -> tuple[str, ...]:
    whose = person(town, key)
    with db.read(town) as unit:
        record = people.record(unit, whose)
    assert record
    return record.lines()


def move(client: Client, **changes: dict[str, str]) -> str:
    place = applying.begin(client, "change-of-address")
    return applying.send(client, applying.fill(client, place, {**MOVE, **changes}))


def certificate(client: Client) -> str:
    place = applying.begin(client, "birth-certificate")
    answers = {name: given for name, given in applying.CERTIFICATE.items() if name != "applicant"}
    return applying.send(client, applying.fill(client, place, answers))


def said(page: str) -> str:
    return page.partition("<main")[2].partition("</main")[0]


def test_it_is_written_once_and_every_office_with_an_open_case_hears_of_it(
    comes_as: Comes, town: Town, settle: Callable[..., int]
) -> None:
    nour, clara = comes_as("nour"), comes_as("clara")
    before, other = lives(town, "nour"), certificate(nour)
    reference = move(nour)
    settle()
    assert lives(town, "nour")[0].startswith("Calle de los Olivos 3")
    office = said(clara.get(f"/en/desk/cases/{other}").text)
    assert "The person lives somewhere else now" in office
    assert before[0].partition(",")[0] in office
    assert "Calle de los Olivos 3" in office
    hers = said(nour.get(f"/en/cases/{reference}").text)
    assert "These offices were told, because you have a case there: Civil registry" in hers
    mail = [each for each in mails.to(nour, BY_KEY["clara"].email) if "vive ahora en otro lugar" in each["subject"]]
    assert len(mail) == 1
    assert "Olivos" not in str(mail)
    told = [each for each in mails.to(nour, BY_KEY["nour"].email) if "domicilio" in each["subject"]]
    assert len(told) == 1
    assert "Olivos" not in str(told)


@pytest.mark.databases("sqlite")
def test_nobody_else_reads_it_and_saying_it_twice_tells_nobody(
    comes_as: Comes, town: Town, settle: Callable[..., int]
) -> None:
    nour = comes_as("nour")
    reference = move(nour)
    settle()
    assert comes_as("dan").get(f"/en/cases/{reference}").status_code == 404
    assert comes_as("tomas").get(f"/en/desk/cases/{reference}").status_code == 404
    move(nour)
    settle()
    told = [each for each in mails.to(nour, BY_KEY["nour"].email) if "Ha cambiado su domicilio" in each["subject"]]
    assert len(told) == 1


@pytest.mark.databases("sqlite")
def test_whoever_moves_alone_leaves_the_household(comes_as: Comes, town: Town, settle: Callable[..., int]) -> None:
    amina, before = comes_as("amina"), lives(town, "boris")
    move(amina)
    settle()
    assert lives(town, "boris") == before
    boris, leo = person(town, "boris"), person(town, "leo")
    with db.read(town) as unit:
        assert homing.movers(unit, boris, together=True) == [boris, leo]
