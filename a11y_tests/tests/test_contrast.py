"""Contrast: it names the criterion that is failed, and is silent where nothing has to be told apart."""

import pytest

from a11y_tests.modes import PLAIN, Mode
from a11y_tests.tests.conftest import Look

WHITE = "background: #fff; color: #000"
NARROW = Mode(320)


def criteria(look: Look, main: str, style: str = "", mode: Mode = PLAIN) -> set[str]:
    found = look("contrast", f"<h1>Register a dog</h1>{main}", style=style, mode=mode)
    return {finding.criterion for finding in found}


@pytest.mark.parametrize(
    ("paint", "criterion"),
    [
        ("color: #888", "1.4.3"),
        ("color: #666", "1.4.6"),
        ("color: #999; font-size: 32px", "1.4.3"),
        ("color: #888; font-size: 32px", "1.4.6"),
        ("color: #888; font-size: 19px; font-weight: bold", "1.4.6"),
    ],
)
def test_a_text_fails_the_lowest_criterion_that_asks_for_more(look: Look, paint: str, criterion: str) -> None:
    assert criteria(look, f'<p style="{paint}">Faint words</p>') == {criterion}


PARTS = [
    '<input aria-label="Chip" style="border: 1px solid #ccc; background: #fff">',
    '<input type="checkbox" aria-label="Chip" style="appearance: none; width: 20px; height: 20px;'
    ' border: 1px solid #ddd">',
    '<select aria-label="Chip" style="border: 1px solid #ddd; background: #fff"><option>A</option></select>',
    '<span role="switch" aria-checked="false" tabindex="0" aria-label="Letters" style="display: block; width: 40px;'
    ' height: 20px; background: #eee"></span>',
]


@pytest.mark.parametrize("part", PARTS)
def test_what_shows_where_a_field_is_has_to_stand_out(look: Look, part: str) -> None:
    assert criteria(look, part, "html, body { background: #fff }") == {"1.4.11"}


ICON = "button { border: 0; background: none; position: absolute; top: 90px } button::before { content: '\\f0c5' }"
BLACK = "html, body { background: #fff } pre { background: #000; height: 90px }"


@pytest.mark.parametrize(("paint", "criteria_failed"), [("#fff", set()), ("#333", {"1.4.11"})])
def test_a_letter_of_a_font_of_icons_is_what_a_button_shows(look: Look, paint: str, criteria_failed: set[str]) -> None:
    code = f'<div style="position: relative"><pre></pre><button aria-label="Copy" style="color: {paint}; top: 20px">'
    assert criteria(look, f"{code}</button></div>", BLACK + ICON) == criteria_failed


OVER = "position: absolute; inset: 0"
FINE = [
    '<p style="position: absolute; top: 0; margin: 0; font: 24px/30px serif; color: #333">Half of it below a bar</p>'
    '<div style="position: absolute; top: 18px; left: 0; right: 0; height: 60px; background: #fff;'
    ' border-top: 3px solid #444"></div>',
    '<p style="color: #767676; font-size: 24px">Large words may be fainter than small ones</p>',
    '<p><label style="color: #bbb">Chip <input disabled style="color: #ccc; border: 1px solid #eee"></label></p>',
    '<p><button aria-disabled="true" style="color: #bbb">Not yet</button></p>',
    f'<div style="position: relative"><p style="color: #ddd">A</p><div style="{OVER}; background: #fff"></div></div>',
    '<p style="background: linear-gradient(90deg, #036, #603); background-clip: text; color: transparent">Cut</p>',
    '<p style="background: #ccc; color: #fff; text-shadow: 0 0 2px #000, 0 0 2px #000">With an edge</p>',
    '<p><button style="border: 1px solid #ddd; background: #fff">Words are enough</button></p>',
    '<p><input aria-label="Chip"> <input type="checkbox" aria-label="As the browser made it"></p>',
    '<p><input aria-label="Chip" style="border: 1px solid #fff; background: #555; color: #fff"></p>',
]


@pytest.mark.parametrize("main", FINE)
def test_it_is_silent_where_all_is_well(look: Look, main: str) -> None:
    assert criteria(look, main, "html, body { background: #fff }") == set()


def test_a_link_that_reaches_over_its_card_hides_no_words(look: Look) -> None:
    card = '<div style="position: relative"><a href="/x">Open</a><p style="color: #999">Faint words in a card</p></div>'
    reach = "div a::after { content: ''; position: absolute; inset: 0 }"
    assert criteria(look, card, reach) == {"1.4.3"}


# A drawing that does not fit makes the page wider than the window; on a phone all of it would be shown smaller.
WIDE = '<div style="width: 700px; height: 20px; background: #fff"></div>'
STRIPES = "".join(
    f'<p style="margin: 0; height: 60px; background: {paint}; color: {ink}">Words</p>'
    for paint, ink in [("#fff", "#000"), ("#000", "#fff")] * 6
)


def test_words_are_where_they_are_photographed_on_a_page_that_is_too_wide(look: Look) -> None:
    assert criteria(look, WIDE + STRIPES, "html, body { background: #fff; color: #000 }", NARROW) == set()
    faint = WIDE + STRIPES + '<p style="color: #999">Faint words</p>'
    assert criteria(look, faint, "html, body { background: #fff; color: #000 }", NARROW) == {"1.4.3"}
