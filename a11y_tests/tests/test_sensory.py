"""Colour alone: what is told by nothing else is found, what is told by anything else is not."""

import pytest

from a11y_tests.tests.conftest import Look

TEXT = '<h1>Dogs</h1><p>Tell the town about your dog, see <a href="/a">the number of the chip</a> and the rules.</p>'
FIELDS = (
    '<h1>Dogs</h1><form><label for=a>Name</label> <input id=a required> <label for=b class="{second}">Colour</label>'
    " <input id=b></form>"
)


def test_a_link_that_only_its_colour_tells_is_found(look: Look) -> None:
    found = look("sensory", TEXT, style="p a { text-decoration: none; color: #2b2350 }")
    assert [(finding.criterion, finding.selector) for finding in found] == [("1.4.1", "p > a")]


@pytest.mark.parametrize(
    "style",
    [
        "p a { text-decoration: none; border-bottom: 1px dotted; color: #2b2350 }",
        "p a { text-decoration: none; font-weight: 700; color: #2b2350 }",
        "p a { text-decoration: none; background: linear-gradient(transparent 90%, #000 90%); color: #2b2350 }",
        "p a { text-decoration: none } p a::after { content: ' ↗' }",
        "body { background: #fff } p { color: #000 } p a { text-decoration: none; color: #0a6 }",
    ],
)
def test_a_link_that_shows_itself_in_another_way_is_fine(look: Look, style: str) -> None:
    assert look("sensory", TEXT, style=style) == []


@pytest.mark.parametrize(
    "main",
    [
        '<h1>D</h1><p><a href="/a" style="text-decoration:none">A link that stands alone in its line</a></p>',
        '<h1>D</h1><p>See below all of these: <a href="/a" style="text-decoration:none"><u>chips</u></a> and rules</p>',
        '<h1>D</h1><nav><ul><li>You are in this place <a href="/" style="text-decoration:none">Home</a></ul></nav>',
    ],
)
def test_links_elsewhere_are_fine(look: Look, main: str) -> None:
    assert look("sensory", main) == []


def test_a_field_that_only_a_colour_asks_for_is_found(look: Look) -> None:
    found = look("sensory", FIELDS.format(second=""), style="label[for=a] { color: #a00 }")
    assert [(finding.criterion, finding.selector) for finding in found] == [("1.4.1", "#a")]


@pytest.mark.parametrize(
    "main",
    [
        FIELDS.format(second=""),
        FIELDS.format(second="").replace(">Name<", ">Name *<"),
        FIELDS.format(second="").replace(">Colour<", ">Colour (optional)<"),
    ],
)
def test_a_field_that_words_or_a_sign_ask_for_is_fine(look: Look, main: str) -> None:
    style = "" if "*" not in main and "optional" not in main else "label[for=a] { color: #a00 }"
    assert look("sensory", main, style=style) == []


WRONG = (
    "<h1>Dogs</h1><form><p><label for=a>Name</label> <input id=a aria-invalid=true></p>"
    "<p><label for=b>Colour</label> <input id=b></p></form>"
)
RED = "[aria-invalid] { border-color: #c00 }"


def test_a_mistake_that_only_a_colour_shows_is_found(look: Look) -> None:
    found = look("sensory", WRONG, style=RED)
    assert [(finding.criterion, finding.selector) for finding in found] == [("1.4.1", "#a")]


@pytest.mark.parametrize(
    ("main", "style"),
    [
        (WRONG.replace("aria-invalid=true>", "aria-invalid=true> Write the name of your dog"), RED),
        (WRONG, RED + "[aria-invalid] { border-width: 4px }"),
        (WRONG, ""),
    ],
)
def test_a_mistake_that_words_or_a_shape_show_is_fine(look: Look, main: str, style: str) -> None:
    assert look("sensory", main, style=style) == []


MENU = "<h1>Pets</h1><nav aria-label=Main><a href=/a>Dogs</a> <a href=/b class=on>Cats</a> <a href=/c>Birds</a></nav>"


@pytest.mark.parametrize(
    ("style", "count"), [("color: #700", 1), ("color: #700; font-weight: 700", 0), ("border-bottom: 3px solid", 0)]
)
def test_a_place_in_a_menu_is_not_told_by_colour_alone(look: Look, style: str, count: int) -> None:
    assert len(look("sensory", MENU, style=f"nav a {{ color: #017 }} nav .on {{ {style} }}")) == count
    assert (
        look("sensory", MENU.replace("class=on", "class=on aria-current=page"), style="nav .on { color: #700 }") == []
    )
