"""A person in full: what the town knows of her and what passed, as far as this clerk may see it."""

from collections.abc import Callable

import pytest

from app.kit.towns import Town
from tests.desk.cases import words
from tests.desk.people import people_of, with_purpose
from tests.towns import Client


@pytest.fixture
def looking(clara: Client) -> Client:
    return with_purpose(clara)


def of(town: Town, key: str) -> str:
    return f"/en/desk/people/{people_of(town)[key]}"


def test_it_gathers_what_the_record_knows_with_source_and_day(
    comes_as: Callable[..., Client], looking: Client, town: Town
) -> None:
    said = words(looking.get(of(town, "amina")).text)
    for expected in (
        "Born 27 March 1985 from the register, since",
        "Identity number Y2046817S",
        "E-mail address amina@puertoclaro.example from the register, since",
        "Address Calle de las Redes 12 2 B 29990 Puerto Claro",
        "Phone +34 600 00 00 14",
        "Household Boris Belkacem Leo Belkacem Navas",
        "Mandates The person acts for Boris Belkacem",
    ):
        assert expected in said, expected
    assert "In Latin letters Lin Mei-Hui" in words(looking.get(of(town, "lin")).text)
    teo = words(looking.get(of(town, "teo")).text)
    assert "Likes to be called Teo" in teo
    assert "600 00" not in teo, "he asked never to be called"
    assert "Saw your name in a household A clerk" in words(comes_as("boris").get("/en/me/looks").text)


def test_it_gathers_what_passed_in_the_cases_that_the_clerk_may_see(
    comes_as: Callable[..., Client], looking: Client, town: Town, amina: Client, asked: str, settle: Callable[..., int]
) -> None:
    amina.submit(f"/en/cases/{asked}", {"text": "Zyxquestion"}, to=f"/en/cases/{asked}/messages")
    settle()
    said = words(looking.get(of(town, "amina")).text)
    assert "The person wrote" in said
    assert "What the person was told" in said
    assert "E-mail: sent" in said
    assert "Zyxquestion" not in said, "the words stand in the case"
    market = words(with_purpose(comes_as("tomas")).get(of(town, "amina")).text)
    for hidden in (asked, "The person wrote", "E-mail: sent"):
        assert hidden not in market
    assert "None with your office." in market
