"""Mandates at the window: recorded with what was seen, said yes to by the helper, ended by a clerk."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.kit.towns import Town
from tests.applying import problems
from tests.cast import DAN, LEO, NOUR, ROSA
from tests.desk.cases import words
from tests.identity.identifying import accept, person
from tests.papers import pdf
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
PDF = pdf("Nour helps me.")


def page(clerk: Client, key: str) -> str:
    return f"/en/desk/people/{person(clerk.town, key)}/mandates"


def day(name: str, town: Town, days: int) -> dict[str, str]:
    on = (town.clock.now() + timedelta(days=days)).date()
    return {f"{name}.day": str(on.day), f"{name}.month": str(on.month), f"{name}.year": str(on.year)}


def record(clerk: Client, key: str, email: str, *, scan: Any = None, **changed: Any) -> Any:
    """A mandate for everything, shown today on paper, for a year."""
    given = {
        "kind": "mandate", "email": email, "scope": "everything", "way": "acts", "how": "paper", "seen": "signed",
        **day("until", clerk.town, 300), **day("seen_on", clerk.town, -1), **changed,
    }  # fmt: skip
    return clerk.submit(page(clerk, key), given, files=scan)


def test_it_is_recorded_with_what_was_seen_and_holds_when_the_helper_says_yes(
    comes_as: Comes, settle: Settle, town: Town
) -> None:
    """Rosa has no account: she brings it on paper, and Nour helps her."""
    clara, nour = comes_as("clara"), comes_as("nour")
    scan = [("scan", ("mandate.pdf", PDF, "application/pdf"))]
    assert record(clara, "rosa", NOUR.email, scan=scan).status_code == 303
    listed = words(clara.get(page(clara, "rosa")).text)
    assert "A mandate signed on paper, of" in listed
    assert "Not answered yet" in listed
    accept(nour)
    assert ROSA.name in words(nour.get("/en/me/mandates").text)
    assert settle() > 0
    html = clara.get(page(clara, "rosa")).text
    assert NOUR.name in words(html)
    path = html.partition('href="/en/desk/people/')[2]
    found = next(part for part in html.split('"') if part.endswith("/scan"))
    assert clara.get(found).content == PDF
    assert path


def test_a_clerk_ends_it(comes_as: Comes, settle: Settle) -> None:
    clara, nour = comes_as("clara"), comes_as("nour")
    record(clara, "rosa", NOUR.email)
    held = accept(nour)
    end = f"{page(clara, 'rosa')}/{held}/end"
    assert NOUR.name in words(clara.get(end).text)
    assert clara.submit(end).status_code == 303
    assert "Ended by the town" in words(nour.get("/en/me/mandates").text)
    assert clara.submit(page(clara, "rosa"), to=end).status_code == 404


@pytest.mark.databases("sqlite")
def test_what_is_wrong_is_said_exactly_and_nothing_is_kept(comes_as: Comes) -> None:
    clara = comes_as("clara")
    empty = clara.submit(page(clara, "boris"), {})
    assert empty.status_code == 422
    for said in ("Choose what it is", "Choose in what they may help", "Say what you saw", "Choose how it was given"):
        assert said in problems(empty.text)
    wrong: list[tuple[dict[str, Any], str]] = [
        (day("until", clara.town, -2), "This day is over."),
        (day("until", clara.town, 4 * 366), "A mandate cannot last that long."),
        (day("seen_on", clara.town, 3), "This day has not come yet."),
        ({"scope": "some"}, "Tick at least one service."),
        ({"scope": "some", "services": "large_items"}, "Nobody can act for another person in this service."),
        ({"email": "boris@puertoclaro.example"}, "This is the person’s own address."),
        ({"email": "amina@puertoclaro.example"}, "This helper may act for the person already."),
        ({"kind": "guardian"}, "This person is 18 or older."),
    ]
    for changed, said in wrong:
        answer = record(clara, "boris", **{"email": DAN.email, **changed})
        assert (answer.status_code, said in problems(answer.text)) == (422, True), said
    text = record(clara, "boris", DAN.email, scan=[("scan", ("mandate.txt", b"x", "text/plain"))])
    assert text.status_code == 422
    assert "This one is of another kind" in problems(text.text)
    assert "dan@puertoclaro.example" not in words(clara.get(page(clara, "boris")).text)


def test_a_guardian_is_recorded_until_the_eighteenth_birthday(comes_as: Comes) -> None:
    """What the clerk leaves empty of a mandate, the law says of a guardian."""
    clara, nour = comes_as("clara"), comes_as("nour")
    nothing = {"scope": "", "way": "", "until.day": "", "until.month": "", "until.year": ""}
    answer = record(clara, "leo", NOUR.email, kind="guardian", seen="family_book", **nothing)
    assert answer.status_code == 303, problems(answer.text)
    accept(nour)
    said = words(nour.get("/en/me/mandates").text)
    assert LEO.name in said
    assert "Until 13 September 2029" in said


@pytest.mark.databases("sqlite")
def test_what_is_confidential_is_named_to_its_own_office_only(comes_as: Comes) -> None:
    clara, olga, nour = comes_as("clara"), comes_as("olga"), comes_as("nour")
    badge = {"scope": "some", "services": "disabled_parking_badge"}
    assert "parking" not in clara.get(page(clara, "rosa")).text
    assert record(clara, "rosa", NOUR.email, **badge).status_code == 422
    assert record(olga, "rosa", NOUR.email, **badge).status_code == 303
    seen = clara.get(page(clara, "rosa")).text
    assert "Services that are confidential" in words(seen)
    assert "parking" not in seen
    assert "parking" in olga.get(page(olga, "rosa")).text
    assert nour.get(page(olga, "rosa")).status_code == 404


@pytest.mark.databases("sqlite")
def test_the_person_reads_who_looked(comes_as: Comes) -> None:
    clara, boris = comes_as("clara"), comes_as("boris")
    clara.get(page(clara, "boris"))
    record(clara, "boris", DAN.email)
    looks = words(boris.get("/en/me/looks").text)
    assert "To see or record who acts for you" in looks
    assert "A mandate signed on paper" in looks
