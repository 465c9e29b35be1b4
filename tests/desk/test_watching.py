"""An administrator hears of who opens many people that are not her work, or herself; an ordinary week is nothing."""

from collections.abc import Callable
from datetime import timedelta
from uuid import UUID

import pytest

from app import cases, identity
from app.cases.queries import Case
from app.desk.watching.reviewing import FIFTY, review
from app.identity.accounts import link
from app.kit import audit, db
from app.kit.actor import Actor
from app.kit.ids import new_id
from app.kit.towns import Town
from app.people.models import Person
from tests.applying import certificate
from tests.desk.cases import case_of, copies
from tests.desk.staffing import account, audited, words
from tests.identity import mails
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
PAGE = "/en/desk/watching"
VERA = "vera@puertoclaro.example"


def others(town: Town, like: str, number: int, holder: str | None) -> list[Case]:
    """Cases of so many different guests, in the hands of this colleague."""
    assignee = account(town, holder) if holder else None
    made = copies(town, like, number, person_id=None, account_id=None, assignee=assignee)
    return [case_of(town, reference) for reference in made]


def opens(town: Town, key: str, found: list[Case]) -> None:
    """As the page of a case writes a look down."""
    who = actor_of(town, key)
    for case in found:
        audit.look(town, who, case.id, (), "birth_certificate", department=case.department)


def actor_of(town: Town, key: str) -> Actor:
    id = account(town, key)
    with db.read(town) as unit:
        return identity.as_actor(unit, id)


def reviewed(town: Town, settle: Settle) -> None:
    with db.write(town) as unit:
        review(unit)
    settle()


def told(client: Client) -> list[str]:
    return [mail["text"] for mail in mails.to(client, VERA) if mail["subject"] == "Please look: unusual looks"]


def test_fifty_people_who_are_a_colleagues_work_are_raised_once_a_day(
    town: Town, comes_as: Comes, asked: str, settle: Settle
) -> None:
    vera = comes_as("vera")
    held = others(town, asked, FIFTY + 5, "samir")
    opens(town, "clara", held[: FIFTY - 1])
    reviewed(town, settle)
    assert not told(vera)
    assert "Nothing unusual" in vera.get(PAGE).text
    opens(town, "clara", held[FIFTY - 1 : FIFTY])
    reviewed(town, settle)
    assert len(told(vera)) == 1
    assert "Clara" not in told(vera)[0]
    assert "Please look: unusual looks" in vera.get("/en/me/messages").text
    opens(town, "clara", held)
    reviewed(town, settle)
    reviewed(town, settle)
    assert len(told(vera)) == 1
    page = vera.get(PAGE).text
    assert f"Opened the data of {FIFTY + 5} people" in page
    assert words(page).count("Clara Montes") >= 1

    watch = page.partition(f'action="{PAGE}/')[2].partition('"')[0]
    too_long = vera.submit(PAGE, {f"note.{watch}": "x" * 501}, to=f"{PAGE}/{watch}")
    assert (too_long.status_code, "too long" in too_long.text) == (422, True)
    assert vera.submit(PAGE, {f"note.{watch}": "Stood in for Samir"}, to=f"{PAGE}/{watch}").status_code == 303
    seen = words(vera.get(PAGE).text)
    assert "Looked into by Vera" in seen
    assert "Stood in for Samir" in seen
    [entry] = audited(town, "looks_seen")
    assert entry.subject == account(town, "clara")
    town.clock.move(timedelta(days=1))
    opens(town, "clara", held[:FIFTY])
    reviewed(town, settle)
    assert len(told(vera)) == 2, "another day is another line"


def test_a_clerk_who_opens_herself_is_raised_at_once(town: Town, comes_as: Comes, asked: str, settle: Settle) -> None:
    vera, clara = comes_as("vera"), comes_as("clara")
    mine = certificate(clara)
    reviewed(town, settle)
    assert not told(vera)
    assert clara.get(f"/en/desk/cases/{mine}").status_code == 200
    reviewed(town, settle)
    assert len(told(vera)) == 1
    assert "Opened their own data" in vera.get(PAGE).text


@pytest.mark.databases("sqlite")
def test_her_own_person_in_the_record_is_herself_too(town: Town, comes_as: Comes, settle: Settle) -> None:
    vera, clara = comes_as("vera"), account(town, "clara")
    with db.write(town) as unit:
        person: UUID = db.value(unit, db.table(Person).select().with_only_columns(db.table(Person).c.id).limit(1))
        link(unit, clara, person, "register")
    audit.look(town, actor_of(town, "clara"), None, (person,), "visit")
    reviewed(town, settle)
    assert len(told(vera)) == 1


@pytest.mark.databases("sqlite")
def test_pages_of_people_count_unless_something_was_done_for_them(town: Town, comes_as: Comes, settle: Settle) -> None:
    """At the window a clerk opens one person after the other, and does something for each."""
    vera, clara = comes_as("vera"), actor_of(town, "clara")
    people = [new_id() for _ in range(FIFTY)]
    for person in people:
        audit.look(town, clara, None, (person,), "visit", action="opened")
    audit.look(town, clara, None, [new_id() for _ in range(FIFTY)], "visit", action="found")
    with db.write(town) as unit:
        for person in people[:10]:
            audit.record(unit, clara, "visit_noted", persons=(person,))
    reviewed(town, settle)
    assert not told(vera)
    for person in [new_id() for _ in range(10)]:
        audit.look(town, clara, None, (person,), "visit", action="opened")
    reviewed(town, settle)
    assert len(told(vera)) == 1
    assert f"Opened the data of {FIFTY} people" in vera.get(PAGE).text


@pytest.mark.databases("sqlite")
def test_an_ordinary_week_raises_nothing(town: Town, comes_as: Comes, asked: str, settle: Settle) -> None:
    """Each day: the whole queue is gone through, some of it taken, old cases of hers looked up, and a
    few of a colleague's while he is at the telephone."""
    clara = account(town, "clara")
    hers: list[Case] = []
    for waiting in (FIFTY + 5, 8, 8, 8, 8):
        queue, his = others(town, asked, waiting, None), others(town, asked, 6, "samir")
        opens(town, "clara", queue)
        with db.write(town) as unit:
            actor = identity.as_actor(unit, clara)
            for case in queue[:6]:
                cases.assign(unit, case, actor, clara)
        hers += queue[:6]
        opens(town, "clara", hers)
        opens(town, "clara", his)
        opens(town, "samir", queue[:5])
        reviewed(town, settle)
        town.clock.move(timedelta(days=1))
    vera = comes_as("vera")
    assert not told(vera)
    assert "Nothing unusual" in vera.get(PAGE).text


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("who", ["dan", "clara", "samir", "dolores"])
def test_what_was_raised_is_for_administrators_only(town: Town, comes_as: Comes, asked: str, who: str) -> None:
    opens(town, "clara", others(town, asked, FIFTY, "samir"))
    with db.write(town) as unit:
        review(unit)
    page = comes_as("vera").get(PAGE).text
    watch = page.partition(f'action="{PAGE}/')[2].partition('"')[0]
    other = comes_as(who)
    assert other.get(PAGE).status_code == 404
    assert other.post(f"{PAGE}/{watch}", data={"_token": other.token("/en/me")}).status_code == 404
    assert comes_as("vera").get(PAGE).text.count(f"{PAGE}/{watch}") == 1
