"""Targets: a small one names the criterion that it fails, and what WCAG lets be is let be."""

import pytest

from a11y_tests.tests.conftest import Look

SMALL = "min-height:0;height:20px;width:20px;padding:0;font-size:12px;border:0"
ROW = "display:flex;gap:{gap}px"


def two(gap: int) -> str:
    buttons = "".join(f'<button type="button" aria-label="{name}" style="{SMALL}"></button>' for name in ("Up", "Down"))
    return f'<h1>Order</h1><div style="{ROW.format(gap=gap)}">{buttons}</div>'


def test_two_small_buttons_side_by_side_are_too_near(look: Look) -> None:
    found = look("targets", two(0))
    assert {finding.criterion for finding in found} == {"2.5.8"}
    assert len(found) == 2
    assert "button:nth-of-type" in found[0].selector


def test_with_room_around_them_they_are_small_only_for_the_higher_level(look: Look) -> None:
    assert {finding.criterion for finding in look("targets", two(6))} == {"2.5.5"}


SPARED = [
    '<a href="/a" style="min-height:0;height:20px;width:20px">A</a><a href="/b" style="min-height:0;height:0"></a>',
    '<a href="/a" style="min-height:0;height:15px">A</a> <a href="/a" style="min-height:0;height:15px">Also A</a>',
    '<div><input type="checkbox" aria-label="One"><input type="checkbox" aria-label="Two"></div>',
    '<a href="/a" style="position:fixed;top:0;left:0;width:90px;height:90px">Under</a><div style="position:fixed;'
    'top:0;left:0;width:200px;height:95px;background:Canvas"><a href="/b" style="min-height:0;height:20px">B</a></div>',
    '<p>Words with a <a href="/a" style="font-size:12px">link</a><a href="/b" style="font-size:12px">s</a> inside.</p>',
]


@pytest.mark.parametrize("main", SPARED)
def test_it_spares_what_wcag_spares(look: Look, main: str) -> None:
    assert "2.5.8" not in {finding.criterion for finding in look("targets", f"<h1>Spared</h1>{main}")}


HEADING = '<h1>Dogs</h1><h2 style="width: 9em; font-size: 24px; line-height: {}">{}</h2>'
LINK = '<a href="/a" style="display: inline; font: 24px/1 sans-serif">Register all of your dogs at once</a>'


@pytest.mark.parametrize(("lines", "found"), [(1, 0), (2, 1)])
def test_lines_of_a_link_without_room_between_them_are_one_target(look: Look, lines: int, found: int) -> None:
    assert len(look("targets", HEADING.format(lines, LINK))) == found


ICON = (
    '<a href="/{0}" aria-label="{0}" style="display: inline; min-height: 0"><span style="{1}; height: 9px"></span> </a>'
)


@pytest.mark.parametrize(("style", "count"), [("display: inline-block; width: 32px", 0), ("padding: 0 4px", 2)])
def test_axe_is_heard_about_targets_where_the_circle_of_wcag_meets_another(look: Look, style: str, count: int) -> None:
    icons = ICON.format("print", style) + ICON.format("source", style)
    found = look("axe", f"<h1>Dogs</h1><div>{icons}</div>")
    assert len([one for one in found if one.message.startswith("target-size")]) == count
