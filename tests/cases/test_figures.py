"""A form that another office fills in: a real program, asked over HTTP. One press sends; silence stops everything."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from app.kit.towns import Town
from tests import applying
from tests.offices import Office
from tests.towns import Client

Comes = Callable[..., Client]
BY_HAND = {
    "wages": {"wages": "9,000.00"},
    "withheld": {"withheld": "0"},
    "interest": {"interest": "0"},
    "pension": {"pension": "0"},
}


@pytest.fixture
def office() -> Iterator[Office]:
    one = Office("tax_office")
    yield one
    one.end()


@pytest.fixture
def town(town: Town, office: Office) -> Town:
    return replace(town, registers=office.setting())


def begin(client: Client) -> str:
    return applying.begin(client, "tax-return")


def main(page: str) -> str:
    return page.partition("<main")[2].partition("</main")[0]


def send(client: Client, place: str) -> str:
    digest = re.search(r'name="digest" value="([^"]+)"', client.get(place).text)
    assert digest
    answer = client.submit(place, {"digest": digest[1]}, to=place.replace("/review", "/submission"))
    return str(answer.headers["location"])


def test_it_is_filled_in_with_sources_and_one_press_sends_it(comes_as: Comes, settle: Callable[..., int]) -> None:
    nour = comes_as("nour")
    place = begin(nour)
    assert place.endswith("/review")
    page = main(nour.get(place).text)
    for words in ("€27,100.50", "Instituto Provincial de Estadística", "31 December", "Nour Haddad Vega"):
        assert words in page
    assert page.count("<button") == 1
    receipt = send(nour, place)
    settle()
    assert "Instituto Provincial de Estadística" in nour.get(receipt).text
    case = nour.get(receipt.replace("/receipt", "")).text
    assert "Your return is done" in case
    assert "Income tax assessment" in case


def test_a_figure_is_corrected_with_a_reason_and_keeps_what_was_told(comes_as: Comes) -> None:
    nour = comes_as("nour")
    place = begin(nour)
    draft = place.removesuffix("/review")
    assert nour.get(f"{draft}/why").status_code == 404
    onward = nour.submit(f"{draft}/wages?back=review", {"wages": "26,000"}).headers["location"]
    assert onward.endswith("/why?back=review")
    assert "Write why the figure is wrong" in nour.submit(onward, {"why": " "}).text
    onward = nour.submit(onward, {"why": "December was counted twice."}).headers["location"]
    place = applying.fill(nour, onward, {"proof": {}})
    page = main(nour.get(place).text)
    assert "€26,000.00" in page
    assert "It said" in page
    assert "€27,100.50" in page
    reference = send(nour, place).split("/")[3]
    assert "We are looking at it" in nour.get(f"/en/cases/{reference}").text
    pilar = comes_as("pilar")
    assert "€27,100.50" in pilar.get(f"/en/desk/cases/{reference}").text


def test_writing_the_figure_that_was_told_is_no_correction(comes_as: Comes) -> None:
    nour = comes_as("nour")
    draft = begin(nour).removesuffix("/review")
    onward = nour.submit(f"{draft}/wages?back=review", {"wages": "27100.50"}).headers["location"]
    assert onward.endswith("/review")


def test_a_silent_office_is_told_and_nothing_goes_until_it_answers(comes_as: Comes, office: Office, town: Town) -> None:
    nour, port = comes_as("nour"), office.port
    office.end()
    place = begin(nour)
    assert place.endswith("/figures")
    page = main(nour.get(place).text)
    assert "Nothing has been sent." in page
    assert "Tax office of the province" in page
    draft = place.removesuffix("/figures")
    for step, values in BY_HAND.items():
        nour.submit(f"{draft}/{step}", values)
    assert nour.get(f"{draft}/review").headers["location"].endswith("/figures")
    assert nour.get(draft).headers["location"].endswith("/figures")
    sent = nour.submit(place, {"digest": "x"}, to=f"{draft}/submission")
    assert sent.headers["location"].endswith("/figures")
    assert nour.submit(place).headers["location"].endswith("/figures")
    back = Office("tax_office", port)
    try:
        onward = nour.submit(place).headers["location"]
        assert onward.endswith("/review")
        assert "€27,100.50" in nour.get(onward).text
    finally:
        back.end()


def test_whoever_it_does_not_know_writes_the_figures_and_a_person_looks(comes_as: Comes) -> None:
    mar = comes_as("mar")
    place = begin(mar)
    assert "There are no figures for you" in mar.get(place).text
    review = applying.fill(mar, place.replace("/figures", "/taxpayer"), BY_HAND)
    reference = send(mar, review).split("/")[3]
    assert "We are looking at it" in mar.get(f"/en/cases/{reference}").text


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("who", ["dan", None])
def test_nobody_is_asked_about_whom_the_town_does_not_know(comes_as: Comes, who: str | None) -> None:
    client = comes_as(who)
    assert "We have asked nobody" in client.get(begin(client)).text


@pytest.mark.databases("sqlite")
def test_her_figures_come_to_whoever_has_her_mandate_and_to_nobody_else(comes_as: Comes, town: Town) -> None:
    amina = comes_as("amina")
    page = amina.get("/en/services/tax-return/drafts")
    assert page.status_code == 303
    other = comes_as("dan")
    draft = begin(amina).removesuffix("/review")
    assert other.get(f"{draft}/figures").status_code == 404
    assert other.submit("/en/sign-in", {}, to=f"{draft}/figures").status_code == 404


@pytest.mark.databases("sqlite")
def test_with_a_wrong_key_it_is_as_if_it_were_silent(town: Town, office: Office) -> None:
    other = Client(replace(town, registers=office.setting(key="guessed")))
    assert begin(other.sign_in("nour")).endswith("/figures")
    assert begin(Client(replace(town, registers="")).sign_in("kofi")).endswith("/figures")
