"""How much of the screen changes when an element gets the focus: photographed with it and without it."""

import base64
import io
from collections import Counter
from dataclasses import dataclass, replace
from typing import Any

from PIL import Image, ImageChops

from .colours import contrast
from .line import Line

# Neither a blinking caret nor a half finished transition is a ring.
STILL = """
const sheet = new CSSStyleSheet();
sheet.replaceSync("*, ::before, ::after { transition: none !important; caret-color: transparent !important }");
sheet.gate = "still";
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
"""
LOOSE = "document.adoptedStyleSheets = document.adoptedStyleSheets.filter(s => s.gate !== 'still');"
BLUR = "window.gateRinged = document.activeElement; window.gateRinged.blur();"
BACK = "window.gateRinged.focus({preventScroll: true, focusVisible: true});"
MARGIN = 14  # px of its surroundings that an area holds, see scripts/focus_here.js
NOTICED = 12  # a change of a colour channel by less is noise


@dataclass(frozen=True)
class Change:
    pixels: int  # that change at all
    strong: int  # that change by a contrast of 3 or more
    contrast: float  # of the change that most pixels make
    whole: bool = True  # all around it lies in the window


def measure(page: Line, area: list[int]) -> Change:
    """Around whatever has the focus now, which keeps it."""
    page.run(STILL)
    try:
        focused = shot(page)
        page.run(BLUR)
        try:
            plain = shot(page)
        finally:
            page.run(BACK)
    finally:
        page.run(LOOSE)
    left, top, right, bottom = area
    box = (max(left, 0), max(top, 0), min(right, focused.width), min(bottom, focused.height))
    if box[2] <= box[0] or box[3] <= box[1]:
        return Change(0, 0, 1)
    change = compare(focused.crop(box), plain.crop(box))
    return replace(change, whole=all(abs(a - b) <= MARGIN for a, b in zip(box, area, strict=True)))


def compare(focused: Image.Image, plain: Image.Image) -> Change:
    changed = ImageChops.difference(focused, plain).getbbox()
    if not changed:
        return Change(0, 0, 1)
    pairs: Counter[Any] = Counter(zip(pixels(focused, changed), pixels(plain, changed), strict=True))
    different = {pair: n for pair, n in pairs.items() if max(abs(a - b) for a, b in zip(*pair, strict=True)) > NOTICED}
    if not different:
        return Change(0, 0, 1)
    ratios = {pair: contrast(*pair) for pair in different}
    strong = sum(n for pair, n in different.items() if ratios[pair] >= 2.95)
    return Change(sum(different.values()), strong, ratios[max(different, key=lambda pair: different[pair])])


def pixels(picture: Image.Image, box: tuple[int, int, int, int]) -> list[tuple[int, int, int]]:
    data = picture.crop(box).tobytes()
    return list(zip(data[::3], data[1::3], data[2::3], strict=True))


def shot(page: Line) -> Image.Image:
    data = page.execute_cdp_cmd("Page.captureScreenshot", {"format": "png", "optimizeForSpeed": True})["data"]
    return Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")
