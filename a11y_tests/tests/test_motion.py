"""Motion, sound, flashes; and what people print."""

import base64

import pytest

from a11y_tests.tests.conftest import Look

GO = "@keyframes go { from { transform: none } to { transform: translateX(40px) } }"
BLINK = "@keyframes blink { 50% { opacity: 0 } }"
HEAD = "<h1>Register a dog</h1>"


def says(look: Look, main: str, style: str = "") -> list[tuple[str, str]]:
    return [(finding.criterion, finding.severity) for finding in look("motion", HEAD + main, style=style)]


@pytest.mark.parametrize("lasting", ["1s infinite", "3s 2 alternate"])
def test_what_moves_for_more_than_five_seconds_is_found(look: Look, lasting: str) -> None:
    assert says(look, "<p>Moving words</p>", GO + f"p {{ animation: go {lasting} }}") == [("2.2.2", "serious")]


def test_what_stops_when_the_system_asks_is_minor(look: Look) -> None:
    style = GO + "@media (prefers-reduced-motion: no-preference) { p { animation: go 1s infinite } }"
    assert says(look, "<p>Moving words</p>", style) == [("2.2.2", "minor")]


def test_a_large_part_that_flashes_is_found(look: Look) -> None:
    style = BLINK + "div { animation: blink .2s 20; height: 400px; background: red }"
    assert says(look, "<div></div>", style) == [("2.3.1", "critical")]


@pytest.mark.parametrize(
    ("main", "criteria"),
    [
        ("<marquee>News</marquee>", ["2.2.2"]),
        ('<video autoplay muted loop src="/film"></video>', ["2.2.2"]),
        ('<audio autoplay src="/song"></audio>', ["1.4.2"]),
    ],
)
def test_what_starts_by_itself_is_found(look: Look, main: str, criteria: list[str]) -> None:
    assert [criterion for criterion, _ in says(look, main)] == criteria


def gif(frames: int, forever: bool) -> str:
    frame = bytes.fromhex("21f904043200000000" + "2c00000000010001000002024c01003b")[:-1]
    loop = b"\x21\xff\x0bNETSCAPE2.0\x03\x01" + (b"\x00\x00" if forever else b"\x01\x00") + b"\x00"
    data = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xff\xff\xff\x00\x00\x00" + loop + frame * frames + b"\x3b"
    return (
        f'<img alt="A dog runs" width="90" height="90" src="data:image/gif;base64,{base64.b64encode(data).decode()}">'
    )


def test_a_picture_that_moves_for_ever_is_found(look: Look) -> None:
    assert says(look, gif(3, forever=True)) == [("2.2.2", "serious")]


@pytest.mark.parametrize(
    ("main", "style"),
    [
        ("<p>Moving words</p>", GO + "p { animation: go 1s 3 }"),
        ("<p>Still words</p>", GO + "p { animation: go 1s infinite paused }"),
        ('<div role="progressbar" aria-label="Sending">.</div>', GO + "div { animation: go 1s infinite }"),
        ("<p>Follows the scrolling</p>", GO + "p { animation: go linear; animation-timeline: scroll() }"),
        ("<p>Only counted</p>", "@keyframes n { to { --n: 1 } } p { animation: n 1s infinite }"),
        ("<div></div>", BLINK + "div { animation: blink .2s 20; width: 40px; height: 40px; background: red }"),
        ('<video autoplay muted loop controls src="/film"></video>', ""),
        (gif(3, forever=False), ""),
        (gif(1, forever=True), ""),
    ],
)
def test_what_ends_or_can_be_stopped_is_fine(look: Look, main: str, style: str) -> None:
    assert says(look, main, style) == []


LONG = HEAD + "<p>Tell the town about the dog that lives with you.</p>" * 40


@pytest.mark.parametrize(
    ("style", "said"),
    [
        ("@media print { p { display: none } }", "missing on paper"),
        ("@media print { p { color: #fff; background: #fff } }", "colour of the paper"),
        ("main { height: 600px; overflow: auto }", "cut off"),
    ],
)
def test_what_is_lost_on_paper_is_found(look: Look, style: str, said: str) -> None:
    found = look("print", LONG, style=style)
    assert found
    assert all(said in finding.message for finding in found)


@pytest.mark.parametrize(
    "style",
    [
        "@media print { form, header, h2 { display: none } }",
        "main { height: 600px; overflow: auto } @media print { main { height: auto; overflow: visible } }",
        "body { background: #111; color: #eee } @media print { body { background: #fff; color: #000 } }",
    ],
)
def test_what_is_kept_on_paper_is_fine(look: Look, style: str) -> None:
    assert look("print", LONG, style=style) == []
