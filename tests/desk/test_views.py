"""A part of the queue as an address: filtered, sent to a colleague, saved under a name; and what came meanwhile."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import pytest

from app.kit.towns import Town
from tests.applying import certificate
from tests.desk.cases import copies, listed, permit, words
from tests.desk.test_queue import account
from tests.towns import Client

QUEUE, VIEWS, START = "/en/desk/cases", "/en/desk/views", "/en/desk"
POLL = {"HX-Request": "true", "HX-Target": "div#queue-news"}


@pytest.fixture
def samir(comes_as: Callable[..., Client]) -> Client:
    return comes_as("samir")


def saved(html: str) -> dict[str, str]:
    """Each view by its name, with where it leads."""
    found = re.findall(r'<a href="([^"]+)"><bdi>([^<]+)</bdi>', html.partition('<ul class="views">')[2])
    return {unescape(name): unescape(url) for url, name in found}


def test_each_filter_finds_its_own_and_all_of_them_meet(
    town: Town, comes_as: Callable[..., Client], clara: Client, asked: str
) -> None:
    works = permit(comes_as("nour"))
    clara_is = account(town, "clara@puertoclaro.example")
    [mine] = copies(town, asked, 1, assignee=clara_is, via="counter")
    [stopped] = copies(town, asked, 1, stopped=True, locale="ar")
    [agreed] = copies(town, asked, 1, state="to_prove", started_at=None)
    found = {
        "department=works": {works},
        "department=market": set(),
        "via=counter": {mine},
        "language=ar": {stopped},
        "assignee=me": {mine},
        "assignee=nobody": {works, asked, stopped, agreed},
        f"assignee={clara_is}": {mine},
        "due=stopped": {stopped},
        "state=to_prove": {agreed},
        "assignee=me&via=counter&service=birth_certificate&state=checking&language=en": {mine},
        "assignee=me&via=phone": set(),
    }
    for query, references in found.items():
        assert set(listed(clara.get(f"{QUEUE}?{query}").text)) == references, query
    town.clock.move(timedelta(days=85))
    near = clara.sign_in("clara").get(f"{QUEUE}?due=soon").text
    late = clara.get(f"{QUEUE}?due=late").text
    assert not {*listed(near)} & {*listed(late)}
    assert stopped not in listed(near) + listed(late)


def test_a_view_is_kept_under_a_name_until_it_is_removed(town: Town, clara: Client, asked: str) -> None:
    [mine] = copies(town, asked, 1, via="phone")
    page = clara.get(f"{QUEUE}?via=phone&after=2000-01-01.{'0' * 32}").text
    said = words(page)
    assert "How it came: By phone Without the filter" in said, "what is filtered stands above the list"
    assert '<details class="filters"><summary>Change the filter' in page, "the list is not below the form"
    assert "No case fits the filter." in words(clara.get(f"{QUEUE}?via=post").text)
    save = unescape(re.findall(r'href="([^"]+)">Save as a view', page)[0])
    assert save == f"{VIEWS}?via=phone"
    assert "All open cases How it came: By phone" in words(clara.get(save).text)
    assert "Give the view a name." in clara.submit(save).text
    assert clara.submit(save, {"name": "By <phone>"}).headers["location"] == f"{VIEWS}?said=view_saved"
    assert "There is a view of this name already." in clara.submit(save, {"name": "by <PHONE>"}).text
    for page in (START, VIEWS):
        assert saved(clara.get(page).text) == {"By <phone>": f"{QUEUE}?via=phone"}
    assert listed(clara.get(f"{QUEUE}?via=phone").text) == [mine]
    removal = re.findall(r'href="([^"]+/removal)"', clara.get(VIEWS).text)[0]
    assert "By &lt;phone&gt;" in clara.get(removal).text
    assert clara.submit(removal).status_code == 303
    assert saved(clara.get(START).text) == {}
    assert clara.get(removal).status_code == clara.submit(f"{QUEUE}/{asked}", to=removal).status_code == 404


def test_a_supervisor_shares_a_view_and_each_sees_what_she_may(
    town: Town, samir: Client, clara: Client, comes_as: Callable[..., Client], asked: str
) -> None:
    tomas = comes_as("tomas")
    new = f"{VIEWS}?assignee=nobody"
    assert samir.submit(new, {"name": "To share out", "share": "civil_registry"}).status_code == 303
    assert saved(clara.get(START).text) == {"To share out": f"{QUEUE}?assignee=nobody"}
    assert "Everybody of the department Civil registry" in words(clara.get(VIEWS).text)
    assert saved(tomas.get(START).text) == {}
    assert listed(clara.get(f"{QUEUE}?assignee=nobody").text) == [asked]
    assert listed(tomas.get(f"{QUEUE}?assignee=nobody").text) == []
    removal = re.findall(r'href="([^"]+/removal)"', samir.get(VIEWS).text)[0]
    assert "/removal" not in clara.get(VIEWS).text
    assert clara.get(removal).status_code == clara.submit(f"{QUEUE}/{asked}", to=removal).status_code == 404
    for who, share in ((clara, "civil_registry"), (samir, "streets"), (samir, "market")):
        answer = who.submit(new, {"name": "Mine", "share": share})
        assert (answer.status_code, "Choose who may use it." in answer.text) == (422, True)
    assert samir.submit(removal).status_code == 303
    assert saved(clara.get(START).text) == {}


@pytest.mark.databases("sqlite")
def test_twenty_views_are_enough(clara: Client) -> None:
    for number in range(20):
        assert clara.submit(f"{VIEWS}?due=late", {"name": f"View {number}"}).status_code == 303
    refused = clara.submit(f"{VIEWS}?due=late", {"name": "One more"})
    assert (refused.status_code, "You have 20 saved views." in refused.text) == (409, True)


def test_a_list_that_stands_says_what_came_and_does_not_move(
    town: Town, amina: Client, clara: Client, asked: str
) -> None:
    def polls(page: str) -> str:
        return unescape(re.findall(r'data-hx-get="([^"]+/news[^"]+)"', page)[0])

    page = clara.get(f"{QUEUE}?tab=nobody&service=birth_certificate").text
    assert (clara.get(polls(page), headers=POLL).status_code, clara.get(polls(page)).status_code) == (204, 303)
    mine = clara.get(f"{QUEUE}?tab=mine").text
    town.clock.move(timedelta(seconds=5))
    new = certificate(amina)
    told = clara.get(polls(page), headers=POLL).text
    assert "1 new: show it" in told
    assert 'href="/en/desk/cases?tab=nobody&amp;service=birth_certificate"' in told
    assert "<title>" not in told.replace("<title></title>", "")
    assert clara.get(polls(told), headers=POLL).status_code == 204
    assert clara.get(polls(mine), headers=POLL).status_code == 204
    case = f"{QUEUE}/{new}"
    clara.submit(case, {"assignee": str(account(town, "clara@puertoclaro.example"))}, to=f"{case}/assignment")
    assert "1 new: show it" in clara.get(polls(mine), headers=POLL).text
    for odd in ("since=x", "since=nan", "since=1e99", "tab=waiting", ""):
        assert clara.get(f"/en/desk/news?{odd}", headers=POLL).status_code == 204, odd
