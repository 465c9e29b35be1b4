"""A decision is served: made available, opened, refused or expired; the time to appeal runs from that day."""

import re
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from app.cases.rights import appealing, serving
from app.kit import db
from app.kit.towns import Town
from app.notifications import Recipient
from tests import applying
from tests.desk.cases import case_of, words
from tests.desk.test_decision import RECALL, hear, press
from tests.towns import Client

Settle = Callable[..., int]


@pytest.fixture
def refused(town: Town, settle: Settle, amina: Client, clara: Client, asked: str) -> str:
    hear(clara, amina, asked)
    press(clara, asked, "refuse", reasons=["entry_not_found"])
    town.clock.move(RECALL)
    settle()
    return asked


def notification(client: Client, reference: str) -> str:
    """The address at which it is opened, on the page of the case."""
    found = re.findall(
        rf'href="(/en/cases/{reference}/notifications/[^"]+)"', client.get(f"/en/cases/{reference}").text
    )
    assert found, "nothing waits to be opened"
    return str(found[0])


def latest(town: Town, reference: str) -> Any:
    case = case_of(town, reference)
    with db.read(town) as unit:
        return serving.all_of(unit, case.id)[-1]


def state(town: Town, reference: str) -> str:
    return str(latest(town, reference).state)


def kept_back(pages: str) -> list[str]:
    """What of the decision these pages say."""
    told = ("Not granted", "not granted", "It is not there.", "Decided by Clara", "Decision", "mayor of Puerto Claro")
    return [each for each in told if each in pages]


def test_it_is_opened_by_a_press_that_says_what_opening_means(
    town: Town, amina: Client, clara: Client, refused: str
) -> None:
    page = notification(amina, refused)
    assert state(town, refused) == "available"
    said = words(amina.get(page).text)
    assert "When you open it, it counts as served on that day." in said
    assert "From then on the time to appeal runs." in said
    assert state(town, refused) == "available", "a look opens nothing"
    desk = words(clara.get(f"/en/desk/cases/{refused}").text)
    assert "Not opened yet." in desk and "The person’s side: to open the notification" in desk
    document = f"/en/cases/{refused}/documents/{latest(town, refused).document_id}"
    assert amina.get(document).headers["location"] == page, "the document is opened with it"
    opened = amina.submit(page)
    assert opened.status_code == 303
    assert state(town, refused) == "opened"
    assert "It is not there." in words(amina.get(document).text)
    for client, below in ((amina, "cases"), (clara, "desk/cases")):
        assert "It counts as served since then." in words(client.get(f"/en/{below}/{refused}").text)
    assert amina.submit(page, {"then": "refuse"}).status_code in (303, 403)
    assert state(town, refused) == "opened", "what was opened stays opened"


@pytest.mark.parametrize("how", ["refused", "expired"])
def test_refused_or_left_it_counts_as_served_and_the_term_runs_from_that_day(
    town: Town, settle: Settle, comes_as: Callable[..., Client], amina: Client, refused: str, how: str
) -> None:
    page = notification(amina, refused)
    if how == "refused":
        town.clock.move(timedelta(days=2))
        assert amina.submit(page, {"then": "refuse"}).status_code == 303
    else:
        town.clock.move(timedelta(days=11, hours=1))
        settle()
    assert state(town, refused) == how
    case = case_of(town, refused)
    with db.read(town) as unit:
        served = serving.served_on(unit, case)
        assert served is not None
        last = appealing.last_day(unit, case)
        assert last is not None
        assert last >= served + timedelta(days=28)
    amina = comes_as("amina")
    assert "It counts as served since" in words(amina.get(f"/en/cases/{refused}").text)
    assert amina.submit(page).status_code == 303, "she may still read it"
    assert state(town, refused) == how, "and it stays served on its day"


@pytest.mark.databases("sqlite")
def test_only_she_opens_it(town: Town, comes_as: Callable[..., Client], amina: Client, refused: str) -> None:
    page = notification(amina, refused)
    dan = comes_as("dan")
    assert dan.get(page).status_code == 404
    assert dan.post(page, data={"_token": dan.token("/en/me")}).status_code == 404
    assert state(town, refused) == "available"


@pytest.mark.databases("sqlite")
@pytest.mark.parametrize(
    ("account", "channels", "address", "way"),
    [
        (True, (), True, "portal"),
        (True, ("letter",), True, "letter"),
        (True, ("letter", "email"), True, "portal"),
        (False, (), True, "letter"),
        (False, ("email",), True, "letter"),
        (False, (), False, "portal"),
    ],
)
def test_it_goes_by_post_to_who_has_no_account_or_wants_letters_alone(
    town: Town, asked: str, account: bool, channels: tuple[str, ...], address: bool, way: str
) -> None:
    case = case_of(town, asked)
    to = Recipient("es", None, None, "", "", ("Rosa", "Calle del Faro 3") if address else (), channels)
    assert serving.way(case if account else case._replace(account_id=None), to) == way


@pytest.mark.databases("sqlite")
def test_a_correction_takes_the_place_of_what_nobody_opened(
    town: Town, settle: Settle, amina: Client, clara: Client, refused: str
) -> None:
    first = notification(amina, refused)
    clara.submit(f"/en/desk/cases/{refused}/correction/grant", {"reasons": "entry_found"})
    town.clock.move(RECALL)
    settle()
    second = notification(amina, refused)
    assert second != first
    [old] = re.findall(rf'href="(/en/cases/{refused}/documents/[^"]+)"', amina.get(f"/en/cases/{refused}").text)
    assert amina.get(old).status_code == 200, "the old one is readable and marked"
    new = f"/en/cases/{refused}/documents/{latest(town, refused).document_id}"
    assert amina.get(new).headers["location"] == second


@pytest.mark.databases("sqlite")
def test_what_a_rule_granted_is_not_served_but_told(comes_as: Callable[..., Client]) -> None:
    dan = comes_as("dan")
    reference = applying.permit(dan)
    assert "/notifications/" not in dan.get(f"/en/cases/{reference}").text


@pytest.mark.parametrize(
    ("answer", "became", "said"), [("taken", "handed", "Handed over at the window"), ("left", "refused", "Refused")]
)
def test_a_clerk_hands_it_over_on_paper_once_it_is_known_to_whom(
    town: Town, amina: Client, clara: Client, refused: str, answer: str, became: str, said: str
) -> None:
    case = f"/en/desk/cases/{refused}"
    page = f"{case}/serving"
    assert page in clara.get(case).text
    empty = words(clara.submit(page, {}).text)
    assert "Say what you saw, or that you know the person." in empty
    assert "Say whether the person took it." in empty
    given = {"seen": "passport", "taken": answer, "_token": clara.token(page)}
    assert clara.post(page, data=given).status_code == 303
    assert clara.post(page, data=given).status_code == 303, "a second press changes nothing"
    assert state(town, refused) == became
    assert said in words(clara.get(case).text)
    assert clara.get(page).status_code == 409, "nothing waits any more"
    assert "Decided by Clara" in words(amina.get(f"/en/cases/{refused}").text)
    assert "Passport" in words(amina.get("/en/me/looks").text)


def test_of_a_press_and_a_window_at_once_the_first_counts(
    town: Town, amina: Client, clara: Client, refused: str
) -> None:
    page = notification(amina, refused)
    given = {"seen": "passport", "taken": "left", "_token": clara.token(f"/en/desk/cases/{refused}/serving")}
    assert amina.submit(page).status_code == 303
    late = clara.post(f"/en/desk/cases/{refused}/serving", data=given)
    assert late.status_code == 409
    assert "No decision of this case waits to be opened." in words(late.text)
    assert state(town, refused) == "opened"
