"""A barrier is reported from one page, by anybody, once."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from app.kit.i18n import LOCALES, translate
from tests.applying import standing
from tests.codesign.reporting import WORDS, report
from tests.desk.cases import words
from tests.towns import Client

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"
FORM = "/en/accessibility/barrier"


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("path", ["/", "/services", "/check", "/contact", "/nowhere"])
def test_every_page_has_the_way_to_the_form(comes_as: Callable[..., Client], path: str, locale: str) -> None:
    foot = comes_as().get(f"/{locale}{path}").text.partition("<footer")[2]
    [way] = re.findall(rf'<a href="(/{locale}/accessibility/barrier[^"]*)">', foot)
    assert translate(locale, "Report a barrier") in foot
    assert comes_as().get(way).status_code == 200


def test_a_page_of_the_desk_has_it_too(comes_as: Callable[..., Client]) -> None:
    assert '/en/accessibility/barrier?page=/desk/cases"' in comes_as("clara").get("/en/desk/cases").text


def test_the_page_one_came_from_and_the_browser_stand_there_and_can_be_changed(comes_as: Callable[..., Client]) -> None:
    page = comes_as().get(f"{FORM}?page=/services/large-items", headers={"User-Agent": FIREFOX})
    asked = standing(page.text)
    assert asked["page"] == "/en/services/large-items"
    assert asked["uses"] == "Firefox 145 on Windows"


@pytest.mark.parametrize("page", ["//evil.example", "https://evil.example", "/x?code=1", "/\\evil", "/" + "x" * 300])
def test_only_a_path_of_ours_is_carried_along(comes_as: Callable[..., Client], page: str) -> None:
    assert standing(comes_as().get(FORM, params={"page": page}).text)["page"] == ""


def test_the_code_of_a_one_time_link_is_not_carried_along(comes_as: Callable[..., Client]) -> None:
    page = comes_as().get("/en/sign-in/links/Zyxcanary").text
    assert 'href="/en/accessibility/barrier"' in page
    assert "Zyxcanary" not in page.partition("<footer")[2].partition("Report a barrier")[0].rpartition("<li>")[2]


def test_a_guest_gets_a_receipt_with_a_code_and_an_answer_by_a_day(comes_as: Callable[..., Client]) -> None:
    guest = comes_as()
    reference = report(guest)
    said = words(guest.get(f"/en/cases/{reference}/receipt").text)
    assert reference in said
    assert "Nothing more to do. Answer by" in said
    assert WORDS["stopped"] in said
    assert "Received" in words(guest.get(f"/en/cases/{reference}").text)


def test_what_is_missing_is_said_and_nothing_is_lost(comes_as: Callable[..., Client]) -> None:
    guest = comes_as()
    given = {**standing(guest.get(FORM).text), **WORDS, "doing": "", "email": "nobody", "again": "yes"}
    page = guest.post(FORM, data=given)
    assert page.status_code == 422
    assert "<title>Error: " in page.text
    summary = words(page.text.partition('id="error-summary"')[2].partition("</ul>")[0] + "<footer")
    assert page.text.count("Write what you were trying to do") == 2
    assert "Write the whole address" in page.text, summary
    left = standing(page.text)
    assert {name: left[name].removeprefix("\n") for name in given} == given


def test_a_form_sent_twice_is_one_report(comes_as: Callable[..., Client]) -> None:
    first, second = comes_as(), comes_as()
    given = {**standing(first.get(FORM).text), **WORDS}
    one, other = first.post(FORM, data=given), second.post(FORM, data=given)
    assert one.headers["location"] == other.headers["location"]
    assert second.get(other.headers["location"]).status_code == 200


def test_four_browsers_that_send_it_at_the_same_moment_are_one_report(comes_as: Callable[..., Client]) -> None:
    browsers = [comes_as() for _ in range(4)]
    given = {**standing(browsers[0].get(FORM).text), **WORDS}
    with ThreadPoolExecutor(4) as pool:
        answers = list(pool.map(lambda each: each.post(FORM, data=given), browsers))
    assert {answer.status_code for answer in answers} == {303}
    assert len({answer.headers["location"] for answer in answers}) == 1


def test_another_report_with_the_same_number_is_another_case(comes_as: Callable[..., Client]) -> None:
    first, stranger = comes_as(), comes_as()
    given = {**standing(first.get(FORM).text), **WORDS}
    one = first.post(FORM, data=given)
    other = stranger.post(FORM, data={**given, "stopped": "Something else"})
    assert one.headers["location"] != other.headers["location"]
    assert stranger.get(one.headers["location"]).status_code != 200


def test_who_gave_an_address_gets_a_mail(comes_as: Callable[..., Client], settle: Callable[..., int]) -> None:
    guest = comes_as()
    reference = report(guest, "es", email="guest@example.com")
    settle()
    [mail] = [one for one in guest.get("/demo/mailbox.json").json() if one["case"] == reference]
    assert (mail["to"], mail["locale"]) == ("guest@example.com", "es")
    assert WORDS["stopped"] not in mail["text"]
