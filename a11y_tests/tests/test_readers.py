"""What the virtual screen reader says of small pages, what nobody may hear, and how a transcript is written."""

from collections.abc import Iterator

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from a11y_tests.browser import Browser
from a11y_tests.readers.rules import barriers
from a11y_tests.readers.transcript import Moment, Transcript
from a11y_tests.readers.virtual import read
from a11y_tests.tests.site import Site, page


@pytest.fixture
def driver(browser: Browser) -> Iterator[WebDriver]:
    with browser.person() as one:
        yield one


def test_it_reads_a_page_from_its_first_part_to_its_last(site: Site, driver: WebDriver) -> None:
    driver.get(site.put("/read", page("<h1>Pets</h1><ul><li><a href=/x>Cats</a></ul>", title="Pets")))
    spoken = read(driver)
    assert (spoken.title, spoken.language) == ("Pets", "en")
    assert "heading, Pets, level 1" in spoken.phrases
    assert "link, Cats" in spoken.phrases
    assert spoken.phrases[-1] == "end of document"


def test_a_part_in_another_language_says_so_and_the_rest_does_not(site: Site, driver: WebDriver) -> None:
    driver.get(site.put("/parts", page('<h1 lang="en-GB">Pets</h1><a href=/x lang=es>Gatos</a>')))
    assert [phrase for phrase in read(driver).phrases if "(in " in phrase] == ["link, Gatos (in es)"]


def test_choices_are_said_in_words(site: Site, driver: WebDriver) -> None:
    choice = "<option value=c_1>Cats<option value=d_1 selected>Dogs"
    row = '<button name=row value="01a2260d-b903-7431-8e77-49fd0183b0c8">Change</button>'
    driver.get(site.put("/choice", page(f"<h1>Pets</h1><label>Kind <select>{choice}</select></label>{row}")))
    phrases = read(driver).phrases
    assert "combobox, Kind, Dogs, has popup listbox, not expanded" in phrases
    assert "option, Cats, not selected, position 1, set size 2" in phrases
    assert "button, Change" in phrases
    assert driver.execute_script("return document.querySelector('button').value").startswith("01a2260d")


def test_the_page_notices_nothing(site: Site, driver: WebDriver) -> None:
    driver.get(site.put("/quiet", page("<h1>A</h1><input id=name aria-label=Name><a href=/y>Two</a>")))
    driver.find_element("id", "name").click()
    read(driver)
    assert driver.execute_script("return [document.activeElement.id, typeof virtual]") == ["name", "undefined"]


@pytest.mark.parametrize(
    ("phrase", "wrong"),
    [
        ("button", "a button without a name"),
        ("checkbox, not checked", "a checkbox without a name"),
        ("img", "a picture without a name"),
        ("heading, owner_name, level 2", "a name for machines is read out"),
        ("Letters left: {number}", "a place for a word is read out"),
        ("link, https://town.example/x", "an address is read out"),
        ("link, Gatos (in es)", ""),
        ("On paper: https://town.example/x", ""),
        ("plan_of_today.pdf", ""),
        ("checkbox, Cats, not checked", ""),
        ("Write to us at cats@town.example.", ""),
    ],
)
def test_nobody_may_hear_it(phrase: str, wrong: str) -> None:
    assert "".join(barriers([phrase])).startswith(wrong)
    assert bool(list(barriers([phrase]))) == bool(wrong)


def test_a_transcript_has_a_line_for_each_thing_done_and_said() -> None:
    transcript = Transcript()
    transcript.add("opens the page", ["Pets web page"])
    transcript.add("Tab", ["Cats link."], presses=1)
    assert str(transcript) == "[opens the page]\n    Pets web page\n[Tab]\n    Cats link.\n"
    assert transcript.presses == 1
    assert Moment("Tab", ("Cats", "link")).said("cats LINK")
