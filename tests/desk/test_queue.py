"""The queue: by due date, a page at a time, everything in the address."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

from app.cases.queueing.reading import PAGE
from app.identity import accounts
from app.kit import db
from app.kit.towns import Town
from tests.desk.cases import copies, listed, permit, words
from tests.towns import Client

QUEUE = "/en/desk/cases"


def link(html: str, rel: str) -> str:
    found = re.search(rf'<a href="([^"]+)" rel="{rel}"', html)
    return unescape(found[1]) if found else ""


def state_of(html: str) -> str:
    """The words of the first state mark."""
    found = re.search(r'<span class="state [^>]*>.*?</svg>([^<]+)', html, re.DOTALL)
    assert found
    return unescape(found[1]).strip()


def account(town: Town, email: str) -> object:
    with db.read(town) as unit:
        return accounts.by_email(unit, email)


def test_it_lists_what_is_due_first_first(town: Town, clara: Client, asked: str) -> None:
    later = copies(town, asked, 3)
    assert listed(clara.get(QUEUE).text) == [asked, *later]


def test_it_goes_on_and_back_page_by_page_without_gap_or_double(town: Town, clara: Client, asked: str) -> None:
    whole = [asked, *copies(town, asked, 2 * PAGE)]
    seen, page = [], clara.get(QUEUE).text
    while True:
        seen += listed(page)
        onward = link(page, "next")
        if not onward:
            break
        page = clara.get(onward).text
    assert seen == whole
    assert listed(clara.get(link(page, "prev")).text) == whole[PAGE : 2 * PAGE]


def test_cases_due_on_one_day_are_on_one_page_each(town: Town, clara: Client, asked: str) -> None:
    for _ in range(PAGE + 3):
        copies(town, asked, 1)
    first = clara.get(QUEUE).text
    second = clara.get(link(first, "next")).text
    both = listed(first) + listed(second)
    assert len(both) == len(set(both)) == PAGE + 4


def test_it_counts_to_fifty_and_no_further(town: Town, clara: Client, asked: str) -> None:
    copies(town, asked, 49)
    assert "50 open" in words(clara.get(QUEUE).text)
    copies(town, asked, 1)
    assert "50+ open" in words(clara.get(QUEUE).text)


def test_its_tabs_part_mine_nobodys_and_waiting(town: Town, clara: Client, asked: str) -> None:
    [mine] = copies(town, asked, 1, assignee=account(town, "clara@puertoclaro.example"))
    [waiting] = copies(town, asked, 1, yours=True, stopped=True)
    assert listed(clara.get(f"{QUEUE}?tab=mine").text) == [mine]
    assert listed(clara.get(f"{QUEUE}?tab=nobody").text) == [asked]
    assert listed(clara.get(f"{QUEUE}?tab=waiting").text) == [waiting]
    assert "Clock stopped" in words(clara.get(f"{QUEUE}?tab=waiting").text)


def test_a_case_is_new_until_somebody_has_it_or_something_is_done(
    town: Town, amina: Client, clara: Client, asked: str
) -> None:
    """The desk has words of its own for it; the person reads the package's."""
    [hers] = copies(town, asked, 1, assignee=account(town, "clara@puertoclaro.example"))
    [back] = copies(town, asked, 1, entries=4)
    lines = clara.get(QUEUE).text.partition('<ol class="queue-list">')[2].partition("</ol>")[0].split("<li")[1:]
    assert {re.findall(r'class="code">([^<]+)', line)[0]: state_of(line) for line in lines} == {
        asked: "New case",
        hers: "We are working on it",
        back: "We are working on it",
    }
    opened = clara.get(f"{QUEUE}/{asked}").text
    assert state_of(opened.partition('class="case-head"')[2]) == "New case"
    assert "We are working on it" in words(amina.get(f"/en/cases/{asked}").text)


def test_its_filters_are_in_the_address_and_stay_chosen(
    comes_as: Callable[..., Client], clara: Client, asked: str
) -> None:
    works = permit(comes_as("nour"))
    page = clara.get(f"{QUEUE}?service=building_permit").text
    assert listed(page) == [works]
    assert re.search(r'<option value="building_permit" selected>', page)
    assert listed(clara.get(f"{QUEUE}?state=checking").text) == [asked]
    assert listed(clara.get(f"{QUEUE}?state=checking&service=building_permit").text) == []


def test_it_finds_the_late_ones_and_the_clerk(town: Town, clara: Client, asked: str) -> None:
    samir = account(town, "samir@puertoclaro.example")
    [his] = copies(town, asked, 1, assignee=samir)
    assert listed(clara.get(f"{QUEUE}?assignee={samir}").text) == [his]
    assert listed(clara.get(f"{QUEUE}?due=late").text) == []
    town.clock.move(timedelta(days=60))
    late = clara.sign_in("clara").get(f"{QUEUE}?due=late")
    assert set(listed(late.text)) == {asked, his}
    assert "days late" in words(late.text)


def test_what_it_cannot_read_in_an_address_it_leaves_out(clara: Client, asked: str) -> None:
    for query in (
        "tab=x",
        "after=yesterday",
        "after=2026-11-24.x",
        "before=.",
        "assignee=you",
        "due=perhaps",
        "via=%00",
        "state=%00",
    ):
        answer = clara.get(f"{QUEUE}?{query}")
        assert (answer.status_code, listed(answer.text)) == (200, [asked]), query


def test_beyond_its_last_case_the_queue_is_empty(clara: Client, asked: str) -> None:
    for query in (f"after=9999-12-31.{'f' * 32}", f"before=2000-01-01.{'0' * 32}"):
        answer = clara.get(f"{QUEUE}?{query}")
        assert (answer.status_code, listed(answer.text)) == (200, []), query


def test_a_case_keeps_its_part_of_the_queue_beside_it(town: Town, clara: Client, asked: str) -> None:
    copies(town, asked, 1, yours=True)
    page = clara.get(f"{QUEUE}?tab=nobody").text
    opened = clara.get(f"{QUEUE}/{asked}?tab=nobody").text
    assert f'href="{QUEUE}/{asked}?tab=nobody"' in page
    assert listed(opened) == [asked]
    assert 'aria-current="true"' in opened.partition('<ol class="queue-list">')[2].partition("</ol>")[0]


def test_it_gives_scripts_the_part_of_the_page_they_ask_for(clara: Client, asked: str) -> None:
    headers = {"HX-Request": "true", "HX-Target": "section#queue"}
    part = clara.get(f"{QUEUE}?tab=nobody", headers=headers).text
    assert part.startswith("<title>")
    assert asked in part
    assert "<html" not in part
    case = clara.get(f"{QUEUE}/{asked}", headers={"HX-Request": "true", "HX-Target": "article#case"}).text
    assert "case-title" in case
    assert "queue-list" not in case
