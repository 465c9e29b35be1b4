"""Reflow: text that is cut off at its foot, written over, or left too little room; and what only looks like it."""

import pytest

from a11y_tests.modes import Mode
from a11y_tests.tests.conftest import Look

NARROW = Mode(320)
LONG = "<h1>Dogs</h1>" + "<p>Tell the town about the dog that lives with you.</p>" * 30


def said(look: Look, main: str, style: str = "") -> dict[str, str]:
    return {finding.message: finding.criterion for finding in look("reflow", main, style=style, mode=NARROW)}


def test_text_that_is_cut_off_at_its_foot_is_found(look: Look) -> None:
    found = said(look, LONG, "p { height: 1.6em; overflow: hidden }")
    assert found["some of its text is cut off"]


def test_text_written_over_other_text_is_found(look: Look) -> None:
    over = '<h1>Dogs</h1><p>Tell the town about your dog.</p><p style="margin-top: -44px">All of it at once.</p>'
    assert any("written over" in message for message in said(look, over))


ROLL = """<h1>Dogs</h1><div class=roll tabindex=0 role=region aria-label=Deed>{}
<img alt=Deed src='data:,' width=900></div>"""


def test_a_picture_that_is_scrolled_sideways_is_right_and_words_beside_it_are_not(look: Look) -> None:
    roll = ".roll { overflow: auto } .roll img { max-width: none } .roll p { width: 900px }"
    sideways = "its text has to be scrolled sideways"
    assert sideways not in said(look, ROLL.format(""), roll)
    assert sideways in said(look, ROLL.format("<p>What the deed says, in a line that goes on.</p>"), roll)


def test_bars_that_leave_no_room_at_400_per_cent_are_found(look: Look) -> None:
    found = said(look, LONG, "header { position: sticky; top: 0; height: 140px; background: Canvas }")
    assert [criterion for message, criterion in found.items() if "400 %" in message] == ["1.4.10"]


def test_a_drawer_is_a_bar_where_it_fills_the_window_and_not_where_it_waits_beside_it(look: Look) -> None:
    drawer = LONG + "<nav id=n style='position: fixed; inset-block: 0; left: {}px; width: 300px'>Menu</nav>"
    assert not any("400 %" in message for message in said(look, drawer.format(-1000)))
    assert not any("400 %" in message for message in said(look, drawer.format(-200)))
    assert any("400 %" in message for message in said(look, drawer.format(0)))


HIDDEN = "@media (width < 600px) { .wide { display: none } }"


def test_what_a_narrow_window_does_not_show_at_all_is_found(look: Look) -> None:
    aside = "<h1>Dogs</h1><aside class=wide><h2>Ask a person</h2><p>Come to <a href=/x>the town hall</a></p></aside>"
    found = look("reflow", aside, style=HIDDEN, mode=NARROW)
    assert [(one.criterion, one.selector, one.severity) for one in found] == [("1.4.10", "aside", "moderate")]


def test_a_way_of_the_narrow_window_excuses_one_part_and_no_other(look: Look) -> None:
    way = "<a class=narrow href=/dogs>All dogs</a>"
    parts = "".join(
        f"<ul class=wide id=l{n}><li><a href=/{n}>Rex is the first of the list {n}</a></ul>" for n in (1, 2)
    )
    only = HIDDEN + "@media (width >= 600px) { .narrow { display: none } }"
    found = look("reflow", f"<h1>Dogs</h1>{way}{parts}", style=only, mode=NARROW)
    assert [(one.criterion, one.selector) for one in found] == [("1.4.10", "#l2")]


LINE = f"<h1>Dogs</h1><dl><dt>{'<b>new</b>(<i>dog</i>, '}{'<i>chip</i>, ' * 30})</dt></dl>"


def test_a_line_that_does_not_break_is_one_barrier_whatever_stands_in_it(look: Look) -> None:
    found = look("reflow", LINE, style="dt { white-space: nowrap }", mode=NARROW)
    assert [(one.criterion, one.selector) for one in found] == [("1.4.10", "html"), ("1.4.10", "dt")]


def test_what_is_too_wide_with_more_room_between_letters_only_is_found(look: Look) -> None:
    line = "<h1>Dogs</h1><p>Tell the town about all of your dogs</p>"
    found = look("reflow", line, style="p { white-space: nowrap; font-size: 1rem; margin: 0 }", mode=NARROW)
    assert {one.criterion for one in found} == {"1.4.12", "1.4.4"}


OVERLAY = "position: absolute; inset: 0; background: Canvas"
FINE = [
    (
        '<div style="position: relative; overflow-x: clip"><h1>D</h1><p>Words</p><p style="position: absolute; left: 0;'
        ' top: 0; width: 200px; transform: translateX(-220px)">A drawer that waits beside the page</p></div>',
        "",
    ),
    ("<h1>D</h1><pre><code>" + "ama --of-the-town " * 9 + "</code></pre>", "code { display: block; overflow-x: auto }"),
    (LONG, "header { position: sticky; top: 0; height: 60px; background: Canvas }"),
    (LONG, "h1 { line-height: .9 }"),
    (
        f'<h1>D</h1><div style="position: relative"><p>Under it</p><p style="{OVERLAY}; margin: 0">Cover</p></div>',
        "",
    ),
    ("<h1>D</h1><p>H<sub>2</sub>O and E=mc<sup>2</sup> in <ruby>漢<rt>kan</rt></ruby></p>", ""),
    (
        "<h1>D</h1><p class=wide>Come to the town hall on Monday.</p>"
        "<p class=narrow>Come to the town hall on Monday.</p>",
        HIDDEN + "@media (width >= 600px) { .narrow { display: none } }",
    ),
    ("<h1>D</h1><p>Rex</p><p class=wide>Choose a dog. The list begins with the oldest.</p>", HIDDEN),
    (
        "<h1>D</h1><button aria-expanded=false aria-controls=x>Hours</button>"
        "<p id=x class=wide>Come to the town hall on Monday.</p>",
        HIDDEN,
    ),
    (
        "<h1>D</h1><a class=narrow href=/dogs>All dogs</a>"
        "<ul class=wide><li><a href=/1>Rex is the first of them</a></ul>",
        HIDDEN + "@media (width >= 600px) { .narrow { display: none } }",
    ),
    (
        "<h1>D</h1><table><thead class=wide><tr><th>The name of the dog<th>The day it came</thead>"
        "<tr><td>Rex<td>Monday</table>",
        HIDDEN,
    ),
    (
        '<h1>D</h1><div style="overflow: hidden; height: 200px"><img alt="" style="height: 300px"><p>Words</p></div>',
        "div { display: flex; flex-direction: column-reverse; justify-content: flex-end }",
    ),
]


CUT = "header h2 { white-space: nowrap; overflow: hidden; text-overflow: ellipsis }"


def test_a_title_that_is_cut_off_in_a_bar_is_found_unless_the_page_says_it_in_full(look: Look) -> None:
    title = "How to tell the town about all of the dogs that live with you"
    bar = f"<header><h2>{title}</h2></header><h1>{{}}</h1>"
    assert "some of its text is cut off" in said(look, bar.format("Dogs"), CUT)
    assert said(look, bar.format(title), CUT) == {}


@pytest.mark.parametrize(("main", "style"), FINE)
def test_it_is_silent_where_nothing_is_lost(look: Look, main: str, style: str) -> None:
    assert said(look, main, style) == {}
