"""The supervisor: who has how much and what is late, sharing out, and samples of what rules decided."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest

from app.kit.towns import Town
from tests import applying
from tests.desk.cases import copies, listed, words
from tests.desk.test_queue import account
from tests.towns import Client

TEAM = "/en/desk/team"


@pytest.fixture
def samir(comes_as: Callable[..., Client]) -> Client:
    return comes_as("samir")


def loads(html: str, table: str) -> dict[str, list[str]]:
    """The numbers of each line by its name: open, late, due soon, waiting."""
    body = html.partition(f'id="{table}"')[2].partition("</table>")[0]
    rows = re.findall(r'<th scope="row"><a[^>]*><bdi>([^<]+)</bdi>(.*?)</tr>', body, re.DOTALL)
    return {unescape(name): re.findall(r'<td class="number"[^>]*>([^<]+)</td>', rest) for name, rest in rows}


def test_it_counts_what_each_has_and_leads_to_it(town: Town, samir: Client, asked: str) -> None:
    clara = account(town, "clara@puertoclaro.example")
    copies(town, asked, 2, assignee=clara)
    copies(town, asked, 1, assignee=clara, yours=True, stopped=True)
    copies(town, asked, 4, assignee=clara, department="streets")
    page = samir.get(TEAM).text
    assert "Civil registry, Works and planning" in words(page)
    clerks, services = loads(page, "by-clerk"), loads(page, "by-service")
    assert clerks["Clara Montes"] == ["3", "0", "0", "1"]
    assert (clerks["Samir Benali"][0], clerks["Nobody yet"][0]) == ("0", "1")
    assert services["Get a birth certificate"] == ["4", "0", "0", "1"]
    assert services["Get a building permit"][0] == "0"
    share = unescape(re.findall(r'href="(/en/desk/batches\?assignee=[0-9a-f][^"]+)"', page)[0])
    assert "7 cases" in words(samir.get(share).text)
    assert len(listed(samir.get(share.replace("batches", "cases")).text)) == 7, (
        "the streets are Samir's too, as a clerk"
    )
    town.clock.move(timedelta(days=90))
    late = loads(samir.sign_in("samir").get(TEAM).text, "by-clerk")["Clara Montes"]
    assert (late[0], int(late[1])) == ("3", 2)


def test_only_a_supervisor_finds_it(town: Town, comes_as: Callable[..., Client], clara: Client, asked: str) -> None:
    token = f"/en/desk/cases/{asked}"
    assert clara.get(TEAM).status_code == clara.submit(token, to=f"{TEAM}/samples").status_code == 404
    assert comes_as("vera").get(TEAM).headers["location"] == "/en/me"
    assert "The team" not in clara.get("/en/desk").text


def test_samples_of_what_rules_decided_are_drawn_once_and_looked_at_once(
    town: Town, comes_as: Callable[..., Client], samir: Client
) -> None:
    dan = comes_as("dan")
    granted = {applying.permit(dan) for _ in range(6)}
    assert samir.submit(TEAM, to=f"{TEAM}/samples").headers["location"].endswith("said=samples_drawn")
    page = samir.get(TEAM).text
    drawn = dict(re.findall(rf'href="({TEAM}/samples/[^"]+)"><bdi class="code">([^<]+)', page))
    assert len(drawn) == 5
    assert set(drawn.values()) < granted
    first, second, *_ = drawn
    assert "Choose whether the decision was right." in samir.submit(first).text
    assert "Say what was wrong." in samir.submit(first, {"verdict": "wrong"}).text
    assert samir.submit(first, {"verdict": "wrong", "note": "The plan is of another house."}).status_code == 303
    assert samir.submit(second, {"verdict": "right"}).status_code == 303
    told = words(samir.get(TEAM).text)
    assert "The plan is of another house." in told
    assert told.count("To look at") == 3
    again = samir.submit(TEAM, {"verdict": "right"}, to=first)
    assert (again.status_code, "Somebody has looked at this decision already." in again.text) == (409, True)
    assert "Checked whether a decision was right" in dan.get("/en/me/looks").text
    assert samir.submit(TEAM, to=f"{TEAM}/samples").status_code == 303
    assert samir.submit(TEAM, to=f"{TEAM}/samples").status_code == 409
    olga = comes_as("olga")
    assert olga.get(first).status_code == 404
    assert "VC-" not in words(olga.get(TEAM).text)
