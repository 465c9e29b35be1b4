"""Care has a reason, an author and a last moment; the person reads it, and only supervisors see a protected address."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.kit import db
from app.kit.actor import Actor
from app.kit.towns import Town
from app.people import caring, importing
from app.wiring import keepers
from tests.desk.cases import permit, words
from tests.desk.intake import ANSWERS, ROSA, SAID, start, take_in
from tests.desk.people import people_of, with_purpose
from tests.desk.test_served import notification
from tests.towns import Client

SAFETY = {"kind": "safety", "words": "Zyxreason", "days": "30"}
NAMES = {"kind": "names", "words": "Zyxthreat", "days": "30"}
ADDRESS = {"kind": "address", "words": "Zyxcourt", "days": "365"}
STREET = "Calle de las Redes"


@pytest.fixture
def looking(clara: Client) -> Client:
    return with_purpose(clara)


@pytest.fixture
def samir(comes_as: Callable[..., Client]) -> Client:
    return with_purpose(comes_as("samir"))


def of(town: Town, key: str = "amina") -> str:
    return f"/en/desk/people/{people_of(town)[key]}"


def note(clerk: Client, person: str, said: dict[str, str]) -> None:
    sent = clerk.submit(f"{person}/care", said)
    assert (sent.status_code, sent.headers["location"]) == (303, f"{person}?said=cared"), sent.text


def test_everybody_who_serves_her_sees_it_until_it_is_over_and_she_reads_it(
    looking: Client, amina: Client, asked: str, town: Town
) -> None:
    note(looking, of(town), SAFETY)
    case, mine = f"/en/desk/cases/{asked}", "Offices take care when they meet you Zyxreason Civil registry"
    for page in (of(town), case):
        assert "Take care. Until" in words(looking.get(page).text)
        assert "Zyxreason" in looking.get(page).text
    said = words(amina.get("/en/me/looks").text)
    assert mine in said
    assert "Wrote down why offices take care" in said
    assert "Clara" not in said
    town.clock.move(timedelta(days=31))
    assert "Take care." not in words(looking.sign_in("clara").get(case).text)


def test_what_is_written_to_her_names_the_office_and_not_the_clerk(
    looking: Client, amina: Client, asked: str, town: Town, settle: Callable[..., int]
) -> None:
    note(looking, of(town), NAMES)
    case, mine = f"/en/desk/cases/{asked}", f"/en/cases/{asked}"
    assert "Clerks are not named to this person." in words(looking.get(case).text)
    looking.submit(case, {"text": "Zyxfirst"}, to=f"{case}/messages")
    looking.submit(case, {"note": "Zyxnote"}, to=f"{case}/notes")
    town.clock.move(timedelta(minutes=11))
    page = looking.get(f"{of(town)}/care").text
    looking.submit(f"{of(town)}/care", to=page.partition('form action="')[2].partition('"')[0])
    looking.submit(case, {"text": "Zyxsecond"}, to=f"{case}/messages")
    note(looking, of(town), NAMES)
    assert looking.submit(f"{case}/steps/grant").status_code == 303
    town.clock.move(timedelta(minutes=11))
    settle()
    read = words(amina.get(mine).text)
    assert "Clara Montes, Civil registry" in read.partition("Zyxsecond")[0][-80:], "it had ended"
    assert "Clara" not in read.partition("Zyxfirst")[0][-80:], "nor is she named afterwards"
    place = notification(amina, asked)
    assert amina.submit(place, {"answer": "open"}).status_code == 303
    read = words(amina.get(mine).text)
    assert "Decided by Civil registry" in read
    assert "Decided by Clara" not in read
    assert "Clara Montes" in words(looking.get(case).text).partition("Zyxnote")[0][-200:], "colleagues know"
    assert "name the office, not the clerk Zyxthreat" in words(amina.get("/en/me/looks").text)


@pytest.mark.databases("sqlite")
def test_nor_does_the_receipt_of_what_is_written_down_for_her(looking: Client, town: Town) -> None:
    note(looking, of(town, "rosa"), NAMES)
    reference = take_in(looking, start(looking, number=ROSA), **ANSWERS, **SAID)
    said = words(looking.get(f"/en/desk/cases/{reference}/receipt").text)
    assert "declared this at the window. Civil registry wrote it down." in said
    assert "Clara" not in said


def test_it_ends_when_somebody_says_so_and_once_only(looking: Client, amina: Client, town: Town) -> None:
    note(looking, of(town), SAFETY)
    page = looking.get(f"{of(town)}/care").text
    end = page.partition('form action="')[2].partition('"')[0]
    assert end.endswith("/end")
    for _ in range(2):
        sent = looking.submit(f"{of(town)}/care", to=end)
        assert sent.headers["location"] == f"{of(town)}/care?said=care_ended"
    assert "Take care." not in words(looking.get(of(town)).text)
    assert words(amina.get("/en/me/looks").text).count("Ended what was written about care") == 1


def test_only_a_supervisor_defers_and_says_why(looking: Client, samir: Client, amina: Client, town: Town) -> None:
    refused = samir.submit(f"{of(town)}/care", {**SAFETY, "later": "30"})
    assert refused.status_code == 422
    assert "Say why the person reads it later." in words(refused.text)
    note(samir, of(town), {**SAFETY, "later": "30", "why": "Zyxdanger"})
    assert "The person reads it from" in words(samir.get(f"{of(town)}/care").text)
    for hidden in ("Zyxreason", "Zyxdanger", "take care"):
        assert hidden not in amina.get("/en/me/looks").text
    note(looking, of(town), {**SAFETY, "words": "Zyxclerk", "later": "30", "why": "x"})
    assert "Zyxclerk" in amina.get("/en/me/looks").text, "a clerk defers nothing"
    town.clock.move(timedelta(days=31))
    assert "Zyxreason Civil registry" in words(amina.sign_in("amina").get("/en/me/looks").text), "which he leads"


def test_a_protected_address_is_seen_by_supervisors_only(
    looking: Client, samir: Client, amina: Client, town: Town
) -> None:
    reference = permit(amina)
    case = f"/en/desk/cases/{reference}"
    assert STREET in looking.get(of(town)).text
    note(looking, of(town), ADDRESS)
    for page in (of(town), case, f"{case}/request"):
        assert STREET not in looking.get(page).text, page
    assert "Address Protected" in words(looking.get(of(town)).text)
    assert "The address is protected. Until" in words(looking.get(case).text)
    assert STREET in samir.get(of(town)).text
    assert "Your address is protected: only supervisors see it, and letters go by way" in words(
        amina.get("/en/me/looks").text
    )


@pytest.mark.databases("sqlite")
def test_it_refuses_what_has_no_kind_reason_or_end(
    looking: Client, comes_as: Callable[..., Client], town: Town
) -> None:
    wrong = looking.submit(f"{of(town)}/care", {"words": " ", "days": "4000"})
    assert wrong.status_code == 422
    for error in ("Choose what it is.", "Write the reason. The person can read it.", "Choose how long it holds."):
        assert error in words(wrong.text)
    other = comes_as("tomas")
    token = other.token("/en/me")
    led = other.post(f"{of(town)}/care", data={"_token": token, **SAFETY})
    assert led.headers["location"].startswith("/en/desk/purpose?to="), "first the purpose; what was typed is kept"
    assert "Take care." not in words(looking.get(of(town)).text)
    for who in ("dan", "vera"):
        stranger = comes_as(who)
        sent = stranger.post(f"{of(town)}/care", data={"_token": stranger.token("/en/me"), **SAFETY})
        assert sent.status_code == 404


def test_it_goes_with_the_record(town: Town) -> None:
    by = Actor.system("test")
    with db.write(town) as unit:
        made = importing.import_people(unit, [{"key": "a", "name": "A"}, {"key": "b", "name": "B"}])
        account = Actor(account_id=made["a"])
        caring.write(unit, account, made["a"], "works", caring.Reason("safety", "Zyxreason", 30))
        keepers.merge(unit, by, made["a"], made["b"])
        assert [each.words for each in caring.current(unit, made["b"])] == ["Zyxreason"]
        keepers.erase(unit, by, made["b"])
        assert not caring.current(unit, made["b"])
