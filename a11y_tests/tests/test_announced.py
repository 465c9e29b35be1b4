"""The watch over announcements, on pages that announce well and badly."""

from collections.abc import Iterator
from contextlib import closing

import pytest

from a11y_tests.announced import Announced
from a11y_tests.browser import Browser
from a11y_tests.line import Line
from a11y_tests.tests.site import Site, page


@pytest.fixture
def open_line(browser: Browser, site: Site) -> Iterator[Line]:
    with browser.person() as driver:
        driver.get(site.put("/live", page("<h1>Dogs</h1><p role=status id=s></p><p role=alert id=a></p>")))
        with closing(Line(driver)) as one:
            yield one


def after(open_line: Line, script: str) -> Announced:
    with Announced(open_line) as said:
        open_line.run(script)
    return said


def test_what_a_region_says_is_heard_once(open_line: Line) -> None:
    said = after(open_line, "document.getElementById('s').textContent = 'Saved'")
    assert [(one.politeness, one.text) for one in said.heard] == [("polite", "Saved")]
    assert said.lost == []


def test_what_is_replaced_within_a_moment_is_lost(open_line: Line) -> None:
    said = after(open_line, "s.textContent = 'Saving'; setTimeout(() => { s.textContent = 'Saved' }, 60)")
    assert [one.text for one in said.lost] == ["Saving"]


def test_an_alert_cuts_off_a_status(open_line: Line) -> None:
    said = after(open_line, "s.textContent = '3 dogs'; setTimeout(() => { a.textContent = 'No line' }, 30)")
    assert [one.text for one in said.lost] == ["3 dogs"]


def test_what_comes_after_a_while_is_heard_as_well(open_line: Line) -> None:
    said = after(open_line, "s.textContent = 'Saving'; setTimeout(() => { s.textContent = 'Saved' }, 250)")
    assert [one.text for one in said.heard] == ["Saving", "Saved"]
    assert said.lost == []


def test_words_that_are_added_do_not_overwrite(open_line: Line) -> None:
    said = after(open_line, "s.append('One. '); setTimeout(() => s.append('Two.'), 20)")
    assert said.lost == []


def test_a_region_that_comes_with_its_words_is_sudden(open_line: Line) -> None:
    said = after(open_line, "document.body.insertAdjacentHTML('beforeend', '<p role=status>Saved</p>')")
    assert [(one.text, one.sudden) for one in said.heard] == [("Saved", True)]


def test_a_change_elsewhere_says_nothing(open_line: Line) -> None:
    assert after(open_line, "document.querySelector('h1').textContent = 'Cats'").heard == []
