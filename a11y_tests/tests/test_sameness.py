"""What comes back on several pages comes back the same."""

import pytest

from a11y_tests.browser import Browser
from a11y_tests.checks.sameness import longest_rising
from a11y_tests.finding import Finding
from a11y_tests.gate import Gate
from a11y_tests.tests.site import Site, page
from a11y_tests.tools import Nu

LINKS = {"/a": "Dogs", "/b": "Cats", "/contact": "Contact", "/c": "Birds"}
MENU = f'<nav aria-label="Main">{" ".join(f"""<a href="{to}">{name}</a>""" for to, name in LINKS.items())}</nav>'


def seen(browser: Browser, nu: Nu, site: Site, *menus: str, lang: str = "en") -> list[Finding]:
    gate = Gate(nu, checks=frozenset({"sameness"}))
    with browser.person() as driver:
        for number, menu in enumerate(menus):
            whole = page(title=f"Page {number}", lang=lang if number else "en").replace("</header>", f"{menu}</header>")
            driver.get(site.put(f"/same{number}", whole))
            assert list(gate.here(driver)) == []
    return list(gate.titles_alike())


def test_nothing_is_said_of_pages_with_the_same_menu(browser: Browser, nu: Nu, site: Site) -> None:
    fewer = MENU.replace('<a href="/b">Cats</a> ', "")
    more = MENU.replace("</nav>", ' <a href="/d">Fish (3)</a></nav>')
    assert seen(browser, nu, site, MENU, MENU, fewer, more, more.replace("3", "4")) == []


def test_pages_in_another_language_are_another_site(browser: Browser, nu: Nu, site: Site) -> None:
    assert seen(browser, nu, site, MENU, MENU.replace("Dogs", "Perros"), lang="es") == []


@pytest.mark.parametrize(
    ("was", "now", "criterion", "said"),
    [
        (
            '<a href="/a">Dogs</a> <a href="/b">Cats</a>',
            '<a href="/b">Cats</a> <a href="/a">Dogs</a>',
            "3.2.3",
            "place",
        ),
        (">Cats<", ">Felines<", "3.2.4", '"felines" here and "cats"'),
    ],
)
def test_a_menu_that_changes_is_found(
    browser: Browser, nu: Nu, site: Site, was: str, now: str, criterion: str, said: str
) -> None:
    found = seen(browser, nu, site, MENU, MENU.replace(was, now))
    assert [one.criterion for one in found] == [criterion]
    assert said in found[0].message


def test_help_that_moves_is_found(browser: Browser, nu: Nu, site: Site) -> None:
    link = '<a href="/contact">Contact</a>'
    moved = MENU.replace(f" {link}", "").replace("</nav>", f" {link}</nav>")
    assert [one.criterion for one in seen(browser, nu, site, MENU, moved)] == ["3.2.6"]
    elsewhere = MENU.replace(f" {link}", "") + link
    assert [one.criterion for one in seen(browser, nu, site, MENU, elsewhere)] == ["3.2.6"]


def test_as_few_as_possible_are_said_to_have_moved() -> None:
    assert longest_rising([3, 0, 1, 2]) == {0, 1, 2}
    assert longest_rising([0, 2, 1]) in ({0, 1}, {0, 2})
