"""Change: a page that goes elsewhere because of a focus or a choice; and pages that only answer."""

import pytest

from a11y_tests.browser import Browser
from a11y_tests.checks import EVERY
from a11y_tests.gate import AXE
from a11y_tests.tests.conftest import Look
from a11y_tests.tests.site import Site, page
from a11y_tests.tools import Nu, find
from a11y_tests.view import View

HEAD = "<h1>Register a dog</h1><p id=out>Nothing yet</p>"
SELECT = '<form action=/next><select aria-label=Town id=a onchange="{does}"><option>One<option>Two</select></form>'
RADIOS = (
    "<form action=/next><label><input type=radio name=r id=a {a}> One</label>"
    " <label><input type=radio name=r> Two</label></form>"
)


def says(look: Look, main: str) -> list[tuple[str, str]]:
    return [(finding.criterion, finding.selector) for finding in look("change", HEAD + main)]


@pytest.mark.parametrize(
    ("main", "criterion"),
    [
        ("<button type=button id=a onfocus=\"location = '/next'\">Next</button>", "3.2.1"),
        ("<button type=button id=a onfocus=\"window.open('/next')\">Next</button>", "3.2.1"),
        ('<input aria-label=Chip id=a onfocus="this.blur()">', "3.2.1"),
        (SELECT.format(does="location = '/next'"), "3.2.2"),
        (SELECT.format(does="this.form.submit()"), "3.2.2"),
        (SELECT.format(does="document.querySelector('header a').focus()"), "3.2.2"),
        (RADIOS.format(a='onchange="this.form.requestSubmit()"'), "3.2.2"),
        (
            "<form><label><input type=radio name=r> 1</label> <label><input type=radio name=r checked> 2</label>"
            " <label><input type=radio name=r id=a onclick=\"location = '/next'\"> 3</label></form>",
            "3.2.2",
        ),
        (
            "<form action=/next><label><input type=checkbox id=a onclick=\"window.open('/x')\"> A</label></form>",
            "3.2.2",
        ),
    ],
)
def test_a_page_that_goes_elsewhere_is_found(look: Look, main: str, criterion: str) -> None:
    assert says(look, main) == [(criterion, "#a")]


@pytest.mark.parametrize(
    "main",
    [
        SELECT.format(does="document.getElementById('out').textContent = this.value"),
        SELECT.format(does="history.replaceState(null, '', '?town=' + this.value)"),
        SELECT.format(does="document.getElementById('out').innerHTML = '<button>Look</button>'"),
        RADIOS.format(a=""),
        "<button type=button onfocus=\"document.getElementById('out').textContent = 'A hint'\">Send</button>",
        "<details><summary>More</summary><p>Words</p></details><form action=/next><button>Send</button></form>",
    ],
)
def test_a_page_that_answers_and_stays_is_fine(look: Look, main: str) -> None:
    assert says(look, main) == []


def test_choices_are_taken_back(browser: Browser, nu: Nu, site: Site) -> None:
    form = (
        "<form><select name=s aria-label=S><option>1<option selected>2</select> <label><input type=checkbox name=c> C"
        "</label> <label><input type=radio name=r value=1> 1</label> <label><input type=radio name=r value=2> 2</label>"
        "</form>"
    )
    state = "return [...new FormData(document.forms[0])].join('&')"
    with browser.person() as driver:
        driver.get(site.put("/choices", page(HEAD + form)))
        before = driver.execute_script(state)
        assert list(EVERY["change"](View(driver, nu, find(AXE)))) == []
        assert driver.execute_script(state) == before == "s,2"
