"""What the rules of a service would do: said beside the decision with what they looked at; staff stays in charge."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest

from app.kit import db
from app.kit.towns import Town
from app.people.importing import add_address
from tests.applying import begin, certificate, fill, pickup, send
from tests.cases.test_confidential import ANSWERS
from tests.days import today
from tests.desk.cases import PERMIT, case_of, permit, words
from tests.desk.test_decision import RECALL, press
from tests.towns import Client

SOON = today() + timedelta(days=60)
BY_CENTRE: dict[str, dict[str, Any]] = {
    "reason": {"reason": "expires"},
    "holder": {},
    "runs_out_on": {
        "runs_out_on.day": str(SOON.day),
        "runs_out_on.month": str(SOON.month),
        "runs_out_on.year": str(SOON.year),
    },
    "classes": {"classes": ["car"]},
    "medical": {"medical": "centre"},
    "centre": {"centre": "La Lonja"},
    "photo_from": {"photo_from": "window"},
    "meanwhile": {"meanwhile": "no"},
    "delivery": {"delivery": "window"},
    "truth": {"truth": "yes"},
}
ERASURE: dict[str, dict[str, Any]] = {
    "right": {"right": "erasure"},
    "whose": {"whose": "me"},
    "applicant": {},
    "erase_what": {"erase_what": "The newsletter of 2019"},
    "erase_why": {"erase_why": "not_needed"},
    "delivery": {"delivery": "portal"},
    "truth": {"truth": "yes"},
}
TITLE = "What the rules would do"


def advised(client: Client, reference: str) -> str:
    """What stands in the section, "" where there is none."""
    html = (
        client.get(f"/en/desk/cases/{reference}").text.partition('aria-labelledby="advice"')[2].partition("</section>")
    )
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html[0])).split())


def badge(client: Client) -> str:
    return send(client, fill(client, begin(client, "disabled-parking-badge"), ANSWERS))


@pytest.mark.databases("sqlite")
def test_each_condition_names_what_it_looked_at_and_what_fails_stands_above(amina: Client, clara: Client) -> None:
    mine = {**PERMIT, "work": {"work": "inside"}, "area": {"area": "55"}}
    reference = send(amina, fill(amina, begin(amina, "building-permit"), mine))
    said = advised(clara, reference)
    html = clara.get(f"/ar/desk/cases/{reference}").text.partition('aria-labelledby="advice"')[2]
    assert re.search(r"<b><bdi>55 م²</bdi></b>", html.partition("</section>")[0]), "a number keeps its direction"
    assert "No rule speaks for anything: you decide." in said
    assert "this does not hold: The works cover 40 square metres or less." in said
    assert "Conditions that hold: 5 of 6" in said
    assert re.search(r"The works cover 40 square metres or less\. No [^?]*\? 55\sm² from the form", said)
    assert re.search(r"The building is not protected\. Yes [^?]*\? No from the form", said)


@pytest.mark.databases("sqlite")
def test_papers_that_are_missing_are_what_the_rules_ask_for(amina: Client, clara: Client) -> None:
    said = advised(clara, permit(amina))
    assert "They would do this: Ask for information – The drawings are missing." in said
    assert re.search(r"No drawings are in the case Yes [^?]*It is not there from the form", said)


@pytest.mark.databases("sqlite")
def test_the_register_speaks_for_who_is_known_and_wrote_what_stands_there(amina: Client, clara: Client) -> None:
    said = advised(clara, certificate(amina, applicant={}))
    assert "They would do this: Issue the certificate – People may have the certificate of their own birth." in said
    assert "Does the register know the person? Yes from the register" in said
    other = advised(clara, certificate(amina))
    assert "No rule speaks for anything" in other
    assert "this does not hold: The details are written as in the register." in other
    elsewhere = advised(clara, certificate(amina, born_here={"born_here": "no"}, birth_town={"birth_town": "Tetouan"}))
    assert "Refuse – The person was born in another town. The person must be heard first." in elsewhere


@pytest.mark.databases("sqlite")
def test_a_badge_is_never_granted_by_rule_but_another_town_is_named(
    town: Town, comes_as: Callable[..., Client], amina: Client
) -> None:
    olga = comes_as("olga")
    said = advised(olga, badge(amina))
    assert "No rule speaks for anything: you decide." in said
    assert "Grant" not in said
    assert re.search(r"in another town No Does the person live in the town\? Yes, since [^?]+ from the register", said)
    reference = badge(amina)
    person = case_of(town, reference).person_id
    assert person is not None
    with db.write(town) as unit:
        gone = {"in_town": False, "street": "Gran Vía", "number": "1", "postcode": "28013", "town": "Madrid"}
        add_address(unit, person, gone, "register", unit.now.date())
    said = advised(olga, reference)
    assert "Refuse the badge – The town where the person lives gives the badge." in said
    assert "Madrid" not in said


@pytest.mark.databases("sqlite")
def test_a_service_without_such_a_rule_says_nothing(comes_as: Callable[..., Client]) -> None:
    reference = pickup(comes_as(), "guest@example.org")
    page = comes_as("samir").get(f"/en/desk/cases/{reference}")
    assert (page.status_code, TITLE in page.text) == (200, False)


@pytest.mark.databases("sqlite")
def test_nothing_is_proposed_that_is_done_already_or_that_nobody_can_do_now(
    comes_as: Callable[..., Client], amina: Client, clara: Client
) -> None:
    mine, asked = certificate(amina, applicant={}), permit(amina)
    assert advised(clara, mine)
    press(clara, mine, "grant")
    assert advised(clara, mine) == "", "it is decided"
    given = {"fields": ["cost"], "reason": "missing", "text": "What is in it?"}
    clara.submit(f"/en/desk/cases/{asked}/request", given)
    assert advised(clara, asked) == "", "the person has to answer first"

    kofi, pilar = comes_as("kofi"), comes_as("pilar")
    reference = send(kofi, fill(kofi, begin(kofi, "driving-licence"), BY_CENTRE))
    report = "They would do this: Wait for the medical certificate"
    assert report in advised(pilar, reference)
    for step in ("report", "reported"):
        pilar.submit(f"/en/desk/cases/{reference}/steps/{step}", {})
    assert report not in advised(pilar, reference), "it came"


@pytest.mark.databases("sqlite")
def test_who_may_not_decide_is_told_that_a_supervisor_does(comes_as: Callable[..., Client], amina: Client) -> None:
    clara, samir = comes_as("clara"), comes_as("samir")
    reference = send(amina, fill(amina, begin(amina, "data-access"), ERASURE))
    said = "A supervisor decides this."
    assert said in words(clara.get(f"/en/desk/cases/{reference}").text)
    assert said not in words(samir.get(f"/en/desk/cases/{reference}").text)
    assert said not in words(clara.get(f"/en/desk/cases/{permit(amina)}").text), "she may grant it"


def test_deciding_otherwise_is_kept_and_drawn_for_the_supervisor_alone(
    town: Town, comes_as: Callable[..., Client], settle: Callable[..., int], amina: Client, clara: Client
) -> None:
    otherwise, agreed = permit(amina), certificate(amina, applicant={})
    page = words(clara.get(f"/en/desk/cases/{otherwise}/steps/grant").text)
    assert "They would do this: Ask for information – The drawings are missing." in page
    assert "You decide. That the rules would do otherwise stays with the decision" in page
    assert "You decide." not in words(clara.get(f"/en/desk/cases/{agreed}/steps/grant").text)
    press(clara, otherwise, "grant", reasons=[], text="The plans are in the file of 2019.")
    press(clara, agreed, "grant")
    note = "The rules would have done otherwise: Ask for information – The drawings are missing."
    assert note in words(clara.get(f"/en/desk/cases/{otherwise}").text)
    town.clock.move(RECALL)
    settle()
    assert note in words(clara.get(f"/en/desk/cases/{otherwise}").text)
    assert "The rules would have" not in clara.get(f"/en/desk/cases/{agreed}").text
    assert "The rules would have" not in amina.get(f"/en/cases/{otherwise}").text
    town.clock.move(timedelta(days=1))
    samir = comes_as("samir")
    assert samir.submit("/en/desk/team", to="/en/desk/team/samples").status_code == 303
    team = words(samir.get("/en/desk/team").text)
    assert (otherwise in team, agreed in team) == (True, False)
    assert "Otherwise than by rule" in team
    sample = re.findall(r'href="(/en/desk/team/samples/[^"]+)"', samir.get("/en/desk/team").text)[0]
    read = words(samir.get(sample).text)
    assert "Decided by an office: Granted." in read
    assert note in read
