"""On paper: A4, nothing cut at its edge, the reference on every sheet, nothing that can only be pressed, and large
print for whoever asked for it."""

import base64
from collections.abc import Iterator
from contextlib import ExitStack, closing
from urllib.parse import urljoin

import pytest
from pypdfium2 import PdfDocument, PdfPage, PdfTextPage
from selenium.webdriver.remote.webdriver import WebDriver

from a11y_tests.browser import Browser
from tests.accessibility.answers import BUILDING_PERMIT, apply
from tests.accessibility.post import letter_box
from tests.accessibility.visitor import Visitor
from tests.accessibility.waiting import until
from tests.applying import BY_POST, certificate
from tests.browser.person import Site
from tests.identity.identifying import person

A4 = (595, 842)
LEAST_EDGE = 12  # points; what printers cannot reach
ONLY_TO_PRESS = ("Skip to", "تخطّي", "跳至", "Send message", "Find", "العربية")
SMALLEST = """
return Math.min(...[...document.querySelectorAll("main *")].filter(one => one.checkVisibility()
  && [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
  .map(one => parseFloat(getComputedStyle(one).fontSize) * .75))
"""


@pytest.fixture
def tab(browser: Browser) -> Iterator[WebDriver]:
    with browser.person() as driver:
        yield driver


@pytest.mark.databases("sqlite")
def test_what_is_printed_is_whole_and_says_which_case_it_is_of(tab: WebDriver, site: Site) -> None:
    with ExitStack() as rooms:
        kofi, amina, lin, dan, clara, samir = (
            rooms.enter_context(closing(come(site, key))) for key in ("kofi", "amina", "lin", "dan", "clara", "samir")
        )
        for clerk in (clara, samir):
            clerk.submit("/en/desk/purpose", {"purpose": "look_contact"})
        for locale, one in (("en", kofi), ("ar", amina), ("zh-Hant", lin)):
            case = apply(one, "building-permit", BUILDING_PERMIT, locale)
            sheets = {
                f"/{locale}/cases/{case}": one,
                f"/{locale}/cases/{case}/receipt": one,
                f"/{locale}/desk/cases/{case}/receipt": clara,
                f"/{locale}/desk/cases/{case}": clara,
                f"/{locale}/desk/cases/{case}/cover": clara,
            }
            for path, reader in sheets.items():
                sound(path, printed(tab, site, reader, path), reference=case)
            for path, reader in {f"/{locale}/desk/cases": clara, f"/{locale}/desk/figures": samir}.items():
                sound(path, printed(tab, site, reader, path))

        record = f"/en/desk/people/{person(site.town, 'rosa')}"  # type: ignore[attr-defined]
        for path in (record, f"{record}/mandates", f"{record}/needs"):
            sound(path, printed(tab, site, clara, path))

        dan.submit("/en/me/needs", {"needs": ["large_print", "paper_only"]})
        amina.submit("/ar/me/needs", {"needs": ["large_print"]})
        large = certificate(dan, **BY_POST)
        receipt = printed(tab, site, dan, f"/en/cases/{large}/receipt")
        sound("large receipt", receipt, reference=large)
        assert smallest(tab) >= 18
        slip = clara.submit(f"/en/desk/people/{person(site.town, 'amina')}/codes", {"seen": "passport"})  # type: ignore[attr-defined]
        sound("slip", printed(tab, site, clara, slip))
        assert smallest(tab) >= 18

        with letter_box(site) as box:
            (letter,) = until(
                lambda: [each for each in site.mailbox() if (each["case"], each["channel"]) == (large, "letter")],
                "no letter",
            )
            tab.get(f"{box}/{letter['id']}")
            sound("letter", sheets_of(tab), reference=large)
            assert smallest(tab) >= 18


def come(site: Site, key: str) -> Visitor:
    one = Visitor(site)
    one.submit(site.sign_in(key).removeprefix(site.url))
    return one


def printed(tab: WebDriver, site: Site, reader: Visitor, path: str) -> bytes:
    tab.get(f"{site.url}/healthz")
    tab.delete_all_cookies()
    for cookie in reader.cookies.jar:
        tab.add_cookie({"name": cookie.name, "value": str(cookie.value), "path": "/"})
    tab.get(urljoin(site.url, path))
    return sheets_of(tab)


def sheets_of(tab: WebDriver) -> bytes:
    asked = {"preferCSSPageSize": True, "printBackground": False}
    return base64.b64decode(tab.execute_cdp_cmd("Page.printToPDF", asked)["data"])


def sound(what: str, printed: bytes, reference: str = "") -> None:
    with closing(PdfDocument(printed)) as pages:
        for number, page in enumerate(pages, 1):
            with closing(page.get_textpage()) as text:
                sheet(f"{what}, sheet {number}", page, text, reference)


def sheet(here: str, page: PdfPage, text: PdfTextPage, reference: str) -> None:
    assert tuple(map(round, page.get_size())) == A4, here
    words = text.get_text_range()
    assert words.strip(), f"{here} is empty"
    for place in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(place)
        across = left >= LEAST_EDGE and right <= A4[0] - LEAST_EDGE
        along = bottom >= LEAST_EDGE and top <= A4[1] - LEAST_EDGE
        assert across and along, f"{here}: {text.get_text_bounded(left, bottom, right, top)}"
    named = reference in words or ("/ar/" in here and set(reference) <= set(words))  # a PDF turns Arabic lines about
    assert named, f"{here} does not name {reference}"
    assert not [press for press in ONLY_TO_PRESS if press in words], here


def smallest(tab: WebDriver) -> float:
    """The smallest print of the page that is open, in points."""
    tab.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": "print"})
    try:
        return float(tab.execute_script(SMALLEST))
    finally:
        tab.execute_cdp_cmd("Emulation.setEmulatedMedia", {"media": ""})
