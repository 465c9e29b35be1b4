"""Whoever sees a problem too and has no account may leave an e-mail address: it is asked once, told once, forgotten."""

import re
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select, update

from app.cases.alike.models import NewsWanted
from app.cases.alike.news import forgetting
from app.cases.events import CaseMerged
from app.kit import db
from app.kit.engines import sqlite_path
from app.kit.keys import SealingKey
from app.kit.towns import Town
from app.wiring import listeners
from tests import applying
from tests.cases.test_alike import looks, marks, press, report
from tests.desk.cases import case_of, words
from tests.towns import Client

Comes = Callable[..., Client]
HERS = "zyxneighbour@example.com"
W = db.table(NewsWanted).c


def sees(guest: Client, place: str = "Calle del Ancla", before: str = "") -> str:
    """Say that one sees what is reported there; the page. `before`: where the same form was a moment ago."""
    again = before.replace("/alike", "/place")
    page = applying.answer(guest, again, {"place": {"place": place}}) if before else looks(guest, place)
    [mark] = marks(guest.get(page).text)
    press(guest, page, mark)
    return page


def leave(guest: Client, page: str, email: str = HERS) -> Any:
    return guest.submit(page, {"news": "yes", "email": email})


def mails(client: Client, to: str = HERS) -> list[dict[str, Any]]:
    return [mail for mail in client.get("/demo/mailbox.json").json() if mail["to"].casefold() == to]


def link(mail: dict[str, Any]) -> str:
    found = re.search(r"/\w[\w-]*/reports/\S+", mail["text"])
    assert found, mail["text"]
    return found[0]


def kept(town: Town) -> tuple[int, int]:
    """How many rows there are, and how many of them have an address."""
    with db.read(town) as unit:
        rows = select(func.count()).select_from(db.table(NewsWanted))
        return db.value(unit, rows), db.value(unit, select(func.count(W.email)))


def test_a_guest_says_yes_by_her_own_mail_and_is_told_once_in_her_language(
    town: Town, comes_as: Comes, settle: Callable[..., int]
) -> None:
    reference, guest, samir = report(comes_as()), comes_as(), comes_as("samir")
    page = sees(guest)
    wrong = leave(guest, page, "not an address")
    assert wrong.status_code == 422
    assert "This is not a whole e-mail address." in words(wrong.text)
    assert 'value="not an address"' in wrong.text
    assert "Without one you are counted all the same." in words(leave(guest, page, "  ").text)
    spanish = page.replace("/en/", "/es/")
    there = str(leave(guest, spanish).headers["location"])
    assert "Mire su correo" in words(guest.get(there).text)
    settle()
    [asked] = mails(guest)
    assert asked["locale"] == "es"
    for secret in (reference, "Ancla", "Zyxcanary"):
        assert secret not in asked["text"], "who does not see it is told nothing"

    scanner = comes_as()
    place = link(asked)
    said = words(scanner.get(place).text)
    assert "¿Quiere que le avisemos" in said
    assert "Calle del Ancla 5, the red door" in said
    assert scanner.get(place).headers["cache-control"] == "no-store"
    scanner.submit(place, {"tell": "yes"})
    assert "Le avisamos cuando esté resuelto" in words(scanner.get(place).text)
    desk = samir.get(f"/en/desk/cases/{reference}").text
    assert "1 person sees it too" in words(desk)
    assert HERS not in desk

    assert samir.submit(f"/en/desk/cases/{reference}/steps/mend", {}).status_code == 303
    settle()
    told, _ = mails(guest)
    assert told["subject"] == "Lo que usted también ve: Hecho"
    assert "olvidamos su dirección" in told["text"]
    assert reference not in told["text"]
    assert kept(town) == (1, 0)
    with db.write(town) as unit:
        owners = set(unit.connection.execute(select(W.id)).scalars())
        forgetting.sweep(unit)
        known = unit.connection.execute(select(db.table(SealingKey).c.owner)).scalars()
        assert not owners & set(known), "what lies in old copies opens no more"
    assert kept(town) == (0, 0)
    assert "No hay nada más que comunicarle" in words(scanner.get(place).text)


def test_an_address_is_asked_once_whoever_types_it(town: Town, comes_as: Comes, settle: Callable[..., int]) -> None:
    one, other = report(comes_as()), report(comes_as(), place={"place": "Plaza del Puerto"})
    for _ in range(2):
        guest = comes_as()
        page = sees(guest)
        assert leave(guest, page).status_code == 303
        assert leave(guest, sees(guest, "Plaza del Puerto", page), HERS.upper()).status_code == 303
        settle()
    [asked] = mails(guest)
    assert kept(town) == (2, 2), "each report once"
    place, neighbour, samir = link(asked), comes_as(), comes_as("samir")
    neighbour.submit(place, {"tell": "yes"})
    for reference, most in ((one, 2), (other, 3)):
        assert samir.submit(f"/en/desk/cases/{reference}/steps/mend", {}).status_code == 303
        settle()
        assert len(mails(guest)) == most
    last, before, _ = mails(guest)
    assert "how to stop it" in before["text"]
    assert link(before) == place
    assert "forget your address" in last["text"]


def test_who_says_no_or_nothing_is_not_asked_again(town: Town, comes_as: Comes, settle: Callable[..., int]) -> None:
    report(comes_as())
    guest = comes_as()
    page = sees(guest)
    leave(guest, page)
    leave(guest, page, "zyxsilent@example.com")
    settle()
    guest.submit(link(mails(guest)[0]), {"stop": "yes"})
    assert kept(town) == (2, 1)
    with db.write(town) as unit:
        db.change(unit, update(db.table(NewsWanted)).values(asked_at=unit.now - timedelta(days=4)))
        forgetting.sweep(unit)
    assert kept(town) == (2, 0)
    for email in (HERS, "zyxsilent@example.com"):
        leave(guest, page, email)
        settle()
        assert len(mails(guest, email)) == 1
    assert kept(town) == (2, 0)
    with db.write(town) as unit:
        db.change(unit, update(db.table(NewsWanted)).values(asked_at=unit.now - timedelta(days=181)))
        forgetting.sweep(unit)
    assert kept(town) == (0, 0)


def test_she_stops_it_later_and_a_case_that_never_ends_keeps_no_address(
    town: Town, comes_as: Comes, settle: Callable[..., int]
) -> None:
    one, other = report(comes_as()), report(comes_as(), place={"place": "Plaza del Puerto"})
    guest = comes_as()
    page = sees(guest)
    leave(guest, page)
    settle()
    place = link(mails(guest)[0])
    guest.submit(place, {"tell": "yes"})
    merged = CaseMerged(case_of(town, one).id, case_of(town, other).id)
    with db.write(town) as unit:
        listeners.carry_who_sees_it_too(unit, merged)
    assert "Plaza del Puerto" in words(guest.get(place).text), "the two are one"
    guest.submit(place, {"stop": "yes"})
    assert kept(town) == (0, 0)

    other_page = sees(guest, "Plaza del Puerto", page)
    leave(guest, other_page)
    settle()
    guest.submit(link(mails(guest)[0]), {"tell": "yes"})
    for days, left in ((300, 1), (370, 0)):
        with db.write(town) as unit:
            db.change(unit, update(db.table(NewsWanted)).values(proven_at=unit.now - timedelta(days=days)))
            forgetting.sweep(unit)
        assert kept(town) == (left, left)


@pytest.mark.databases("sqlite")
def test_what_ended_before_she_said_yes_is_told_at_once(comes_as: Comes, settle: Callable[..., int]) -> None:
    reference, guest, samir = report(comes_as()), comes_as(), comes_as("samir")
    leave(guest, sees(guest))
    assert samir.submit(f"/en/desk/cases/{reference}/steps/mend", {}).status_code == 303
    settle()
    guest.submit(link(mails(guest)[0]), {"tell": "yes"})
    settle()
    assert [mail["subject"] for mail in mails(guest)][0] == "What you see too: Done"


@pytest.mark.databases("sqlite")
def test_only_whoever_sees_it_is_asked_and_not_without_end(
    town: Town, comes_as: Comes, settle: Callable[..., int]
) -> None:
    report(comes_as())
    guest, kofi = comes_as(), comes_as("kofi")
    for client, page in ((guest, looks(guest, "Calle del Ancla")), (kofi, looks(kofi, "Calle del Ancla"))):
        assert 'name="email"' not in client.get(page).text
        leave(client, page)
    settle()
    assert kept(town) == (0, 0)
    other = comes_as()
    page = sees(other)
    answers = [leave(other, page, f"zyx{number}@example.com").status_code for number in range(11)]
    assert answers.count(303) == 8, "the two before were counted"
    assert answers[-1] == 429


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("token", ["x", "a.b", "IkEi.x", "%00", "x" * 5000])
def test_a_link_that_is_not_ours_opens_nothing(comes_as: Comes, token: str) -> None:
    guest = comes_as()
    assert guest.get(f"/en/reports/{token}").status_code == 404
    assert guest.post(f"/en/reports/{token}", data={"stop": "yes"}).status_code in (403, 404)


@pytest.mark.databases("sqlite")
def test_the_address_stands_nowhere_in_clear(town: Town, comes_as: Comes, settle: Callable[..., int]) -> None:
    reference, guest, samir = report(comes_as()), comes_as(), comes_as("samir")
    leave(guest, sees(guest))
    settle()
    guest.submit(link(mails(guest)[0]), {"tell": "yes"})
    assert samir.submit(f"/en/desk/cases/{reference}/steps/mend", {}).status_code == 303
    settle()
    assert len(mails(guest)) == 2
    file = sqlite_path(town.database_url)
    for each in Path(file).parent.glob(f"{Path(file).name}*"):
        assert b"zyxneighbour" not in each.read_bytes().lower(), each.suffix
