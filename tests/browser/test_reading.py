"""Reading settings by keyboard alone: kept in the browser, on every page before the first paint, the town not told."""

import pytest

from a11y_tests.modes import Mode
from app.kit.i18n import LOCALES
from tests.browser.people import Comes
from tests.browser.person import Person

LOOKS = """
const root = getComputedStyle(document.documentElement);
return { wall: root.backgroundColor, size: root.fontSize, scheme: root.colorScheme };
"""
DARK, LIGHT, BLACK, WHITE = "rgb(15, 23, 27)", "rgb(251, 250, 246)", "rgb(0, 0, 0)", "rgb(255, 255, 255)"
AS_IT_IS = {"wall": LIGHT, "size": "16px", "scheme": "light dark"}
SET_BEFORE_THE_BODY = """
window.early = new Promise(done => new MutationObserver((seen, watch) => {
  if (document.body) { watch.disconnect(); done(document.documentElement.dataset.theme); }
}).observe(document, { childList: true, subtree: true }));
"""


def looks(person: Person) -> dict[str, str]:
    found: dict[str, str] = person.line.run(LOOKS)
    return found


def said(person: Person) -> str:
    return str(person.line.run("return document.getElementById('status').textContent"))


def test_what_is_chosen_holds_at_once_and_everywhere_until_it_is_as_before(comes: Comes) -> None:
    guest = comes(None, "en", Mode(320))
    guest.open("/reading")
    assert looks(guest) == AS_IT_IS
    guest.choose("size", "150")
    guest.choose("theme", "dark")
    assert looks(guest) == {"wall": DARK, "size": "24px", "scheme": "dark"}
    guest.wait(lambda: "Dark. This browser keeps it." in said(guest), "nothing was said")

    guest.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": SET_BEFORE_THE_BODY})
    for path in ("/", "/sign-in", "/ar"):
        guest.open(path)
        assert looks(guest)["wall"] == DARK, path
        assert guest.line.run("return window.early") == "dark", f"{path}: it came after the first paint"
    assert guest.driver.get_cookies() == []

    guest.open("/reading")
    guest.tick("links")
    guest.press("As it was before")
    assert looks(guest) == AS_IT_IS
    assert guest.line.run("return localStorage.length") == 0
    assert guest.line.run("return document.querySelector('[data-reading] [name=theme]').checked")


def test_light_stays_light_and_more_contrast_is_the_contrast_of_the_device(comes: Comes) -> None:
    for mode, theme, wall in (
        (Mode(1280, dark=True), "light", LIGHT),
        (Mode(1280), "contrast", WHITE),
        (Mode(1280, dark=True), "contrast", BLACK),
        (Mode(1280, more_contrast=True), "dark", BLACK),
    ):
        guest = comes(None, "en", mode)
        guest.open("/reading")
        guest.choose("theme", theme)
        assert looks(guest)["wall"] == wall, (mode, theme)
        guest.press("As it was before")


@pytest.mark.parametrize("locale", LOCALES)
def test_large_text_breaks_the_page_as_the_browsers_own_does(comes: Comes, locale: str) -> None:
    guest = comes(None, locale, Mode(320))
    guest.open("/reading")
    guest.choose("size", "200")
    guest.choose("space", "more")
    for path in ("/reading", "/", "/services", "/sign-in"):
        guest.open(path)
        assert guest.line.run("return document.documentElement.scrollWidth") <= 320, path
        assert guest.line.run("return getComputedStyle(document.querySelector('.main-nav')).position") == "static"
    guest.line.run("localStorage.clear()")


def test_paper_stays_white(comes: Comes) -> None:
    guest = comes(None, "en", Mode(1280))
    guest.open("/reading")
    guest.choose("theme", "dark")
    guest.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    assert guest.line.run("return getComputedStyle(document.documentElement).getPropertyValue('--ink')") == "#000"
    assert guest.line.run("return getComputedStyle(document.documentElement).getPropertyValue('--red')") == "#931515"
    guest.driver.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
    guest.line.run("localStorage.clear()")


def test_without_scripts_the_page_says_where_the_browser_has_the_same(comes: Comes) -> None:
    guest = comes(None, "en", Mode(320, scripts=False))
    guest.open("/reading")
    assert "scripts are turned off in your browser" in guest.text()
    assert "How large should the text be?" not in guest.text()
    for name in ("Chrome", "Safari", "Firefox", "Android", "iOS"):
        assert name in guest.text()
