"""A person has another name: never without a document, once in the one record, and found under both."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest

from app.kit.towns import Town
from tests.applying import ME, certificate, problems
from tests.cast import AMINA
from tests.days import today
from tests.desk.cases import words
from tests.desk.people import people_of, search, with_purpose
from tests.identity import mails
from tests.towns import Client

Settle = Callable[..., int]
SEEN = today() - timedelta(days=9)
DAY = {"paper_day.day": str(SEEN.day), "paper_day.month": str(SEEN.month), "paper_day.year": str(SEEN.year)}
SAID = {"became": "Amina Vega Ruiz", "reason": "marriage", "paper": "register_extract", **DAY}


@pytest.fixture
def looking(clara: Client) -> Client:
    return with_purpose(clara)


@pytest.fixture
def page(town: Town) -> str:
    return f"/en/desk/people/{people_of(town)['amina']}/name"


def test_it_changes_everywhere_but_on_what_was_issued_and_the_person_is_told(
    town: Town, settle: Settle, amina: Client, looking: Client, page: str
) -> None:
    herself = {**ME, "applicant.name": AMINA.name}
    done, running = certificate(amina, applicant=herself), certificate(amina, applicant=herself)
    looking.submit(f"/en/desk/cases/{done}/steps/grant", {"reasons": "entry_found"})
    town.clock.move(timedelta(minutes=11))
    settle()
    person = page.removesuffix("/name")
    saved = looking.submit(page, SAID)
    assert saved.headers["location"] == f"{person}?said=renamed"
    settle()
    said = words(looking.get(person).text)
    assert "Amina Vega Ruiz" in said
    assert "Name before Amina Belkacem Ruiz changed by marriage or its end" in said
    for typed in ("vega", "belkacem ruiz"):
        assert "Amina Vega Ruiz" in search(looking, typed)
    desk = words(looking.get(f"/en/desk/cases/{running}").text)
    assert desk.count("The person has another name in the town’s record") == 1
    assert "certificate: Amina Vega Ruiz" in desk, "the case is called so"
    assert "Hello, Amina Vega Ruiz" in words(amina.get("/en/me").text)
    assert "Changed your name in the town’s record" in words(amina.get("/en/me/looks").text)
    over = looking.get(f"/en/desk/cases/{done}").text
    assert "The person has another name" not in words(over)
    issued = re.findall(rf'href="(/en/desk/cases/{done}/documents/[^"]+)"', over)[0]
    assert "Amina Belkacem Ruiz" in words(looking.get(issued).text), "what was issued keeps its name"
    [mail] = [each for each in mails.to(amina, AMINA.email) if "Amina Vega" in each["text"]]
    assert "Belkacem" not in mail["text"]


def test_never_without_a_document_and_two_at_once_are_told_apart(
    comes_as: Callable[..., Client], looking: Client, page: str
) -> None:
    empty = looking.submit(page)
    assert empty.status_code == 422
    for said in ("Write the new name.", "Choose why the name changes.", "Without one no name changes.", "day"):
        assert said in problems(empty.text), said
    ahead = looking.submit(page, {**SAID, "paper_day.year": str(today().year + 2)})
    assert "still to come" in problems(ahead.text)
    assert "This is the name already." in problems(looking.submit(page, {**SAID, "became": "Amina Belkacem Ruiz"}).text)
    other = with_purpose(comes_as("samir"))
    token = other.token(page)
    assert looking.submit(page, SAID).status_code == 303
    late = other.post(page, data={"_token": token, "seen": "", **SAID, "became": "Amina Otra"})
    assert late.status_code == 409
    assert "Somebody else changed this name a moment ago: it is Amina Vega Ruiz now." in words(late.text)
    assert "Amina Otra" not in looking.get(page.removesuffix("/name")).text
    stranger = comes_as("dan")
    assert stranger.post(page, data={"_token": stranger.token("/en/me"), **SAID}).status_code == 404


@pytest.mark.databases("sqlite")
def test_a_name_left_with_a_gender_is_found_and_read_by_the_named_function_alone(
    comes_as: Callable[..., Client], looking: Client, page: str
) -> None:
    assert looking.submit(page, {**SAID, "became": "Amin Vega", "reason": "gender"}).status_code == 303
    assert "Amin Vega" in search(looking, "belkacem ruiz")
    assert "Belkacem Ruiz" not in search(looking, "vega")
    person = page.removesuffix("/name")
    assert "Belkacem Ruiz" not in words(looking.get(person).text).partition("Household")[0]
    assert "Belkacem Ruiz" in words(with_purpose(comes_as("samir")).get(person).text)
