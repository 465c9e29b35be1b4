"""Focus: rings as they are drawn, and the order in which the eye meets the stops."""

import pytest

from a11y_tests.modes import Mode
from a11y_tests.tests.conftest import Look

HEAD = "<h1>Register a dog</h1>"
BUTTON = "<button type=button id=a>Send</button>"


def says(look: Look, main: str, style: str = "", mode: Mode | None = None) -> list[tuple[str, str, str]]:
    found = look("focus", HEAD + main, style=style, mode=mode or Mode())
    return [(finding.criterion, finding.selector, finding.severity) for finding in found]


@pytest.mark.parametrize(
    ("main", "style", "expected"),
    [
        (BUTTON, "#a { outline: 0 }", ("2.4.7", "#a", "serious")),
        (f"<div>{BUTTON}</div>", "div { display: inline-block; overflow: hidden }", ("2.4.7", "#a", "serious")),
        (BUTTON, "#a { outline: 0 } #a:focus { background: #e0e0e0 }", ("2.4.13", "#a", "moderate")),
        (BUTTON, "#a { outline: 0 } #a:focus { box-shadow: inset 4px 0 0 #000 }", ("2.4.13", "#a", "moderate")),
        ("<input aria-label=Chip id=a>", "#a { outline: 0 }", ("2.4.13", "#a", "moderate")),
        (BUTTON, "#a:focus { outline-color: #ddd }", ("1.4.11", "#a", "serious")),
    ],
)
def test_a_ring_that_can_hardly_be_seen_is_found(
    look: Look, main: str, style: str, expected: tuple[str, str, str]
) -> None:
    assert says(look, main, style) == [expected]


def test_a_ring_that_is_lost_in_the_dark_only_is_found(look: Look) -> None:
    style = "@media (prefers-color-scheme: dark) { :focus-visible { outline-color: #1a2429 } }"
    assert says(look, BUTTON, style) == []
    assert {criterion for criterion, _, _ in says(look, BUTTON, style, Mode(dark=True))} == {"1.4.11"}


@pytest.mark.parametrize(
    "style",
    [
        "#a { outline: 0 } #a:focus { background: #000; color: #fff }",
        "#a { outline: 0 } #a:focus { filter: invert(1) }",
        "#a { outline: 0; border-color: #ccc } #a:focus { border: 6px double #000 }",
        "#a { outline: 0 } #a:focus { box-shadow: 0 0 0 2px #fff, 0 0 0 5px #06c }",
        "#a { outline: 0; position: relative } #a:focus::after { content: ''; position: absolute; inset: -6px;"
        " border: 3px solid }",
        "#a { outline: revert }",
        "#a { outline: 0; transition: .3s } #a:focus { background: #000 }",
    ],
)
def test_a_ring_of_another_kind_is_fine(look: Look, style: str) -> None:
    assert says(look, BUTTON, style) == []


LINKS = "<div><a href='/a' id=a>One</a> <a href='/b' id=b>Two</a> <a href='/c' id=c>Three</a></div>"


def test_a_stop_that_a_number_puts_first_is_in_the_wrong_place_and_reached(look: Look) -> None:
    numbered = LINKS.replace("id=c", "id=c tabindex=3")
    assert says(look, numbered) == [("2.4.3", "header > a", "serious")]


def test_a_stop_that_stands_above_the_one_before_is_found(look: Look) -> None:
    found = says(look, LINKS, "div { display: flex; flex-direction: column; gap: 12px } #c { order: -1 }")
    assert found == [("2.4.3", "#c", "serious")]


BACK = """<script>document.getElementById('a').addEventListener('keydown', e => {
  if (e.key === 'Tab') { e.preventDefault(); document.querySelector('header a').focus(); } })</script>"""


def test_a_way_that_leads_back_to_the_start_is_found(look: Look) -> None:
    assert says(look, LINKS + BACK) == [("2.1.2", "#a", "critical")]


@pytest.mark.parametrize("style", ["flex-direction: row-reverse", "} #a { order: 1"])
def test_a_row_that_was_turned_round_is_found(look: Look, style: str) -> None:
    found = says(look, LINKS, f"div {{ display: flex; gap: 12px; justify-content: flex-end; {style} }}")
    assert {criterion for criterion, _, _ in found} == {"2.4.3"}


def test_what_lies_wholly_or_half_under_a_bar_is_found(look: Look) -> None:
    bar = "<div style='position:fixed; left:0; right:0; top:{}px; height:300px; background:Canvas'>News</div>"
    at = f"<div style='position:absolute; top:300px; height:48px'>{BUTTON}</div>"
    assert ("2.4.11", "#a", "serious") in says(look, at + bar.format(200))
    assert ("2.4.12", "#a", "moderate") in says(look, at + bar.format(325))


def test_what_lies_under_a_layer_that_shows_nothing_is_not_covered(look: Look) -> None:
    at = f"<div style='position:absolute; top:300px; height:48px'>{BUTTON}</div>"
    layer = "<div style='position:fixed; inset:0; {}'></div>"
    assert says(look, at + layer.format("")) == []
    assert ("2.4.11", "#a", "serious") in says(look, at + layer.format("background: #8888"))


def test_what_has_the_focus_out_of_view_is_found(look: Look) -> None:
    assert says(look, BUTTON, "#a { position: absolute; left: -999px }") == [("2.4.7", "#a", "serious")]


@pytest.mark.parametrize(
    "style",
    [
        "div { columns: 2 } div a { display: block }",
        "div { display: flex; flex-flow: column wrap; height: 110px; width: 400px }",
        "div { display: grid; grid-template-columns: 1fr 1fr }",
        "div { position: relative; padding-top: 60px } #c { position: absolute; top: 0; right: 0 }",
        "div { direction: rtl; display: flex; gap: 12px }",
    ],
)
def test_columns_rows_and_corners_are_fine(look: Look, style: str) -> None:
    assert says(look, LINKS, style) == []


AWAY = '<p style="width: 400px">The dog<a id=a href="/x" style="margin-left: {}px">lives with me</a></p>'


def test_on_a_page_that_is_too_wide_a_part_of_the_stop_in_view_is_enough(look: Look) -> None:
    assert says(look, AWAY.format(190), mode=Mode(320)) == []


def test_a_stop_that_waits_outside_the_window_is_found(look: Look) -> None:
    outside = '<a id=a href="/x" style="position: absolute; left: -900px">Wait</a>'
    assert ("2.4.7", "#a", "serious") in says(look, outside + AWAY.format(0).replace("id=a", "id=b"), mode=Mode(320))


SIDE = f"<div style='overflow-y: auto; margin-left: -16px'>{BUTTON}</div>"


def test_a_stop_with_its_edge_beside_the_window_is_in_view_and_one_with_most_of_it_there_is_not(look: Look) -> None:
    style = "#a { width: 200px; margin-left: %dpx; outline-offset: -6px }"
    assert says(look, SIDE, style % -4) == []
    assert ("2.4.7", "#a", "serious") in says(look, SIDE, style % -150)


def test_a_stop_as_wide_as_the_window_that_waits_beside_it_is_found(look: Look) -> None:
    assert says(look, BUTTON, "#a { position: absolute; left: -2000px; width: 1300px }") == [("2.4.7", "#a", "serious")]


SLOTS = f"""<div id=host>{LINKS[5:-6]}</div><script>
host.attachShadow({{mode: "open"}}).innerHTML = "<slot name=first></slot> <slot></slot>";
c.slot = "first";</script>"""


def test_the_order_of_slots_is_the_order_of_the_eye(look: Look) -> None:
    assert says(look, SLOTS) == []
    numbered = SLOTS.replace("id=b", "id=b tabindex=3")
    assert {criterion for criterion, _, _ in says(look, numbered)} == {"2.4.3"}
