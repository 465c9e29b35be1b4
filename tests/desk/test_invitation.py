"""Inviting somebody to work here: a link by mail, a passkey made with it, once, for a week."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.identity import accounts
from app.kit import db
from app.kit.towns import Town
from tests.cast import BY_KEY
from tests.desk.staffing import NEW, STAFF, account, audited, come, invite, way, words
from tests.identity import mails
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]


@pytest.fixture
def vera(comes_as: Comes) -> Client:
    return comes_as("vera")


def test_who_is_invited_makes_a_passkey_and_is_at_the_desk(
    town: Town, vera: Client, client: Client, settle: Settle
) -> None:
    assert invite(vera).headers["location"].startswith(STAFF)
    page = words(vera.get(STAFF).text)
    assert "Invited Marta Gil" in page
    assert "Civil registry: Clerk" in page
    settle()
    link = mails.link(vera, NEW)
    opened = client.get(link).text
    assert "You are invited to work at the desk" in opened
    assert come(client, vera).headers["location"].startswith("/en/desk/cases")
    assert client.get("/en/desk/cases").status_code == 200
    assert client.get(STAFF).status_code == 404, "a clerk is no administrator"
    page = words(vera.get(STAFF).text)
    assert "Invited" not in page
    assert "Marta Gil Clerk" in page
    for again in (client.get(link), client.post(link, data={"_token": client.token("/en/me")})):
        assert again.status_code == 410
        assert "It has been used already." in again.text
    settle()
    assert "Somebody has accepted an invitation" in mails.to(vera, "vera@puertoclaro.example")[0]["subject"]
    [invited], [joined] = audited(town, "invited"), audited(town, "joined")
    assert (invited.function, invited.detail) == ("administrator", {"to": "civil_registry:clerk"})
    assert joined.detail == {"to": "civil_registry:clerk"}


@pytest.mark.databases("sqlite")
def test_an_invitation_runs_out_is_sent_again_and_taken_back(
    town: Town, vera: Client, comes_as: Comes, settle: Settle
) -> None:
    invite(vera)
    settle()
    first = mails.link(vera, NEW)
    town.clock.move(timedelta(days=7, seconds=1))
    vera = comes_as("vera")
    late = comes_as().submit(first)
    assert late.status_code == 410
    assert "The invitation has run out, or it was taken back." in late.text
    assert "Send me a new link" not in late.text
    assert comes_as().submit(f"{first}/renewal").status_code == 410
    page = vera.get(STAFF).text
    assert "The invitation ran out" in words(page)
    vera.submit(STAFF, to=way(page, "renewal"))
    settle()
    second = mails.link(vera, NEW)
    assert second != first
    assert comes_as().get(second).status_code == 200
    vera.submit(STAFF, to=way(vera.get(STAFF).text, "renewal"))
    town.clock.move(timedelta(seconds=1))
    assert comes_as().submit(second).status_code == 410, "the newest one counts"
    settle()
    third = mails.link(vera, NEW)
    revocation = way(vera.get(STAFF).text, "revocation")
    assert vera.submit(STAFF, to=revocation).status_code == 303
    town.clock.move(timedelta(seconds=1))
    assert comes_as().submit(third).status_code == 410
    assert vera.post(revocation, data={"_token": vera.token(f"{STAFF}/invitations")}).status_code == 404
    assert "Marta" not in vera.get(STAFF).text


@pytest.mark.databases("sqlite")
def test_each_wrong_invitation_says_what_is_wrong_and_sends_nothing(vera: Client, settle: Settle) -> None:
    invite(vera)
    for typed, said in (
        ({"email": "CLARA@puertoclaro.example"}, "Somebody with this address works here already."),
        ({"email": NEW.upper()}, "This address has an invitation already."),
        ({"email": "clara"}, "This is not a whole e-mail address."),
        ({"email": ""}, "Enter the e-mail address of the person you invite."),
        ({"name": " "}, "Enter the name that stands under messages and decisions."),
        ({"language": "xx"}, "Choose a language."),
        ({"roles.civil_registry": []}, "Choose at least one function in one department."),
        ({"roles.civil_registry": ["mayor", "x"], "roles.no": "clerk"}, "Choose at least one function in one"),
    ):
        refused = invite(vera, **{"email": "other@puertoclaro.example", **typed})
        assert (refused.status_code, said in refused.text) == (422, True), said
        assert "/invitations" in refused.text
    settle()
    assert not mails.to(vera, "clara@puertoclaro.example")
    assert not mails.to(vera, "other@puertoclaro.example")
    assert len(mails.to(vera, NEW)) == 1


@pytest.mark.databases("sqlite")
def test_who_lost_her_passkey_gets_a_link_for_a_new_one(
    vera: Client, comes_as: Comes, client: Client, settle: Settle
) -> None:
    page = vera.get(STAFF).text
    assert "No passkey yet" in page
    tomas = next(part.partition('"')[0] for part in page.split('href="') if "Tomás" in part.partition("</a>")[0])
    assert "None yet. Without one the desk stays closed." in vera.get(tomas).text
    assert vera.submit(tomas, to=f"{tomas}/invitation").status_code == 303
    settle()
    assert come(client, vera, "tomas@puertoclaro.example").status_code == 303
    assert client.get("/en/desk/cases").status_code == 200
    assert "1 passkey" in words(vera.get(tomas).text)


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize("who", [None, "dan", "clara", "tomas", "samir", "dolores", "olga"])
def test_these_pages_are_an_administrators_only(comes_as: Comes, vera: Client, settle: Settle, who: str | None) -> None:
    invite(vera)
    page = vera.get(STAFF).text
    one = next(part.partition('"')[0] for part in page.split('href="') if "Clara" in part.partition("</a>")[0])
    other = comes_as(who)
    gets = (STAFF, f"{STAFF}/invitations", one, f"{one}/departure")
    posts = (f"{STAFF}/invitations", one, f"{one}/departure", f"{one}/invitation")
    token = other.token("/en/me")
    sent = {"_token": token, "name": "X", "email": "x@puertoclaro.example", "language": "en", "roles.works": "clerk"}
    for path in gets:
        answer = other.get(path)
        assert answer.status_code == (404 if who else 303), path
        assert "Clara" not in answer.text or who == "clara"
    for path in (*posts, way(page, "renewal"), way(page, "revocation")):
        answer = other.post(path, data=sent)
        assert answer.status_code == (404 if who else 303), path
    assert words(vera.get(STAFF).text) == words(page)


@pytest.mark.databases("sqlite")
def test_who_came_by_the_console_is_asked_for_help_hears_and_gets_a_name(
    town: Town, vera: Client, comes_as: Comes, settle: Settle
) -> None:
    """Nobody has given her a name, so her address stands where others have theirs."""
    address = "ada@puertoclaro.example"
    with db.write(town) as unit:
        accounts.appoint(unit, accounts.make(unit, address, "en"), "civil_registry", "administrator")
    mailed = comes_as()
    mailed.submit("/en/sign-in", {"email": BY_KEY["clara"].email})
    settle()
    mailed.submit(mails.link(vera, BY_KEY["clara"].email))
    assert address in words(mailed.get("/en/sign-in/second-factor").text)
    invite(vera)
    settle()
    come(comes_as(), vera)
    settle()
    assert [mail["subject"] for mail in mails.to(vera, address)] == ["Somebody has accepted an invitation"]
    page = f"{STAFF}/{account(town, address)}"
    ticked = {"roles.civil_registry": "administrator"}
    nameless = vera.submit(page, {**ticked, "name": " "})
    assert (nameless.status_code, "Enter the name that stands under messages" in nameless.text) == (422, True)
    assert vera.submit(page, {**ticked, "name": "Ada Bravo"}).status_code == 303
    assert "Ada Bravo" in words(vera.get(page).text)
    assert "Ada Bravo" in words(mailed.get("/en/sign-in/second-factor").text)
    assert [entry.subject for entry in audited(town, "colleague_renamed")] == [account(town, address)]
