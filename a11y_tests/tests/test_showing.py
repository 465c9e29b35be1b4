"""A page is looked at from its beginning, and in the colours in which it comes to those who ask for them."""

from a11y_tests.browser import Browser
from a11y_tests.gate import Gate
from a11y_tests.modes import PLAIN, Mode
from a11y_tests.tests.site import Site, page
from a11y_tests.tools import Nu
from a11y_tests.visits import Visit

CHOOSE = '<script>document.body.className = matchMedia("(prefers-color-scheme: dark)").matches ? "night" : ""</script>'
MAIN = "<h1>Dogs</h1><p>Tell the town about your dog</p>"
# What the style says by itself and what the script says fit each other only when both know the same.
BOTH = "@media (prefers-color-scheme: dark) { p { background: #000 } } p { color: #000 } .night p { color: #fff }"
FAINT = ".night { background: #222; color: #fff } .night p { color: #555 }"


def found(browser: Browser, nu: Nu, site: Site, style: str) -> list[tuple[str, str]]:
    gate = Gate(nu, checks=frozenset({"contrast"}))
    url = site.put("/chosen", page(CHOOSE + MAIN, style=style))
    with browser.person() as driver:
        PLAIN.apply(driver)
        return [
            (one.mode, one.selector) for one in gate.visit(driver, Visit(url, (Mode(), Mode(dark=True), Mode(320))))
        ]


def test_a_page_whose_script_chooses_is_silent_where_it_chooses_well(browser: Browser, nu: Nu, site: Site) -> None:
    assert found(browser, nu, site, BOTH) == []


def test_what_a_script_makes_faint_at_night_is_found_at_night_only(browser: Browser, nu: Nu, site: Site) -> None:
    assert found(browser, nu, site, FAINT) == [("1280, dark", "p")]


BAR = "header { position: fixed; inset: 0 auto 0 0; width: 120px } main { width: 700px; margin-left: 130px }"
LINKS = "<h1>Dogs</h1>" + '<p style="margin: 0"><a href="/x" style="line-height: 20px; min-height: 0">Chip</a></p>' * 9


def test_where_another_check_left_the_page_does_not_matter(browser: Browser, nu: Nu, site: Site) -> None:
    gate = Gate(nu, checks=frozenset({"targets"}))
    with browser.person() as driver:
        driver.get(site.put("/wide", page(LINKS, style=BAR)))
        before = [one.message for one in gate.modes(driver, [Mode(320)])]
        Mode(320).apply(driver)
        driver.execute_script("scrollTo(130, 0)")
        assert [one.message for one in gate.modes(driver, [Mode(320)])] == before
