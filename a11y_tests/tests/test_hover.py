"""Hover: what appears under a pointer and cannot be pointed at or sent away; and what can."""

import pytest

from a11y_tests.tests.conftest import Look

HEAD = "<h1>Register a dog</h1>"
TIP = (
    '<p style="position:relative"><a href="/x" id=a>Chip</a> <b id=t>Fifteen digits</b></p><p>Words that lie below</p>'
)
CLOSE = "#t { visibility: hidden; position: absolute; left: 0; top: 100%; padding-bottom: 40px; background: Canvas } "
SHOW = "#a:hover + #t { visibility: visible }"
FAR = "#t { top: 300px; left: 500px }"
STAY = "#a:hover + #t, #t:hover { visibility: visible } #a { padding-block: 20px }"
ESCAPE = (
    "<script>const t = document.getElementById('t'), s = on => t.style.visibility = on ? 'visible' : 'hidden';"
    "for (const e of [document.getElementById('a'), t]) {"
    " e.onmouseenter = () => s(true); e.onmouseleave = () => s(false) }"
    "addEventListener('keydown', e => e.key === 'Escape' && s(false))</script>"
)


def says(look: Look, main: str, style: str) -> list[tuple[str, str, str]]:
    found = look("hover", HEAD + main, style=style)
    return [(finding.criterion, finding.selector, finding.severity) for finding in found]


def test_what_is_gone_before_the_pointer_reaches_it_is_found(look: Look) -> None:
    assert says(look, TIP, CLOSE + SHOW + FAR) == [("1.4.13", "#t", "serious")]


def test_what_lies_over_words_and_does_not_go_is_found(look: Look) -> None:
    assert says(look, TIP, CLOSE + STAY) == [("1.4.13", "#t", "moderate")]


def test_a_tooltip_made_by_the_style_alone_does_not_go_either(look: Look) -> None:
    style = "#a { position: relative } #a:hover::after { content: 'Fifteen digits'; position: absolute; top: 100% }"
    assert says(look, TIP.replace("<b id=t>Fifteen digits</b>", ""), style) == [("1.4.13", "#a", "moderate")]


MENU = "<div class=menu><p>More</p><p class=inner><a href=/x id=a>Chips</a></p></div>"
OPEN = ".inner { display: none } .menu:hover .inner { display: block }"


def test_links_that_only_a_pointer_brings_are_found(look: Look) -> None:
    assert says(look, MENU, OPEN) == [("2.1.1", "#a", "serious")]


@pytest.mark.parametrize(
    ("main", "style"),
    [
        (MENU.replace("<p>More</p>", "<p><a href=/more>More</a></p>"), OPEN),
        (TIP + ESCAPE, CLOSE.replace("top: 100%", "top: 20px")),
        (TIP, "#t { visibility: hidden } p:hover #t { visibility: visible }"),
        ('<h2>Fees <a href="#f" id=f>¶</a></h2>', "h2 a { opacity: 0 } h2:hover a { opacity: 1 }"),
        (TIP, "#a:hover { color: red; opacity: .9 } #a:hover + #t { opacity: .9 }"),
        ('<p title="Fifteen digits">Chip</p>', ""),
    ],
)
def test_what_can_be_pointed_at_and_sent_away_is_fine(look: Look, main: str, style: str) -> None:
    assert says(look, main, style) == []
