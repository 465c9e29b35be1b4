"""The page stays: it can be made larger, turned, and read for as long as somebody needs."""

import pytest

from a11y_tests.tests.conftest import Look
from a11y_tests.tests.site import CLEAN, page


def viewport(content: str) -> str:
    return page().replace("width=device-width, initial-scale=1", content)


@pytest.mark.parametrize(
    "content",
    [
        "width=device-width, user-scalable=no",
        "width=device-width; maximum-scale=1",
        "width=device-width, user-scalable=0",
    ],
)
def test_a_viewport_that_forbids_to_zoom_is_found(look: Look, content: str) -> None:
    found = look("zoom", whole=viewport(content))
    assert [finding.criterion for finding in found] == ["1.4.4"]
    assert found[0].selector.startswith("head > meta") or found[0].selector.startswith("meta")


def test_a_page_that_does_not_say_that_it_fits_a_small_screen_is_found(look: Look) -> None:
    without = page().replace('<meta name="viewport" content="width=device-width, initial-scale=1">', "")
    for whole in (without, viewport("width=1024")):
        assert [(one.criterion, one.selector) for one in look("zoom", whole=whole)] == [("1.4.10", "html")]


def test_a_body_that_takes_every_touch_is_found(look: Look) -> None:
    assert look("zoom", style="body { touch-action: none }")[0].selector == "body"


@pytest.mark.parametrize(
    "content",
    [
        "width=device-width, maximum-scale=5",
        "initial-scale=1, user-scalable=yes",
        "width = device-width;user-scalable=1.0",
    ],
)
def test_a_viewport_that_lets_people_zoom_is_fine(look: Look, content: str) -> None:
    assert look("zoom", whole=viewport(content)) == []


def test_a_drawing_that_takes_touches_and_a_body_that_waits_for_no_second_tap_are_fine(look: Look) -> None:
    style = "body { touch-action: manipulation } canvas { touch-action: none }"
    assert look("zoom", f"{CLEAN}<canvas></canvas>", style=style) == []


def refreshing(content: str) -> str:
    return page().replace("<title>", f'<meta http-equiv="Refresh" content="{content}"><title>')


@pytest.mark.parametrize(("content", "said"), [("600", "loads itself"), ("900; url=/away", "another page")])
def test_a_page_that_goes_away_is_found(look: Look, content: str, said: str) -> None:
    found = look("timelimits", whole=refreshing(content))
    assert [finding.criterion for finding in found] == ["2.2.1"]
    assert said in found[0].message
    assert "meta" in found[0].selector


def test_a_refresh_after_a_day_or_for_those_without_scripts_is_fine(look: Look) -> None:
    assert look("timelimits", whole=refreshing("86400")) == []
    without = page().replace("<title>", '<noscript><meta http-equiv="refresh" content="5"></noscript><title>')
    assert look("timelimits", whole=without) == []


ONE_WAY = "@media (orientation: {way}) {{ {rule} }}"


def test_a_page_that_shows_itself_one_way_only_is_found(look: Look) -> None:
    style = "#turn { display: none }" + ONE_WAY.format(
        way="landscape", rule="header, main { display: none } #turn { display: block }"
    )
    whole = page(style=style).replace("</body>", "<p id=turn>Please turn your telephone</p></body>")
    found = look("orientation", whole=whole)
    assert [finding.criterion for finding in found] == ["1.3.4"]
    assert "turn your" in found[0].message


def test_a_page_that_is_turned_on_its_side_is_found(look: Look) -> None:
    found = look("orientation", style=ONE_WAY.format(way="portrait", rule="main { transform: rotate(90deg) }"))
    assert [finding.selector for finding in found] == ["#main"]


@pytest.mark.parametrize(
    "rule", ["main { display: flex; flex-flow: row wrap } h2 { display: none }", "main { columns: 2 }"]
)
def test_a_page_that_arranges_itself_anew_is_fine(look: Look, rule: str) -> None:
    assert look("orientation", style=ONE_WAY.format(way="landscape", rule=rule)) == []
