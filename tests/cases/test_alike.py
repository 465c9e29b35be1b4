"""Whoever is about to report what others reported is told so first, reads nothing of theirs but what the package
shows, and may say that she sees it too."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import func, select, update

from app.cases.alike import finding, telling
from app.cases.alike.models import CaseLikeness, SeenToo
from app.cases.events import CaseMerged
from app.cases.models import CaseFile
from app.identity.closure.events import AccountClosed
from app.kit import db
from app.kit.towns import Town
from app.wiring import listeners
from tests import applying
from tests.desk.cases import case_of, words
from tests.desk.staffing import account
from tests.towns import Client

Comes = Callable[..., Client]
REPORT: dict[str, dict[str, Any]] = {
    "kind": {"kind": "light"},
    "place": {"place": "Calle del Ancla 5, the red door"},
    "what": {"what": "Zyxcanary saw it."},
    "danger": {"danger": "no"},
    "news": {"news": "yes"},
    "email": {"email": "zyxreporter@example.com"},
}


def report(client: Client, **changes: dict[str, Any]) -> str:
    """Send a report, whatever others sent; its reference."""
    given = {**REPORT, **changes}
    return applying.send(client, applying.fill(client, applying.begin(client, "street-report"), given))


def looks(client: Client, place: str, kind: str = "light", **more: str) -> str:
    """Answer the two questions by which others are found: where it leads."""
    begun = applying.begin(client, "street-report")
    after = applying.answer(client, begun, {"kind": {"kind": kind}})
    return applying.answer(client, after, {"place": {"place": place, **more}})


def marks(page: str, button: str = "case") -> list[str]:
    return re.findall(rf'<button[^>]*name="{button}" value="([0-9a-f]+)"', page)


def press(client: Client, place: str, mark: str, button: str = "case") -> str:
    return words(client.get(str(client.submit(place, {button: mark}).headers["location"])).text)


def test_others_see_it_too_and_the_clerk_sees_how_many(town: Town, comes_as: Comes, settle: Callable[..., int]) -> None:
    first, guest, kofi, samir = comes_as(), comes_as(), comes_as("kofi"), comes_as("samir")
    reference = report(first)
    place = looks(guest, "C/ Ancla, by the bins")
    assert place.endswith("/alike")
    page = guest.get(place).text
    said = words(page)
    assert "Calle del Ancla 5, the red door" in said
    assert "Lamp" in said
    assert "We look at it" in said
    for secret in (reference, "Zyxcanary", "zyxreporter", reference.lower()):
        assert secret not in page
    [mark] = marks(page)

    assert "The office sees that you see it too." in press(guest, place, mark)
    assert "1 person sees it too" in press(guest, place, mark)
    assert marks(guest.get(place).text) == marks(guest.get(place).text, "tell") == []
    assert "Your own form was not sent." in words(guest.get(place).text)

    theirs = looks(kofi, "Calle del Ancla")
    [mark] = marks(kofi.get(theirs).text)
    press(kofi, theirs, mark)
    [mark] = marks(kofi.get(theirs).text, "tell")
    assert "We tell you when it is done." in press(kofi, theirs, mark, "tell")
    assert "2 people see it too" in words(samir.get(f"/en/desk/cases/{reference}").text)

    assert samir.submit(f"/en/desk/cases/{reference}/steps/mend", {}).status_code == 303
    settle()
    told = [mail for mail in kofi.get("/demo/mailbox.json").json() if "What you see too" in mail["subject"]]
    assert [mail["subject"] for mail in told] == ["What you see too: Done"]
    assert "The crew was there." in told[0]["text"]
    assert reference not in told[0]["text"]
    assert not looks(comes_as(), "Calle del Ancla").endswith("/alike"), "it is closed"
    with db.read(town) as unit:
        assert db.value(unit, select(func.count()).select_from(db.table(CaseLikeness))) == 0
        assert db.value(unit, select(func.count(SeenToo.account_id))) == 0


def test_only_what_is_open_near_new_and_of_the_same_kind_is_shown(town: Town, comes_as: Comes) -> None:
    at = {"place.latitude": "36.70000", "place.longitude": "-4.20000", "place.accuracy": "9"}
    near, far = {**at, "place.latitude": "36.70030"}, {**at, "place.longitude": "-4.20100"}
    reference = report(comes_as(), place={"place": "Behind the mill", **at})
    assert looks(comes_as(), "By the river", **near).endswith("/alike")
    guest = comes_as()
    shown = guest.get(looks(guest, "", **near)).text
    assert "Less than 50 metres from you" in words(shown)
    assert "36.7" not in shown
    assert not looks(comes_as(), "By the river", **far).endswith("/alike")
    assert not looks(comes_as(), "By the river", kind="tree", **near).endswith("/alike")
    table = db.table(CaseFile)
    with db.write(town) as unit:
        old = update(table).where(table.c.reference == reference)
        db.change(unit, old.values(received_at=unit.now - timedelta(days=61)))
    assert not looks(comes_as(), "By the river", **near).endswith("/alike")


@pytest.mark.databases("sqlite")
def test_mine_is_another_one_and_hers_is_her_own(comes_as: Comes) -> None:
    ines, guest = comes_as("ines"), comes_as()
    report(ines)
    hers = looks(ines, "Calle del Ancla")
    assert "You reported this yourself." in words(ines.get(hers).text)
    assert marks(ines.get(hers).text) == []
    place = looks(guest, "Calle del Ancla")
    onward = guest.submit(place, {}).headers["location"]
    assert onward.endswith("/what")
    assert f'href="{onward}"' in guest.get(place).text
    back = applying.answer(guest, place.replace("/alike", "/place?back=review"), REPORT)
    assert back.endswith("/alike?back=review")
    assert guest.submit(back, {}).headers["location"].endswith("/what?back=review")


@pytest.mark.databases("sqlite")
def test_a_mark_is_good_on_its_own_page_alone(comes_as: Comes) -> None:
    report(comes_as())
    one, other = comes_as(), comes_as()
    here, there = looks(one, "Calle del Ancla"), looks(other, "Calle del Ancla")
    [mark] = marks(one.get(here).text)
    for wrong in (mark, "0" * 24, "x" * 5000, "\x00", "../../etc"):
        assert "This report is closed by now." in press(other, there, wrong)
    assert "sees it too" not in words(other.get(there).text)
    assert other.get(here).status_code in (303, 404)
    assert other.post(here, data={"case": mark}).status_code in (303, 403, 404)
    assert "sees it too" not in words(one.get(here).text)


@pytest.mark.databases("sqlite")
def test_a_question_that_others_read_says_so(comes_as: Comes) -> None:
    guest = comes_as()
    place = applying.answer(guest, applying.begin(guest, "street-report"), REPORT)
    assert "Others who report the same can read this answer." in words(guest.get(place).text)
    after = applying.answer(guest, place, {"place": {"place": "Nowhere that anybody knows"}})
    assert "Others who report the same" not in words(guest.get(after).text)


def test_a_closed_account_still_counts_and_two_reports_that_become_one_are_seen_as_one(
    town: Town, comes_as: Comes, settle: Callable[..., int]
) -> None:
    one, other, kofi = report(comes_as()), report(comes_as(), place={"place": "Plaza del Puerto"}), comes_as("kofi")
    place = looks(kofi, "Calle del Ancla")
    for where in ("Calle del Ancla", "Plaza del Puerto"):
        place = applying.answer(kofi, place.replace("alike", "place"), {"place": {"place": where}})
        for button in ("case", "tell"):
            [mark] = marks(kofi.get(place).text, button)
            press(kofi, place, mark, button)
    first, second, hers = case_of(town, one), case_of(town, other), account(town, "kofi")
    with db.write(town) as unit:
        listeners.carry_who_sees_it_too(unit, CaseMerged(first.id, second.id))
        assert [finding.count(unit, case.id) for case in (first, second)] == [0, 2]
    for forgets in (False, True):
        with db.write(town) as unit:
            if forgets:
                db.change(unit, update(db.table(SeenToo)).values(account_id=hers))
                listeners.forget_what_was_seen_too(unit, AccountClosed(hers))
            telling.closed(unit, second.id)
            assert finding.count(unit, second.id) == 2
        settle()
        mails = kofi.get("/demo/mailbox.json").json()
        assert len([mail for mail in mails if "What you see too" in mail["subject"]]) == 1
