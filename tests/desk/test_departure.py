"""Roles change from one click to the next; who leaves is out in one step; and somebody always runs the town."""

from collections.abc import Callable
from threading import Event, Thread

import pytest

from app import identity
from app.identity import staff
from app.identity.accounts import appoint
from app.kit import db
from app.kit.actor import Actor, Role
from app.kit.towns import Town
from tests.desk.cases import case_of, copies
from tests.desk.staffing import STAFF, account, audited, words
from tests.identity import mails
from tests.identity.authenticator import Authenticator, add, options
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
ONLY = "This is the only administrator. Make somebody else an administrator first, then try again."


@pytest.fixture
def vera(comes_as: Comes) -> Client:
    return comes_as("vera")


def test_a_role_that_is_taken_away_counts_at_the_next_click(
    town: Town, vera: Client, clara: Client, asked: str, settle: Settle
) -> None:
    case = f"/en/desk/cases/{asked}"
    clara.submit(case, {"assignee": str(account(town, "clara"))}, to=f"{case}/assignment")
    token = clara.token(case)
    page = f"{STAFF}/{account(town, 'clara')}"
    assert vera.submit(page, {"roles.works": "clerk", "roles.market": "designer"}).status_code == 303
    refused = clara.post(f"{case}/notes", data={"_token": token, "note": "Zyxcanary"})
    assert refused.status_code == 404
    assert clara.get(case).status_code == 404
    assert asked not in clara.get("/en/desk/cases").text
    assert case_of(town, asked).assignee is None, "back in the queue"
    shown = vera.get(page).text
    assert shown.count(" checked") == 2
    assert 'name="roles.works" id="roles.works" value="clerk" checked' in shown
    [entry] = audited(town, "roles_changed")
    assert entry.detail == {"from": "civil_registry:clerk works:clerk", "to": "market:designer works:clerk"}
    settle()
    assert "Sus funciones han cambiado" in mails.to(clara, "clara@puertoclaro.example")[0]["subject"]


def test_who_leaves_is_out_in_one_step_and_her_cases_are_handed_over(
    town: Town, vera: Client, clara: Client, client: Client, asked: str, settle: Settle
) -> None:
    key, hers, samir = Authenticator(), account(town, "clara"), account(town, "samir")
    add(clara, key)
    [work] = copies(town, asked, 1, department="works", assignee=hers)
    case = f"/en/desk/cases/{asked}"
    clara.submit(case, {"assignee": str(hers)}, to=f"{case}/assignment")
    page = f"{STAFF}/{hers}/departure"
    said = words(vera.get(page).text)
    for words_of in ("Every session ends", "The cases in Civil registry go to", "1 open case.", "Nobody: back to"):
        assert words_of in said
    assert case_of(town, asked).assignee == hers, "nothing has happened yet"

    wrong = vera.submit(page, {"to.civil_registry": str(account(town, "tomas"))})
    assert (wrong.status_code, "Choose somebody of this department" in wrong.text) == (422, True)
    assert clara.get("/en/desk/cases").status_code == 200

    gone = vera.submit(page, {"to.civil_registry": str(samir), "to.works": ""})
    assert gone.headers["location"].startswith(STAFF)
    assert clara.get("/en/desk/cases").headers["location"].startswith("/en/sign-in")
    said = key.sign(options(client, "/en/sign-in/challenges"))
    assert client.submit("/en/sign-in", {"credential": said}, to="/en/sign-in/passkey").status_code == 422
    assert case_of(town, asked).assignee == samir
    assert case_of(town, work).assignee is None
    assert "Clara" not in words(vera.get(STAFF).text)
    assert vera.get(page).status_code == 404
    assert vera.submit("/en/desk/staff/invitations", to=page).status_code == 404, "once is enough"
    [entry] = audited(town, "staff_left")
    assert (entry.subject, entry.detail) == (hers, {"from": "civil_registry:clerk works:clerk"})
    assert len(audited(town, "assigned")) == 3
    settle()
    assert "Su acceso a la mesa de trabajo ha terminado" in mails.to(client, "clara@puertoclaro.example")[0]["subject"]
    client.sign_in("clara")
    assert client.get("/en/me").status_code == 200
    assert client.get("/en/desk").status_code == 404


@pytest.mark.databases("sqlite")
def test_the_last_administrator_neither_leaves_nor_steps_back(town: Town, vera: Client) -> None:
    page = f"{STAFF}/{account(town, 'vera')}"
    assert ONLY in words(vera.get(f"{page}/departure").text)
    for refused in (
        vera.post(f"{page}/departure", data={"_token": vera.token(page)}),
        vera.submit(page, {"roles.civil_registry": "clerk"}),
    ):
        assert refused.status_code == 409
        assert ONLY in refused.text
    assert vera.get(STAFF).status_code == 200
    samir = account(town, "samir")
    with db.write(town) as unit:
        appoint(unit, samir, "works", staff.ADMINISTRATOR)
    assert vera.submit(page, {"roles.civil_registry": "clerk"}).headers["location"].startswith("/en/me")
    assert vera.get(STAFF).status_code == 404


@pytest.mark.databases("postgresql")
def test_two_administrators_who_remove_each_other_at_once_leave_one(town: Town) -> None:
    one, other = account(town, "vera"), account(town, "samir")
    with db.write(town) as unit:
        appoint(unit, other, "works", staff.ADMINISTRATOR)
    begun, refused = Event(), []

    def second() -> None:
        """It has seen both, and goes on while the first has not committed."""
        for _ in range(5):
            try:
                with db.write(town) as unit:
                    assert staff.is_last(unit, one) is bool(refused)
                    begun.set()
                    staff.leave(unit, Actor(account_id=other), one)
            except db.Conflict:
                refused.append("conflict")
                continue
            except staff.LastAdministrator:
                refused.append("last")
            return

    racing = Thread(target=second)
    with db.write(town) as unit:
        staff.leave(unit, Actor(account_id=one), other)
        racing.start()
        begun.wait(10)
        assert racing.is_alive()
    racing.join(20)
    assert refused[-1:] == ["last"]
    with db.read(town) as unit:
        left = [member.id for member in staff.members(unit) if staff.administers(member.roles)]
    assert left == [one]


@pytest.mark.databases("sqlite")
def test_what_the_import_wrote_and_who_was_invited_live_together(town: Town, vera: Client) -> None:
    """Importing the same file again takes nobody back who has left, and changes no role."""
    from app import catalogue
    from app.wiring import demo, storing
    from app.wiring.people_file import read_people

    clara, tomas = account(town, "clara"), account(town, "tomas")
    vera.submit(f"{STAFF}/{clara}/departure")
    vera.submit(f"{STAFF}/{tomas}", {"roles.market": "supervisor"})
    folder = catalogue.load_town(demo.FOLDER)
    storing.store(town, folder, read_people(folder)[0])
    with db.read(town) as unit:
        known = {member.id: member.roles for member in staff.members(unit)}
        assert identity.by_email(unit, "clara@puertoclaro.example") == clara
    assert clara not in known
    assert known[tomas] == {Role("market", "supervisor")}
