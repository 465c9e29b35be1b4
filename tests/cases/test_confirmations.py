"""A household moves: each adult says so herself, minors move with who cares for them, and nobody waits for ever."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier
from uuid import UUID

import pytest
from sqlalchemy import select, update

from app import identity
from app.cases import confirmations
from app.cases.confirming.models import CaseConfirmation
from app.kit import db
from app.kit.ids import new_id
from app.kit.towns import Town
from app.people import homing
from app.people.models import PersonFact
from tests import applying
from tests.desk.cases import case_of, words
from tests.desk.test_moving_home import MOVE, lives, person
from tests.identity import mails
from tests.towns import Client

Comes = Callable[..., Client]
BORIS = ("Boris Belkacem", "9", "11", "1952")
AGAIN = ("Belkacem, BORIS", *BORIS[1:])
LEO = ("leo belkacém", "14", "9", "2011")
STRANGER = ("Nour Haddad Vega", "18", "10", "1990")
NEW = "Calle de los Olivos 3"


def move(client: Client, *others: tuple[str, str, str, str]) -> str:
    """She moves with others; the reference."""
    wanted = {**MOVE, "who": {"who": "household"}}
    at = applying.fill_until(client, applying.begin(client, "change-of-address"), wanted, "others")
    row = str(client.get(at).headers["location"])
    for name, day, month, year in others:
        born = {"born.day": day, "born.month": month, "born.year": year}
        at = str(client.submit(row, {"name": name, **born}).headers["location"])
        row = f"{at.partition('?')[0]}/new"
    return applying.send(client, applying.fill(client, at, wanted))


def question(client: Client) -> str:
    """Where this person is asked, on her page."""
    found = re.search(r'href="(/en/me/confirmations/[0-9a-f-]{36})"', client.get("/en/me").text)
    assert found is not None, "nobody asks"
    return found[1]


def household(town: Town, key: str) -> list[UUID]:
    whose = person(town, key)
    with db.read(town) as unit:
        return list(homing.movers(unit, whose, together=True))


def decide(clara: Client, reference: str, town: Town, settle: Callable[..., int]) -> None:
    decided = clara.submit(f"/en/desk/cases/{reference}/steps/confirm", {"reasons": "papers_in_order"})
    assert decided.status_code == 303, decided.text
    town.clock.move(timedelta(minutes=11))
    settle()


def test_who_says_yes_moves_and_a_minor_moves_with_who_cares(
    comes_as: Comes, town: Town, settle: Callable[..., int]
) -> None:
    amina, boris, clara, dan = comes_as("amina"), comes_as("boris"), comes_as("clara"), comes_as("dan")
    reference = move(amina, BORIS, LEO, STRANGER)
    settle()
    assert case_of(town, reference).state == "confirming"
    shown = words(amina.get(f"/en/cases/{reference}").text)
    assert "Boris Belkacem Asked. Has not said yes yet" in shown
    assert "leo belkacém A minor in your care" in shown
    assert "Nour Haddad Vega Not in your household by the town’s record" in shown
    page = question(boris)
    assert page.removeprefix("/en") in mails.to(clara, "boris@puertoclaro.example")[0]["text"]
    assert not [each for each in mails.to(clara, "nour@puertoclaro.example") if "/me/confirmations/" in each["text"]]
    asked = words(boris.get(page).text)
    assert "Do you move with Amina Belkacem Ruiz?" in asked
    assert NEW in asked
    for secret in (reference, "leo", "Nour", "paper"):
        assert secret not in asked, secret
    assert boris.get(f"/en/cases/{reference}").status_code == 404
    for somebody in (dan, amina, clara):
        assert somebody.get(page).status_code == 404
        sent = somebody.post(page, data={"_token": somebody.token("/en/drafts"), "says": "yes"})
        assert sent.status_code == 404
    assert boris.submit(page, {"says": "perhaps"}).status_code == 422
    token = boris.token(page)
    assert [boris.post(page, data={"_token": token, "says": "yes"}).status_code for _ in range(2)] == [303, 303]
    settle()
    assert case_of(town, reference).state == "checking"
    assert "You have said yes." in boris.get(page).text
    assert "The request has gone on" in boris.get(page).text
    assert boris.post(page, data={"_token": token, "says": "no"}).status_code == 409, "it went on"
    office = words(clara.get(f"/en/desk/cases/{reference}").text)
    assert "Boris Belkacem Said yes" in office
    assert office.count("Somebody who is named said yes") == 1
    decide(clara, reference, town, settle)
    for key in ("amina", "boris", "leo"):
        assert lives(town, key)[0].startswith(NEW), key
    assert not lives(town, "nour")[0].startswith(NEW)
    assert len(household(town, "boris")) == 3


def test_who_says_no_or_nothing_stays_and_who_asked_learns_of_neither(
    comes_as: Comes, town: Town, settle: Callable[..., int]
) -> None:
    amina, boris, clara = comes_as("amina"), comes_as("boris"), comes_as("clara")
    before, reference = lives(town, "boris"), move(amina, BORIS, AGAIN)
    settle()
    page = question(boris)
    asked = f"/en/desk/cases/{reference}"
    below = re.search(rf"{asked}/confirmations/[0-9a-f-]+", clara.get(asked).text)
    assert below is not None
    assert clara.submit(below[0], {"says": "", "channel": "pigeon"}).status_code == 422
    with_the_clerk = clara.submit(below[0], {"says": "no", "channel": "phone"})
    assert with_the_clerk.status_code == 303
    assert "Boris Belkacem Said no" in words(clara.get(asked).text)
    assert "Wrote down that somebody does not agree" in words(boris.get("/en/me/looks").text)
    assert "You have said no." in boris.get(page).text
    hers = words(amina.get(f"/en/cases/{reference}").text)
    assert "Boris Belkacem Asked. Has not said yes yet" in hers
    assert "said no" not in hers
    settle()
    assert "does not agree" not in words(amina.get("/en/me/looks").text)
    assert case_of(town, reference).state == "confirming", "it would be told apart from no answer"
    town.clock.move(timedelta(days=8))
    settle()
    assert case_of(town, reference).state == "checking"
    clara = comes_as("clara")
    decide(clara, reference, town, settle)
    assert lives(town, "amina")[0].startswith(NEW)
    assert lives(town, "boris") == before
    assert household(town, "amina") == [person(town, "amina")]


@pytest.mark.databases("sqlite")
def test_nobody_waits_for_ever(comes_as: Comes, town: Town, settle: Callable[..., int]) -> None:
    amina, boris = comes_as("amina"), comes_as("boris")
    alone, waits = move(amina, STRANGER), move(amina, BORIS)
    settle()
    assert case_of(town, alone).state == "checking", "there is nobody to ask"
    page = question(boris)
    town.clock.move(timedelta(days=6))
    settle()
    told = [each for each in mails.to(comes_as("amina"), "amina@puertoclaro.example") if waits in each["subject"]]
    assert told, "she is reminded before"
    town.clock.move(timedelta(days=2))
    settle()
    assert case_of(town, waits).state == "checking"
    late = comes_as("boris")
    assert "confirmations" not in late.get("/en/me").text
    assert "The request has gone on" in late.get(page).text
    sent = late.post(page, data={"_token": late.token("/en/drafts"), "says": "yes"})
    assert sent.status_code == 409
    over, his = db.table(CaseConfirmation), person(town, "boris")
    with db.write(town) as unit:
        [row] = db.rows(unit, select(*over.c).where(over.c.person_id == his))
        for _ in range(25):
            db.add(unit, CaseConfirmation, **{**row._asdict(), "id": new_id()})
    move(amina, BORIS)
    settle()
    assert question(comes_as("boris")) != page, "what is over hides nothing that waits"


@pytest.mark.databases("postgresql")
def test_two_who_say_yes_at_the_same_moment_are_not_waited_for(
    comes_as: Comes, town: Town, settle: Callable[..., int]
) -> None:
    join(town, "nour", "amina")
    reference = move(comes_as("amina"), BORIS, STRANGER)
    settle()
    together = Barrier(2)

    def say(key: str) -> None:
        with db.write(town) as unit:
            account = identity.account_of(unit, homes[key])
            assert account is not None
            actor = identity.as_actor(unit, account)
            asked = confirmations.waiting(unit, actor, "en")[0]
            together.wait()
            confirmations.answer(unit, actor, asked.id, True)

    homes = {key: person(town, key) for key in ("boris", "nour")}
    with ThreadPoolExecutor(2) as pool:
        list(pool.map(say, homes))
    settle()
    assert case_of(town, reference).state == "checking"


def join(town: Town, key: str, other: str) -> None:
    """The register has them in one household."""
    moves, stays, facts = person(town, key), person(town, other), db.table(PersonFact)
    with db.write(town) as unit:
        mine = (facts.c.person_id == stays) & (facts.c.key == "household")
        house = db.value(unit, select(facts.c.value).where(mine))
        hers = (facts.c.person_id == moves) & (facts.c.key == "household")
        assert db.change(unit, update(facts).where(hers).values(value=house)) == 1
