"""Who hears of what somebody applied for by a mandate: both, unless the person chose otherwise."""

from collections.abc import Callable

import pytest

from app.kit.towns import Town
from tests import applying
from tests.applying import problems
from tests.cases.test_acting import BOTH, apply_for, held
from tests.cast import AMINA, BORIS, NOUR, ROSA, TEO
from tests.desk import test_mandates as window
from tests.desk.cases import words
from tests.desk.test_decision import RECALL
from tests.identity.identifying import accept, give
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]


def told(client: Client, reference: str) -> set[str]:
    """To whom something about a case went out, beside the portal."""
    sent = [each for each in client.get("/demo/mailbox.json").json() if each["case"] == reference]
    assert all(AMINA.name in each["text"] and BORIS.name in each["text"] for each in sent), "both names, on each"
    return {name for name, person in (("amina", AMINA), ("boris", BORIS)) for each in sent
            if person.email in each["to"] or person.name in each["to"]}  # fmt: skip


def in_portal(client: Client, reference: str) -> bool:
    return reference in client.get("/en/me/messages").text


@pytest.mark.parametrize(
    ("choice", "hear"),
    [("", {"amina", "boris"}), ("person", {"boris"}), ("helper", {"amina"})],
    ids=["nothing", "person", "helper"],
)
def test_it_is_chosen_when_the_mandate_is_given(comes_as: Comes, settle: Settle, choice: str, hear: set[str]) -> None:
    amina, boris = comes_as("amina"), comes_as("boris")
    assert boris.submit(f"/en/me/mandates/{held(amina, BORIS.name)}/end").status_code == 303
    assert give(boris, AMINA.email, notices=choice).status_code == 303
    reference = apply_for(amina, accept(amina))
    settle()
    assert told(boris, reference) == hear
    assert (in_portal(amina, reference), in_portal(boris, reference)) == ("amina" in hear, "boris" in hear)
    assert BOTH in words(boris.get(f"/en/cases/{reference}").text), "the case itself is always hers to read"


def test_the_person_changes_it_from_the_next_notice_on(comes_as: Comes, settle: Settle, town: Town) -> None:
    amina, boris, clara = comes_as("amina"), comes_as("boris"), comes_as("clara")
    mine = held(amina, BORIS.name)
    reference = apply_for(amina, mine)
    settle()
    page = f"/en/me/mandates/{mine}/notices"
    assert AMINA.name in words(boris.get(page).text)
    for nothing in ({}, {"notices": "dan"}):
        wrong = boris.post(page, data={"_token": boris.token(page), **nothing})
        assert (wrong.status_code, "Choose who gets the news." in problems(wrong.text)) == (422, True)
    assert boris.submit(page, {"notices": "person"}).status_code == 303
    for reader in (amina, boris):
        assert "Only the person it is for" in words(reader.get("/en/me/mandates").text)
    for other in (amina, comes_as("dan")):
        assert other.get(page).content == other.get("/en/nowhere").content
        assert other.submit("/en/me", {"notices": "both"}, to=page).status_code == 404
    settle()
    before = len(mail_to(boris, AMINA.email))
    desk = f"/en/desk/cases/{reference}"
    assert clara.submit(desk, {"text": "Bring the book."}, to=f"{desk}/messages").status_code == 303
    town.clock.move(RECALL)
    settle()
    assert len(mail_to(boris, AMINA.email)) == before
    assert "the office wrote to you" in words(boris.get("/en/me/messages").text)
    assert "the office wrote to you" not in words(amina.get("/en/me/messages").text)
    boris.submit(f"/en/me/mandates/{mine}/end")
    assert boris.get(page).status_code == 410


@pytest.mark.databases("sqlite")
def test_a_clerk_records_it_and_a_letter_is_kept_back_too(comes_as: Comes, settle: Settle, town: Town) -> None:
    """Rosa hears by letter only. Nour gets the news for her; what the mandate no longer opens reaches Rosa again."""
    clara, nour = comes_as("clara"), comes_as("nour")
    assert window.record(clara, "rosa", NOUR.email, notices="helper").status_code == 303
    assert "Only the helper" in words(clara.get(window.page(clara, "rosa")).text)
    mine = accept(nour)
    begun = nour.post("/en/services/birth-certificate/drafts", data={"_token": nour.token("/en/me"), "for": mine})
    own = {name: given for name, given in applying.CERTIFICATE.items() if name != "applicant"}
    reference = applying.send(nour, applying.fill(nour, begun.headers["location"], {**own, "applicant": {}}))
    settle()
    assert {each["channel"] for each in of_case(clara, reference)} == {"email"}
    assert {each["to"] for each in of_case(clara, reference)} == {NOUR.email}
    clara.submit(f"{window.page(clara, 'rosa')}/{mine}/end")
    desk = f"/en/desk/cases/{reference}"
    clara.submit(desk, {"text": "Bring the book."}, to=f"{desk}/messages")
    town.clock.move(RECALL)
    settle()
    assert any(ROSA.name in each["to"] for each in of_case(clara, reference)), "a letter"


@pytest.mark.databases("sqlite")
def test_a_text_message_bears_both_names(comes_as: Comes, settle: Settle) -> None:
    """Teo takes text messages, and Nour applies for him."""
    clara, nour = comes_as("clara"), comes_as("nour")
    assert window.record(clara, "teo", NOUR.email).status_code == 303
    begun = nour.post(
        "/en/services/birth-certificate/drafts", data={"_token": nour.token("/en/me"), "for": accept(nour)}
    )
    own = {name: given for name, given in applying.CERTIFICATE.items() if name != "applicant"}
    reference = applying.send(nour, applying.fill(nour, begun.headers["location"], {**own, "applicant": {}}))
    settle()
    texts = [each["text"] for each in of_case(clara, reference) if each["channel"] == "sms"]
    assert texts, "he hears of it"
    assert all(f"{NOUR.name} acts for {TEO.name}" in text and reference in text for text in texts)


def of_case(client: Client, reference: str) -> list[dict[str, str]]:
    return [each for each in client.get("/demo/mailbox.json").json() if each["case"] == reference]


def mail_to(client: Client, email: str) -> list[dict[str, str]]:
    return [each for each in client.get("/demo/mailbox.json").json() if email in each["to"]]
