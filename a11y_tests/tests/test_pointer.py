"""Pointer: what happens when it comes down, what has to be dragged, what wants two fingers."""

import pytest

from a11y_tests.tests.conftest import Look

OUT = "document.getElementById('out').textContent = 'Done'"
HEAD = "<h1>Register a dog</h1><p id=out>Nothing yet</p>"
LISTEN = "<script>document.getElementById('a').addEventListener('{type}', e => {{ {does} }})</script>"
BUTTON = "<button type=button id=a>Send</button>"


def says(look: Look, main: str) -> list[tuple[str, str, str]]:
    return [(finding.criterion, finding.selector, finding.severity) for finding in look("pointer", HEAD + main)]


@pytest.mark.parametrize(
    ("type_", "does"),
    [
        ("mousedown", OUT),
        ("pointerdown", "location = '/next'"),
        ("pointerdown", "location.hash = 'out'"),
        ("touchstart", OUT),
    ],
)
def test_what_happens_when_the_pointer_comes_down_is_found(look: Look, type_: str, does: str) -> None:
    assert says(look, BUTTON + LISTEN.format(type=type_, does=does)) == [("2.5.2", "#a", "serious")]


def test_what_can_only_be_dragged_is_found(look: Look) -> None:
    items = "<ul><li draggable=true>Ama<li draggable=true>Bo</ul>"
    assert says(look, items) == [("2.5.7", "li:nth-of-type(1)", "serious"), ("2.5.7", "li:nth-of-type(2)", "serious")]


def listed(*rows: str) -> str:
    return f"<ul>{''.join(f'<li draggable=true>{row}' for row in rows)}</ul>"


def test_a_link_in_what_is_dragged_is_no_other_way_to_put_it(look: Look) -> None:
    names = [f"<a href=/{name}>{name}</a>" for name in ("Ama", "Bo", "Che")]
    assert [criterion for criterion, _, _ in says(look, listed(*names))] == ["2.5.7"] * 3
    assert says(look, listed(*(f"{name} <a href=/up>Up</a>" for name in names))) == []
    assert says(look, listed(*(f"{name} <button type=button>Move up</button>" for name in names))) == []


def test_a_handle_that_can_only_be_pulled_is_found(look: Look) -> None:
    handle = "<div><div id=a style='width:48px;height:48px'></div></div>"
    pulled = LISTEN.format(type="pointerdown", does="e.target.setPointerCapture(e.pointerId)")
    assert says(look, handle + pulled) == [("2.5.7", "#a", "serious")]
    assert says(look, handle.replace("</div></div>", "</div><input aria-label=Chips></div>") + pulled) == []


def test_what_wants_two_fingers_is_found(look: Look) -> None:
    pinch = "<div id=a style='height:90px'>A map</div>" + LISTEN.format(type="touchmove", does="e.touches[1].pageX")
    assert says(look, pinch) == [("2.5.1", "#a", "minor")]


SWIPED = LISTEN.format(type="touchstart", does="x = e.touches[0].clientX") + LISTEN.format(type="touchend", does="x")


def test_what_is_only_swiped_is_found(look: Look) -> None:
    strip = "<div><div id=a style='height:90px'>First <a href=/1>news</a></div></div>"
    assert says(look, strip + SWIPED) == [("2.5.1", "#a", "moderate")]
    assert says(look, strip.replace("</div></div>", "</div><button type=button>Next</button></div>") + SWIPED) == []


@pytest.mark.parametrize(
    "main",
    [
        BUTTON + LISTEN.format(type="click", does=OUT),
        BUTTON + LISTEN.format(type="mousedown", does="this.classList.add('pressed')"),
        BUTTON + LISTEN.format(type="mousedown", does="e.preventDefault()"),
        BUTTON.replace("id=a", "id=a aria-haspopup=menu") + LISTEN.format(type="pointerdown", does=OUT),
        BUTTON
        + LISTEN.format(type="mousedown", does=OUT)
        + "<script>addEventListener('mouseup', () => document.getElementById('out').textContent = 'Nothing yet')"
        "</script>",
        "<ul><li draggable=true>Ama <button type=button>Up</button></ul>",
        '<div draggable=true><a href="/x">A card that can be opened too</a></div>',
        "<div id=a>A map <button type=button>+</button><button type=button>-</button></div>"
        + LISTEN.format(type="touchmove", does="e.touches[1].pageX"),
        "<div id=a style='height:90px'>One finger</div>"
        + LISTEN.format(type="touchmove", does="if (e.touches.length > 1) return"),
    ],
)
def test_what_can_be_taken_back_or_done_another_way_is_fine(look: Look, main: str) -> None:
    assert says(look, main) == []
