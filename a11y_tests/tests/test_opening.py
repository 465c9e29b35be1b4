"""Whatever a server does is a row in the report, and the page after it is looked at all the same."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from a11y_tests.asking import looking
from a11y_tests.browser import Browser
from a11y_tests.cli import main
from a11y_tests.finding import Finding
from a11y_tests.gate import Gate
from a11y_tests.guidance import entries, guidance
from a11y_tests.modes import Mode
from a11y_tests.tests.awkward import Awkward, awkward, signed_by_nobody
from a11y_tests.tools import Nu
from a11y_tests.visits import Visit

CHEAP = frozenset({"structure", "language"})


@pytest.fixture(scope="module")
def bad() -> Iterator[str]:
    with awkward() as url:
        yield url


@pytest.fixture(scope="module")
def patient_browser() -> Iterator[Browser]:
    with Browser(prompts="dismiss", patience=60) as one:
        yield one


def rows(browser: Browser, nu: Nu, *addresses: str) -> list[Finding]:
    """What is found, with so much patience as a slow machine needs, where the page does not answer at all with less."""
    with browser.person() as driver:
        return [
            found
            for address in addresses
            for found in Gate(nu, checks=CHEAP, patience=3 if address.endswith(ENDLESS) else 60).visit(
                driver, Visit(address, ())
            )
        ]


ENDLESS = ("/late", "/busy")
OTHERS = {"/no-title", "/frames"}  # of which other checks speak
SAID = {
    "/nowhere": "the server answers 404",
    "/sorry": "the server answers 503",
    "/round": "it redirects for ever",
    "/meta": "it leads on to another page for ever",
    "/me": "it leads to /sign-in, which asks to sign in",
    "/mio": "it leads to /acceso, which asks to sign in",
    "/locked": "it asks for a password of the browser",
    "/no-title": "the page has no title",
    "/no-body": "there is nothing on the page",
    "/alert": 'it opens a dialog of the browser (alert): "Hello"',
    "/pdf": "it is application/pdf, not HTML",
    "/words": "it is text/plain, not HTML",
    "/data": "it is application/json, not HTML",
    "/file": "it is a file to be downloaded, not a page",
    "/late": "it does not answer within 3 seconds",
    "/busy": "it does not answer within 3 seconds",
    "/frames": "main parts",
}


@pytest.mark.parametrize(("path", "said"), SAID.items())
def test_what_a_server_does_is_said_and_the_next_page_is_looked_at(
    patient_browser: Browser, nu: Nu, bad: str, path: str, said: str
) -> None:
    found = rows(patient_browser, nu, bad + path, bad + "/fine")
    assert any(said in one.message for one in found), found
    assert {one.page for one in found} == {path}  # the page after it is clean, and was reached


def test_a_page_that_leads_on_a_few_times_by_itself_is_no_finding(patient_browser: Browser, nu: Nu, bad: str) -> None:
    assert not [one for one in rows(patient_browser, nu, bad + "/steps", bad + "/fine") if one.check == "open"]


def test_ten_megabytes_are_not_looked_at(patient_browser: Browser, nu: Nu, bad: str) -> None:
    (found,) = rows(patient_browser, nu, bad + "/large", bad + "/fine")
    assert "its HTML has 10.1 MB; more than 5 MB is not looked at" in found.message


def test_a_dialog_that_comes_late_and_one_that_asks_to_stay_hold_nobody_up(
    patient_browser: Browser, nu: Nu, bad: str
) -> None:
    gate = Gate(nu, checks=frozenset({"focus", "structure"}))
    with patient_browser.person() as driver:
        found = [f for path in ("/stay", "/confirm", "/fine") for f in gate.visit(driver, Visit(bad + path, ()))]
    assert {one.page for one in found if one.check == "open"} <= {"/confirm"}  # if it came before the page was left
    assert gate.pages == ["/stay", "/confirm", "/fine"]


@pytest.mark.parametrize("path", ["/freezes", "/resized"])
def test_a_page_that_stops_answering_while_it_is_looked_at(
    patient_browser: Browser, nu: Nu, bad: str, path: str
) -> None:
    gate = Gate(nu, checks=frozenset({"reflow", "targets"}), patience=2)
    modes = tuple(Mode(width) for width in range(320, 400, 2))
    with patient_browser.person() as driver:
        found = list(gate.visit(driver, Visit(bad + path, modes)))
        assert found[-1].check == "open"
        assert list(replace(gate, patience=60).visit(driver, Visit(bad + "/fine", ()))) == []


class Mortal(Browser):
    def __init__(self, prompts: str) -> None:
        super().__init__(prompts)
        Awkward.ends = lambda: self.socket.send('{"id": 0, "method": "Browser.crash"}')


def test_a_page_that_ends_the_browser_is_a_row_and_the_next_page_is_looked_at(
    bad: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking, "Browser", Mortal)
    (tmp_path / "paths").write_text("/ends\n/fine\n")
    assert main([bad, "--paths", str(tmp_path / "paths"), "--checks", "structure"]) == 1
    told = capsys.readouterr().out
    assert "the browser came to its end while the page was looked at" in told
    assert "1 page looked at" in told


def test_a_site_that_is_down(patient_browser: Browser, nu: Nu) -> None:
    (found,) = rows(patient_browser, nu, "http://127.0.0.1:9/")
    assert found.check == "open"
    assert "it" in found.message or "the site" in found.message


def test_a_certificate_that_nobody_signed(patient_browser: Browser, nu: Nu, tmp_path: Path) -> None:
    with awkward(signed_by_nobody(tmp_path)) as url:
        (found,) = rows(patient_browser, nu, url + "/fine")
    assert "its certificate is not trusted" in found.message


def test_a_form_that_asks_for_an_address_to_send_news_to_is_no_sign_in(
    patient_browser: Browser, nu: Nu, bad: str
) -> None:
    assert not [one for one in rows(patient_browser, nu, bad + "/home") if one.check == "open"]


def test_each_row_says_whom_it_hurts_and_how_to_mend_it_in_its_own_words() -> None:
    said = [guidance("open", "", words) for path, words in SAID.items() if path not in OTHERS]
    assert guidance("open") not in said
    assert guidance("open", "", "the server answers 404") != guidance("open", "", "the server answers 500")
    assert len(set(entries()["open"]["says"])) == len({one["mend"] for one in entries()["open"]["says"].values()})
