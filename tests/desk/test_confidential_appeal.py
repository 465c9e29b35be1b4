"""An appeal against a confidential decision: its office alone sees it, it never comes to who had the first case, and
its decision may carry conditions."""

import re
from collections.abc import Callable

import pytest

from app.cases import handing
from app.kit import db
from app.kit.actor import Actor
from app.kit.towns import Town
from tests.applying import problems
from tests.cast import DAN
from tests.desk import test_reserved
from tests.desk.cases import case_of, opened, words
from tests.desk.people import people_of, with_purpose
from tests.desk.test_absence import account, away, pass_days
from tests.desk.test_appeal import ANSWERS, appeal
from tests.desk.test_batch import do, holder, results
from tests.desk.test_decision import RECALL, press
from tests.identity.identifying import accept, give
from tests.proof.crossing import crossings
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
PART = {"appeal_founded_in_part.part": "the first paper", "appeal_stays.part": "Zyxcondition"}


badge = test_reserved.badge


@pytest.fixture
def appealed(
    town: Town, comes_as: Comes, settle: Settle, badge: str, monkeypatch: pytest.MonkeyPatch
) -> tuple[str, str]:  # noqa: F811
    """A badge that Olga refused after a hearing, and the appeal against that."""
    monkeypatch.setitem(ANSWERS, "applicant", {"applicant.name": "Nour Haddad Vega"})
    nour, olga = comes_as("nour"), comes_as("olga")
    press(olga, badge, "hear", reasons=["hear_any"], **{"hear_any.rule": "art. 7"})
    assert nour.submit(f"/en/cases/{badge}/answers", {"statement": "I cannot walk far."}).status_code == 303
    refused = press(olga, badge, "refuse", reasons=["not_resident"])
    assert refused.status_code == 303, refused.text  # type: ignore[attr-defined]
    town.clock.move(RECALL)
    settle()
    reference = appeal(nour, badge)
    settle()
    return badge, reference


@pytest.mark.databases("sqlite")
def test_no_other_office_and_no_helper_meets_it_on_any_page(
    town: Town, comes_as: Comes, appealed: tuple[str, str]
) -> None:
    first, reference = appealed
    nour = comes_as("nour")
    give(nour, DAN.email)
    dan = comes_as("dan")
    held = accept(dan)
    person = str(people_of(town)["nour"])
    things = {"reference": reference, "transition": "confirm", "field": "wrong", "row": "new", "person": person}
    pages = [
        crossing.url(things)
        for crossing in crossings()
        if crossing.method == "GET" and "{reference}" in crossing.path
        and set(re.findall(r"\{(\w+)", crossing.path)) - {"locale"} <= things.keys()
    ]  # fmt: skip
    assert len(pages) > 20
    around = (
        "/en/desk",
        "/en/desk/cases",
        "/en/desk/team",
        f"/en/desk/search?q={reference}",
        f"/en/desk/people/{person}",
    )
    for key in ("clara", "tomas", "dolores", "vera", "leo"):
        client = comes_as(key)
        if key in ("clara", "tomas"):
            with_purpose(client)
        for url in pages:
            assert client.get(url).status_code == 404, (key, url)
        for url in around:
            said = words(client.get(url).text).replace(f"“{reference}”", "")
            assert "other offices" not in said, (key, url)
            assert first not in said, (key, url)
    for url in (f"/en/cases/{reference}", f"/en/cases/{reference}/receipt"):
        assert dan.get(url).status_code == 404, url
    assert reference not in dan.get(f"/en/me/mandates/{held}").text
    mails = [mail for mail in nour.get("/demo/mailbox.json").json() if mail["case"] == reference]
    assert mails
    assert {mail["subject"] for mail in mails} == {f"{reference}: there is news on your case"}
    for key in ("samir", "olga"):
        assert comes_as(key).get(f"/en/desk/cases/{reference}").status_code == 200, "its office works on it"
    cover = comes_as("samir").get(f"/en/desk/cases/{reference}/cover").text
    assert "Appeal against a decision" not in words(cover), "a cover sheet goes through many hands"


def test_it_never_comes_to_whoever_had_the_first_case(
    town: Town, comes_as: Comes, settle: Settle, appealed: tuple[str, str]
) -> None:
    _, reference = appealed
    samir, olga = comes_as("samir"), comes_as("olga")
    samir_is, olga_is = (account(town, f"{who}@puertoclaro.example") for who in ("samir", "olga"))
    case = f"/en/desk/cases/{reference}"
    assert olga.get(f"{case}/steps/confirm").status_code == 409
    alone = olga.submit(case, {"assignee": str(olga_is)}, to=f"{case}/assignment")
    assert "decided or examined the first case" in problems(alone.text)
    taken = do(olga, kind="take", cases=[reference])
    why = "Not done: the colleague decided or examined the case that this appeal is about"
    assert results(olga.get(taken).text) == {reference: why}
    assert results(samir.get(do(samir, kind="give", to=str(olga_is), cases=[reference])).text) == {reference: why}
    assert holder(town, reference) is None
    assert do(samir, kind="take", cases=[reference])
    assert holder(town, reference) == samir_is
    assert away(samir, town, samir_is, olga_is, 1, 3).status_code == 303
    pass_days(town, settle, 1)
    assert holder(town, reference) is None, "the stand-in had the first case: it lies in the queue"
    pass_days(town, settle, 4)
    assert holder(town, reference) == samir_is, "and it comes back"
    with db.write(town) as unit:
        handing.pass_on(unit, Actor.system("left"), samir_is, {"appeals": olga_is})
    assert holder(town, reference) is None, "nor does it go along when somebody leaves"


def test_a_part_is_changed_with_conditions_that_stand_in_the_document(
    town: Town, comes_as: Comes, settle: Settle, appealed: tuple[str, str]
) -> None:
    first, reference = appealed
    samir, nour = comes_as("samir"), comes_as("nour")
    none = press(samir, reference, "change_in_part", reasons=["appeal_founded_in_part"], **PART)
    assert "Choose at least one condition." in problems(none.text)  # type: ignore[attr-defined]
    done = press(
        samir, reference, "change_in_part", reasons=["appeal_founded_in_part"], conditions=["appeal_stays"], **PART
    )
    assert done.status_code == 303, problems(done.text)  # type: ignore[attr-defined]
    town.clock.move(RECALL)
    settle()
    assert "a part of the decision" not in words(nour.get(f"/en/cases/{first}").text).lower()
    said = opened(nour, reference)
    assert "A part of the decision is changed" in said
    assert "This stays as it was decided: “Zyxcondition”." in said
    assert "On appeal a part of the decision was changed" in words(nour.get(f"/en/cases/{first}").text)
    letter = re.findall(rf'href="(/en/cases/{reference}/documents/[^"]+)"', nour.get(f"/en/cases/{reference}").text)[0]
    assert "Zyxcondition" in words(nour.get(letter).text)
    assert case_of(town, first).closed_at is not None
