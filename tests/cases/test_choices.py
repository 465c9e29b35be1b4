"""What a person decides herself: a place at school is offered, and she takes it or leaves it."""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

import pytest

from app.kit.towns import Town
from tests import applying
from tests.desk.cases import case_of, words
from tests.identity import mails
from tests.towns import Client

Comes = Callable[..., Client]
SCHOOL: Mapping[str, Mapping[str, Any]] = {
    "child": {
        "child.name": "Zyxama Mensah",
        "child.born.day": "8",
        "child.born.month": "5",
        "child.born.year": "2019",
        "child.identifier.kind": "none",
    },
    "agreed": {"agreed": "both"},
    "year": {"year": "this_year"},
    "stage": {"stage": "primary"},
    "course": {"course": "second"},
    "sibling": {"sibling": "none"},
    "counts": {"counts": "home"},
    "family": {},
    "income": {"income": "no"},
    "extras": {},
    "takes": {"takes": "ask_me"},
    "truth": {"truth": "yes"},
}
OFFER = {"reasons": "place_found", "place_found.school": "CEIP El Faro"}


def enrol(client: Client) -> str:
    place = applying.fill_until(client, applying.begin(client, "school-enrolment"), SCHOOL, "schools")
    row = str(client.get(place).headers["location"])
    place = str(client.submit(row, {"school": "faro"}).headers["location"])
    return applying.send(client, applying.fill(client, place, SCHOOL))


def spoken(hugo: Client, page: str, **changes: str) -> dict[str, str]:
    """What a clerk sends who heard it on the phone."""
    visit = applying.standing(hugo.get(page).text)["visit"]
    return {"visit": visit, "channel": "phone", "known": "numbered", **changes}


def offer(hugo: Client, reference: str) -> None:
    sent = hugo.submit(f"/en/desk/cases/{reference}/steps/offer", OFFER)
    assert sent.status_code == 303, applying.problems(sent.text)


def test_the_person_takes_it_herself_and_once(comes_as: Comes, town: Town, settle: Callable[..., int]) -> None:
    kofi, hugo, dan = comes_as("kofi"), comes_as("hugo"), comes_as("dan")
    reference = enrol(kofi)
    page, accept = f"/en/cases/{reference}", f"/en/cases/{reference}/choices/accept"
    assert kofi.get(accept).status_code == 409, "nothing is offered yet"
    offer(hugo, reference)
    settle()
    assert [each for each in mails.to(kofi, "kofi@puertoclaro.example") if "there is a place" in each["subject"]]
    shown = words(kofi.get(page).text)
    assert "Your side: it is your turn" in shown
    assert "There is a place at CEIP El Faro. Do you take it?" in shown
    assert "Last day:" in shown
    assert shown.index("Yes, I take the place") < shown.index("No, I leave the place")
    assert "Answer now" not in shown
    assert kofi.get(f"{page}/answers").status_code == 409, "what is chosen is not answered"
    asked = words(kofi.get(accept).text)
    assert "There is a place at CEIP El Faro. Do you take it?" in asked
    assert dan.get(accept).status_code == 404
    assert hugo.get(accept).status_code == 404
    token, visit = kofi.token(accept), applying.standing(kofi.get(accept).text)["visit"]
    sent = {"_token": token, "visit": visit, "text": "Thank you."}
    assert [kofi.post(accept, data=sent).status_code for _ in range(2)] == [303, 303], "pressed twice"
    assert kofi.post(f"{page}/choices/decline", data=sent).status_code == 409, "she has chosen already"
    case = case_of(town, reference)
    assert (case.state, case.yours, case.answered) == ("accepted", False, True)
    office = words(hugo.get(f"/en/desk/cases/{reference}").text)
    assert "The person chose: Yes, I take the place" in office
    assert office.count("Thank you.") == 1


@pytest.mark.databases("sqlite")
def test_an_offer_of_before_and_one_whose_time_is_over_are_no_offers(
    comes_as: Comes, town: Town, settle: Callable[..., int]
) -> None:
    kofi, hugo = comes_as("kofi"), comes_as("hugo")
    reference = enrol(kofi)
    accept, decline = (f"/en/cases/{reference}/choices/{each}" for each in ("accept", "decline"))
    offer(hugo, reference)
    old = {"_token": kofi.token(accept), "visit": applying.standing(kofi.get(accept).text)["visit"]}
    for visit in ("", "x", "-1", "999999999999"):
        assert kofi.post(accept, data={**old, "visit": visit}).status_code == 409
    assert kofi.submit(decline, {"text": "x" * 3000, "visit": old["visit"]}).status_code == 422
    assert kofi.submit(decline, {"visit": old["visit"]}).status_code == 303
    assert case_of(town, reference).state == "waiting_list"
    offer(hugo, reference)
    assert kofi.post(accept, data=old).status_code == 409, "that place is gone; another one is offered"
    assert case_of(town, reference).state == "offered"
    town.clock.move(timedelta(days=40))
    settle()
    assert case_of(town, reference).state == "waiting_list"
    assert "can no longer be chosen" in comes_as("kofi").get(accept).text


def test_a_clerk_writes_down_what_she_says_on_the_phone_and_she_is_told(
    comes_as: Comes, town: Town, settle: Callable[..., int]
) -> None:
    kofi, hugo, clara = comes_as("kofi"), comes_as("hugo"), comes_as("clara")
    reference = enrol(kofi)
    case, accept = f"/en/desk/cases/{reference}", f"/en/desk/cases/{reference}/choices/accept"
    assert hugo.get(accept).status_code == 409, "nothing is offered yet"
    offer(hugo, reference)
    for page in (case, f"{case}/calls"):
        assert f'href="{accept}"' in hugo.get(page).text
    shown = words(hugo.get(accept).text)
    assert "The person says: “Yes, I take the place”" in shown
    assert "Read this to the person first There is a place at CEIP El Faro. Do you take it?" in shown
    assert "The school writes your child down." in shown
    assert clara.get(accept).status_code == 404, "another office"
    said = spoken(hugo, accept)
    wrong = applying.problems(hugo.submit(accept, {"visit": said["visit"], "text": "x" * 2001}).text)
    assert all(
        each in wrong for each in ("Choose how it came.", "Choose how you know who it is.", "This text is too long.")
    )
    for channel, known in (("phone", "document"), ("counter", "signed"), ("post", "attested")):
        refused = hugo.submit(accept, {**said, "channel": channel, "known": known})
        assert (refused.status_code, "Nobody can know it in this way." in refused.text) == (422, True), channel
    assert case_of(town, reference).state == "offered"

    sent = {"_token": hugo.token(accept), **said, "text": "Zyxthanks"}
    pressed = [hugo.post(accept, data=sent) for _ in range(2)]
    assert [each.headers.get("location") for each in pressed] == [f"{case}?said=chosen_for"] * 2, "pressed twice"
    assert hugo.post(f"{case}/choices/decline", data=sent).status_code == 409, "it is chosen already"
    assert case_of(town, reference).state == "accepted"
    settle()
    office = words(hugo.get(case).text)
    assert "The person said on the phone: “Yes, I take the place”" in office
    assert "The number of the document and the date of birth were right" in office
    assert office.count("Zyxthanks") == 1
    hers = words(kofi.get(f"/en/cases/{reference}").text)
    assert "You said on the phone: “Yes, I take the place”" in hers
    assert "date of birth were right" not in hers
    assert "Wrote down what you chose in your case A clerk: " in words(kofi.get("/en/me/looks").text)
    told = [mail["text"] for mail in mails.to(kofi, "kofi@puertoclaro.example") if "wrote down" in mail["subject"]]
    assert len(told) == 1
    assert "You told us on the phone: “Yes, I take the place”. We wrote it down for you." in told[0]


@pytest.mark.databases("sqlite")
def test_the_desk_cannot_take_an_offer_of_before(comes_as: Comes, town: Town, settle: Callable[..., int]) -> None:
    kofi, hugo = comes_as("kofi"), comes_as("hugo")
    reference = enrol(kofi)
    accept = f"/en/desk/cases/{reference}/choices/accept"
    offer(hugo, reference)
    old = {"_token": hugo.token(accept), **spoken(hugo, accept)}
    page = f"/en/cases/{reference}/choices/decline"
    assert kofi.submit(page, {"visit": applying.standing(kofi.get(page).text)["visit"]}).status_code == 303
    offer(hugo, reference)
    for visit in (old["visit"], "", "x", "999999999999"):
        late = hugo.post(accept, data={**old, "visit": visit})
        assert (late.status_code, "can no longer be chosen" in late.text) == (409, True), visit
    assert case_of(town, reference).state == "offered"
    town.clock.move(timedelta(days=40))
    settle()
    assert comes_as("hugo").get(accept).status_code == 409
