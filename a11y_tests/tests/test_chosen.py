"""A page is opened again where its scripts chose by width or colours when it loaded, and only there."""

from dataclasses import replace

import pytest

from a11y_tests.browser import Browser
from a11y_tests.chosen import stale
from a11y_tests.gate import Gate
from a11y_tests.line import kept
from a11y_tests.modes import PLAIN, Mode
from a11y_tests.opening import open_page
from a11y_tests.tests.site import CLEAN, Site, page
from a11y_tests.tools import Nu
from a11y_tests.visits import Visit

NARROW, DARK = Mode(320), replace(PLAIN, dark=True)
WIDTH = [
    "innerWidth > 600",
    "document.documentElement.clientWidth > 600",
    "addEventListener('DOMContentLoaded', () => document.body.offsetWidth > 600)",
    "addEventListener('load', () => window.outerWidth > 600)",
    "screen.width > 600",
    "visualViewport.width > 600",
    "matchMedia('(width > 600px)').matches",
]
OTHER = [
    "innerHeight > 600",
    "document.querySelector('h1').clientWidth > 600",
    "matchMedia('print').matches",
    "addEventListener('click', () => innerWidth > 600)",
    "setTimeout(() => innerWidth > 600, 20)",
]


def chose(browser: Browser, site: Site, script: str) -> tuple[bool, bool]:
    """Whether the page has to be opened again for another width, and for other colours."""
    with browser.person() as driver:
        PLAIN.apply(driver)
        open_page(driver, site.put("/chosen", page(f"{CLEAN}<script>{script}</script>")))
        line = kept(driver)
        line.run("document.body.click(); innerWidth")  # what a check does is not what the page asked
        assert not stale(line, PLAIN, PLAIN)
        return stale(line, PLAIN, NARROW), stale(line, PLAIN, DARK)


@pytest.mark.parametrize("script", WIDTH)
def test_scripts_that_ask_for_the_width_are_known(browser: Browser, site: Site, script: str) -> None:
    assert chose(browser, site, script) == (True, False)


@pytest.mark.parametrize("script", OTHER)
def test_scripts_that_ask_for_something_else_cost_no_time(browser: Browser, site: Site, script: str) -> None:
    assert chose(browser, site, script) == (False, False)


def test_scripts_that_ask_for_colours_are_known(browser: Browser, site: Site) -> None:
    assert chose(browser, site, "matchMedia('(prefers-color-scheme: dark)').matches") == (False, True)


KEPT = """<button id=b aria-expanded=true>Bar</button><script>
const put = () => b.setAttribute("aria-expanded", !localStorage.hidden);
b.onclick = () => { localStorage.hidden = 1; put(); };
put();</script>"""


def test_a_choice_that_a_press_has_stored_is_taken_back(browser: Browser, nu: Nu, site: Site) -> None:
    gate = Gate(nu, checks=frozenset({"pressed"}))
    with browser.person() as driver:
        PLAIN.apply(driver)
        visit = Visit(site.put("/kept", page(f"<h1>Dogs</h1>{KEPT}")), (PLAIN,))
        assert list(gate.visit(driver, visit)) == []
        assert kept(driver).run("return [localStorage.length, b.ariaExpanded]") == [0, "true"]


BAR = (
    "#bar { position: fixed; inset-block: 0; left: 0; width: 260px; background: Canvas } #bar[hidden] { display: none }"
)
SCRIPT = "<nav id=bar hidden>Chapters</nav><script>if (innerWidth {} 600) bar.hidden = false</script>"


@pytest.mark.parametrize(("sign", "count"), [(">", 0), ("<", 1)])
def test_a_bar_that_a_script_opens_in_a_narrow_window_is_found_and_one_for_a_wide_one_is_not(
    browser: Browser, nu: Nu, site: Site, sign: str, count: int
) -> None:
    whole = page("<h1>Dogs</h1>" + "<p>Tell the town about your dog.</p>" * 30 + SCRIPT.format(sign), style=BAR)
    gate = Gate(nu, checks=frozenset({"reflow"}))
    with browser.person() as driver:
        PLAIN.apply(driver)
        found = list(gate.visit(driver, Visit(site.put("/bar", whole), (NARROW,))))
    assert len([one for one in found if "400 % zoom" in one.message]) == count
