"""What takes long is looked at where it comes for the first time, and a part that looks different is another part."""

from collections.abc import Callable, Iterator

import pytest

from a11y_tests.browser import Browser
from a11y_tests.finding import Finding
from a11y_tests.gate import Gate
from a11y_tests.kinds import Kinds
from a11y_tests.modes import Mode
from a11y_tests.pictures import Pictures
from a11y_tests.tests.site import Site, page
from a11y_tests.tools import Nu

LIGHT = Mode()
Walk = Callable[..., list[Finding]]
FIELD = "<p><label>{} <input name='{}'></label></p>"


@pytest.fixture
def gate(nu: Nu) -> Gate:
    return Gate(nu, checks=frozenset({"contrast"}), kinds=Kinds())


@pytest.fixture
def walk(browser: Browser, site: Site, gate: Gate) -> Iterator[Walk]:
    with browser.person() as driver:

        def look(*pages: str, mode: Mode = LIGHT) -> list[Finding]:
            found: list[Finding] = []
            for whole in pages:
                driver.get(site.put("/page", whole))
                found += [*gate.here(driver), *gate.modes(driver, [mode])]
            return found

        yield look


def asked(gate: Gate) -> int:
    return len(gate.spent["contrast"])


def test_a_page_of_known_parts_is_left_out(walk: Walk, gate: Gate) -> None:
    walk(page("<h1>One</h1>" + FIELD.format("Name", "a")), page("<h1>Two</h1>" + FIELD.format("Street", "b") * 3))
    assert asked(gate) == 1


def test_another_mode_and_another_direction_are_looked_at(walk: Walk, gate: Gate) -> None:
    walk(page())
    walk(page(), mode=Mode(dark=True))
    walk(page(direction="rtl"))
    assert asked(gate) == 3


@pytest.mark.parametrize(
    "style",
    ["h1 { color: #999 }", "main { background: #888 }", "p { font-size: 11px }", "p { opacity: .5 }"],
)
def test_a_part_that_is_drawn_in_another_way_is_looked_at(walk: Walk, gate: Gate, style: str) -> None:
    walk(page(), page(style=style))
    assert asked(gate) == 2


@pytest.mark.parametrize(
    "barrier",
    [
        '<p style="color:#999">Faint</p>',
        "<aside><p>Beside</p></aside>",
        "<p><button disabled>Send</button></p>",
        "<p onclick='go()'>Press</p>",
    ],
)
def test_a_new_part_on_a_page_of_a_known_kind_is_looked_at(walk: Walk, gate: Gate, barrier: str) -> None:
    walk(page(), page("<h1>A</h1><p>Words</p>" + barrier))
    assert asked(gate) == 2


def test_the_server_is_asked_once_for_each_kind_of_address(nu: Nu, browser: Browser, site: Site) -> None:
    gate = Gate(nu, checks=frozenset({"timelimits"}), kinds=Kinds())
    site.heads.clear()
    with browser.person() as driver:
        for path in ("/drafts/17", "/drafts/18", "/cases/17"):
            driver.get(site.put(path, page(), Refresh="60"))
            found = list(gate.here(driver))
            assert [one.criterion for one in found] == ["2.2.1"] * (path != "/drafts/18")
    assert site.heads == ["/drafts/17", "/cases/17"]


def test_new_words_are_photographed_and_only_new_controls_are_pressed(walk: Walk, gate: Gate) -> None:
    gate.checks = frozenset({"contrast", "focus"})
    walk(page("<h1>A</h1>"), page("<h1>A</h1><blockquote>Words</blockquote>"), page("<h1>A</h1><button>Press</button>"))
    assert {check: len(took) for check, took in gate.spent.items()} == {"contrast": 3, "focus": 2}


KNOWN = "<p><a href=/a>One</a></p><p><a href=/b>Two</a></p>"
TRAP = "<script>t.onkeydown = e => { if (e.key === 'Tab') e.preventDefault(); }</script>"


@pytest.mark.parametrize(
    ("added", "criterion"),
    [
        ("<button style='outline: 0'>Three</button>", "2.4.7"),
        (f"<button id=t>Three</button>{TRAP}", "2.1.2"),
        (
            "<div style='display: grid'><button>Three</button><p>A</p><a style='order: -1' href=/c>Four</a></div>",
            "2.4.3",
        ),
    ],
)
def test_a_stop_that_is_new_is_come_to_and_left(walk: Walk, gate: Gate, added: str, criterion: str) -> None:
    gate.checks = frozenset({"focus"})
    assert walk(page("<h1>A</h1>" + KNOWN)) == []
    assert {found.criterion for found in walk(page("<h1>A</h1>" + KNOWN + added))} == {criterion}


def test_a_new_stop_among_many_that_are_known_takes_few_keys(walk: Walk, gate: Gate, browser: Browser) -> None:
    gate.checks = frozenset({"focus"})
    known = page("<h1>A</h1>" + KNOWN * 9)
    counting = "<button>New</button><script>keys = 0; addEventListener('keydown', () => { keys += 1; })</script>"
    walk(known)
    walk(known.replace("</main>", f"{counting}</main>"))
    assert browser.driver.execute_script("return keys") == 2  # to it, and out of the page
    assert gate.stops["/page"] == 20


def test_what_is_pressed_is_pressed_once_in_whichever_colours_and_sizes(walk: Walk, gate: Gate) -> None:
    gate.checks = frozenset({"focus", "keys"})
    for mode in (LIGHT, Mode(dark=True), Mode(dark=True, text=200), Mode(text=200), Mode(320)):
        walk(page("<button>Press</button>"), mode=mode)
    # Walked through in light, in dark, in large letters, in a narrow window; pressed in a wide and in a narrow one.
    assert {check: len(took) for check, took in gate.spent.items()} == {"focus": 4, "keys": 2}


def test_what_is_laid_out_anew_is_laid_out_once_for_each_style(walk: Walk, gate: Gate) -> None:
    gate.checks = frozenset({"motion", "print"})
    lost = "@media print { main { display: none } }"
    pages = page("<h1>A</h1><p>Some words</p>"), page("<h1>B</h1><p>Others</p>"), page("<h1>C</h1><p>D</p>", style=lost)
    assert {found.check for found in walk(*pages)} == {"print"}
    assert {check: len(took) for check, took in gate.spent.items()} == {"motion": 2, "print": 2}


def test_a_barrier_on_the_second_page_is_found(walk: Walk) -> None:
    faint = page('<h1>A</h1><p class="hint" style="color:#999">Faint</p>')
    assert [found.criterion for found in walk(page(), faint)] == ["1.4.3"]


def test_without_kinds_every_page_is_looked_at(walk: Walk, gate: Gate) -> None:
    gate.kinds = None
    walk(page(), page())
    assert asked(gate) == 2


def test_a_picture_is_taken_of_what_was_found(walk: Walk, gate: Gate) -> None:
    gate.pictures = Pictures()
    walk(page('<h1>A</h1><p style="color:#999">Faint</p><p style="color:#999">Faint too</p>'))
    (picture,) = gate.pictures.taken.values()  # one of each kind
    assert picture.startswith("data:image/png;base64,")
    assert 200 < len(picture) < 80_000
