"""Two photographs: how many pixels change, and how strongly."""

from PIL import Image, ImageDraw

from a11y_tests.indicator import Change, compare

PLAIN = Image.new("RGB", (100, 60), "white")


def ringed(paint: str) -> Image.Image:
    picture = PLAIN.copy()
    ImageDraw.Draw(picture).rectangle((10, 10, 59, 39), outline=paint, width=2)
    return picture


def test_a_ring_of_two_pixels_is_as_large_as_its_perimeter() -> None:
    assert compare(ringed("black"), PLAIN) == Change(pixels=304, strong=304, contrast=21)


def test_a_faint_ring_changes_and_is_not_strong() -> None:
    change = compare(ringed("#cccccc"), PLAIN)
    assert (change.pixels, change.strong) == (304, 0)
    assert 1.5 < change.contrast < 1.7


def test_noise_is_no_change() -> None:
    assert compare(ringed("#fafafa"), PLAIN).pixels == 0
