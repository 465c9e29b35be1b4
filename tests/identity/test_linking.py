"""Which person an account is: by a code that a clerk hands over at the window, entered once by its owner."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from app.identity import linked
from app.identity.linking.models import LinkCode
from app.kit import db
from app.kit.towns import Town
from tests import applying
from tests.cast import LEO
from tests.identity import mails
from tests.identity.identifying import code, enter, person, slip, written
from tests.identity.proving import row, sign_in
from tests.towns import Client

Comes = Callable[..., Client]


@pytest.fixture
def clara(comes_as: Comes) -> Client:
    return comes_as("clara")


def test_a_code_from_the_window_makes_an_account_a_person(
    comes_as: Comes, clara: Client, settle: Callable[..., int], town: Town
) -> None:
    leo = comes_as("leo")
    waiting = applying.badge(leo)
    assert row(town, waiting).state == "to_prove"
    given = code(clara, "leo")
    answer = leo.submit("/en/me/person", {"code": given.lower().replace("-", " ").replace("0", "o")})
    assert answer.headers["location"] == "/en/me?said=linked"
    page = leo.get("/en/me/person").text
    assert LEO.name in page
    assert "At the window" in page
    settle()
    begun = row(town, waiting)
    assert begun.state != "to_prove"
    assert begun.started_at is not None
    assert begun.person_id == person(town, "leo")
    assert "Su cuenta está unida" in mails.to(leo, LEO.email)[0]["text"]
    looks = leo.get("/en/me/looks").text
    assert "Checked who you are" in looks
    assert "Identity card" in looks
    assert enter(comes_as("dan"), given)[0] == 422, "it works once"


def test_a_code_that_opens_nothing_never_says_why(comes_as: Comes, clara: Client, town: Town) -> None:
    dan, kofi = comes_as("dan"), comes_as("teo")
    replaced, used = code(clara, "rosa"), code(clara, "leo")
    code(clara, "rosa")
    assert enter(kofi, used)[0] == 303
    said = [enter(dan, typed) for typed in ("00000-00000", replaced, used)]
    old = code(clara, "ines")
    town.clock.move(linked.LIFE + timedelta(minutes=1))
    said.append(enter(sign_in(dan, "dan"), old))
    plain = {(status, text.partition("<main")[2].partition('name="_token"')[0]) for status, text in said}
    assert len(plain) == 1
    assert said[0][0] == 422


@pytest.mark.databases("sqlite")
def test_after_ten_tries_it_is_somebody_who_guesses(comes_as: Comes) -> None:
    dan = comes_as("dan")
    assert [enter(dan, f"00000-0000{number % 10}")[0] for number in range(10)] == [422] * 10
    assert enter(dan, "00000-00000")[0] == 429
    assert enter(comes_as("dan"), "00000-00000")[0] == 429, "another session of the same account"
    assert enter(comes_as("teo"), "00000-00000")[0] == 422


@pytest.mark.databases("sqlite")
def test_an_account_is_one_person(comes_as: Comes, clara: Client, town: Town) -> None:
    given = code(clara, "rosa")
    status, said = enter_as_is(comes_as("amina"), given)
    assert status == 409
    assert "knows already who you are" in said
    assert enter(comes_as("dan"), given)[0] == 303, "the code still works"


def enter_as_is(client: Client, typed: str) -> tuple[int, str]:
    sent = client.submit("/en/me", {"code": typed}, to="/en/me/person")
    return sent.status_code, sent.text


@pytest.mark.databases("sqlite")
def test_whoever_was_this_person_before_hears_of_it(comes_as: Comes, clara: Client, settle: Callable[..., int]) -> None:
    given = code(clara, "amina", "attested")
    settle()
    told = mails.to(clara, "amina@puertoclaro.example")
    assert len(told) == 1, "a code was made"
    enter(comes_as("dan"), given)
    settle()
    assert len(mails.to(clara, "amina@puertoclaro.example")) == 2, "it was used, once told"
    assert "A clerk" not in comes_as("amina").get("/en/me/person").text


@pytest.mark.databases("sqlite")
def test_a_clerk_is_nobody_by_her_own_word(comes_as: Comes, clara: Client, town: Town) -> None:
    """Neither by a code that she made herself, nor in her own record."""
    given = code(clara, "rosa")
    assert enter(clara, given) == enter(clara, "00000-00000")
    tomas = comes_as("tomas")
    assert enter(clara, code(tomas, "rosa"))[0] == 303
    refused = clara.submit(f"/en/desk/people/{person(town, 'rosa')}/codes", {"seen": "passport"})
    assert refused.status_code == 409
    assert "Ask a colleague" in refused.text


def test_two_clerks_at_once_leave_one_code_that_works(comes_as: Comes, town: Town) -> None:
    clerks = [comes_as("clara"), comes_as("samir")]
    page = f"/en/desk/people/{person(town, 'rosa')}/codes"
    tokens = [clerk.token(page) for clerk in clerks]

    def press(place: int) -> str:
        sent = clerks[place].post(page, data={"_token": tokens[place], "seen": "passport"})
        assert sent.status_code == 303
        return str(sent.headers["location"])

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(press, (0, 1)))
    with db.read(town) as unit:
        standing = select(func.count()).where(db.table(LinkCode).c.standing.is_not(None))
        assert db.value(unit, standing) == 1


@pytest.mark.databases("sqlite")
def test_the_slip_speaks_the_persons_language_for_a_quarter_of_an_hour(
    comes_as: Comes, clara: Client, town: Town
) -> None:
    place = slip(clara, "boris")
    page = clara.get(place).text
    assert '<section class="slip flow large-print" lang="ar" dir="rtl"' in page
    assert "localhost/ar/me/person" in page
    assert "<figcaption" in page
    assert written(page)
    assert comes_as("samir").get(place).status_code == 404, "the slip of a colleague"
    town.clock.move(linked.SHOWN + timedelta(seconds=1))
    assert clara.get(place).status_code == 404


@pytest.mark.databases("sqlite")
def test_a_clerk_says_what_she_saw(clara: Client, town: Town) -> None:
    page = f"/en/desk/people/{person(town, 'rosa')}/codes"
    for typed in ({}, {"seen": ""}, {"seen": "a friend told me"}):
        answer = clara.submit(page, typed)
        assert answer.status_code == 422
        assert "Say what you saw" in answer.text
    assert "37142624Q" in clara.get(page).text, "to be held beside the document"
