"""One question a page: back, wrong answers, few stops."""

from tests.browser.applying import BIRTH_CERTIFICATE, start, steps
from tests.browser.office import wait
from tests.browser.people import Comes
from tests.browser.person import Person


def test_the_way_back_keeps_what_was_answered(comes: Comes) -> None:
    nour = comes("nour", "es")
    start(nour, "birth-certificate")
    asked = steps(nour, BIRTH_CERTIFICATE)
    assert [next(asked) for _ in range(3)] == ["for_whom", "applicant", "born_here"]
    nour.follow("Back")
    nour.follow("Back")
    nour.tab_to(lambda stop: stop.field == "for_whom", "the question")
    assert (nour.here().value, nour.here().checked) == ("me", True)


def test_a_wrong_answer_is_said_first_and_its_link_leads_to_the_field(comes: Comes) -> None:
    dan = comes("dan", "en")
    start(dan, "birth-certificate")
    dan.follow("Continue")
    assert dan.driver.title.startswith("Error: ")
    assert dan.here().id == "error-summary"
    dan.forward()
    dan.press_here()
    assert dan.here().field == "for_whom"


def test_the_answer_comes_within_four_stops_of_the_start_of_the_page(comes: Comes) -> None:
    """Kofi has one switch: each stop costs him time. The skip link is the first of them."""
    kofi = comes("kofi", "en")
    start(kofi, "birth-certificate")
    kofi.press("Skip to the content")
    stops = 1
    while (here := kofi.here_or_none()) is None or here.field != "for_whom":
        kofi.forward()
        stops += 1
        assert stops <= 4, f"the fourth stop is {here}"


def test_a_wrong_answer_keeps_what_was_typed(comes: Comes) -> None:
    dan = comes("dan", "en")
    start(dan, "birth-certificate")
    asked = steps(dan, BIRTH_CERTIFICATE)
    assert [next(asked), next(asked)] == ["for_whom", "applicant"]
    dan.write("applicant.name", "Dan Óbrien ‧ 林")
    dan.write("applicant.born.day", "31")
    dan.write("applicant.born.month", "2")
    dan.write("applicant.born.year", "1985")
    dan.follow("Continue")
    dan.tab_to(lambda stop: stop.field == "applicant.name", "the name")
    assert dan.here().value == "Dan Óbrien ‧ 林"


def test_without_internet_the_form_says_so_and_loses_nothing(comes: Comes) -> None:
    dan = comes("dan", "en")
    start(dan, "birth-certificate")
    asked = steps(dan, BIRTH_CERTIFICATE)
    assert [next(asked), next(asked)] == ["for_whom", "applicant"]
    dan.write("applicant.name", "Dan Óbrien ‧ 林")
    here = dan.path
    offline(dan, True)
    wait(lambda: "You are not connected" in shown(dan), "it is not said before anything is pressed")
    dan.tab_to_name("Continue")
    dan.press_here()
    wait(lambda: dan.here().shows == "Continue", "the button does not come back")
    assert dan.path == here
    assert "Send it when you are connected again." in said(dan)
    offline(dan, False)
    wait(lambda: "You are not connected" not in shown(dan), "the notice stays")
    assert said(dan) == "You are connected again."
    dan.tab_to(lambda stop: stop.field == "applicant.name", "the name")
    assert dan.here().value == "Dan Óbrien ‧ 林"
    dan.follow("Continue")
    assert dan.driver.title.startswith("Error: "), "it was sent, and the rest of it is missing"


def offline(person: Person, cut: bool) -> None:
    person.driver.execute_cdp_cmd("Network.enable", {})
    person.driver.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": cut, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1},
    )


def shown(person: Person) -> str:
    return str(person.driver.find_element("css selector", "main").text)


def said(person: Person) -> str:
    return str(person.driver.execute_script("return document.getElementById('status').textContent.trim()"))
