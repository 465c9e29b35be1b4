"""Dialogs take the focus and give it back."""

import pytest

from a11y_tests.tests.conftest import Look

HEAD = "<h1>Register a dog</h1>"
OPENER = "<button type=button id=o aria-haspopup=dialog onclick=\"document.getElementById('d').{does}\">Open</button>"
DIALOG = "<dialog id=d aria-label=Rules {a}><p>Rules</p><button type=button>Good</button></dialog>"
OWN = (
    "<button type=button id=o aria-haspopup=dialog>Open</button>"
    "<div role=dialog aria-modal=true aria-label=Rules id=d hidden><button type=button id=g>Good</button></div><script>"
    "const d = document.getElementById('d'), o = document.getElementById('o');"
    "o.onclick = () => {{ d.hidden = false; {opened} }};"
    "addEventListener('keydown', e => {{ if (e.key === 'Escape') {{ d.hidden = true; {closed} }} }})</script>"
)


def says(look: Look, main: str) -> list[tuple[str, str, str]]:
    return [(finding.criterion, finding.selector, finding.message) for finding in look("dialogs", HEAD + main)]


FOCUS_IN = "document.getElementById('g').focus()"


@pytest.mark.parametrize(
    ("main", "where", "said"),
    [
        (OWN.format(opened="", closed="o.focus()"), "#d", "stays outside"),
        (OWN.format(opened=FOCUS_IN, closed=""), "#o", "is lost"),
        (OWN.format(opened=FOCUS_IN, closed="document.querySelector('header a').focus()"), "#o", "goes to"),
        (OPENER.format(does="showModal()") + DIALOG.format(a='onclose="setTimeout(() => o.blur())"'), "#o", "is lost"),
    ],
)
def test_a_focus_that_goes_astray_is_found(look: Look, main: str, where: str, said: str) -> None:
    found = says(look, main)
    assert [(criterion, selector) for criterion, selector, _ in found] == [("2.4.3", where)]
    assert said in found[0][2]


def test_a_dialog_that_stays_when_escape_is_pressed_is_mentioned(look: Look) -> None:
    stubborn = OPENER.format(does="showModal()") + DIALOG.format(a='oncancel="event.preventDefault()"')
    found = look("dialogs", HEAD + stubborn)
    assert [(finding.criterion, finding.severity) for finding in found] == [("", "minor")]


@pytest.mark.parametrize(
    "main",
    [
        OPENER.format(does="showModal()") + DIALOG.format(a=""),
        OPENER.format(does="show()") + DIALOG.format(a=""),
        OWN.format(opened=FOCUS_IN, closed="o.focus()"),
        OWN.format(opened=FOCUS_IN, closed="o.remove(); document.querySelector('header a').focus()"),
        '<button type=button popovertarget=p>More</button><div id=p popover><a href="/x">Words</a></div>',
        "<button type=button aria-haspopup=dialog>Opens nothing yet</button>",
    ],
)
def test_a_dialog_that_gives_the_focus_back_is_fine(look: Look, main: str) -> None:
    assert says(look, main) == []
