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
# Where it is scrolled to, and its size; as if it lay sideways where it is enlarged.
WINDOW = "return [visualViewport.scale === 1 ? scrollX : 1, scrollY, innerWidth, innerHeight]"
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
    *_, wide, high = window = page.run(STILL + WINDOW)
    try:
        box = (max(area[0], 0), max(area[1], 0), min(area[2], wide), min(area[3], high))
        if box[2] <= box[0] or box[3] <= box[1]:
            return Change(0, 0, 1)
        focused = cut(page, box, window)
        page.run(BLUR)
        try:
            plain = cut(page, box, window)
        finally:
            page.run(BACK)
    finally:
        page.run(LOOSE)
    change = compare(focused, plain)
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


def cut(page: Line, box: tuple[int, int, int, int], window: list[int]) -> Image.Image:
    """A part of the window, which is photographed in a fifth of the time; all of it where the page lies sideways."""
    left, top = window[:2]
    if left:
        return shot(page).crop(box)
    clip = {"x": box[0], "y": box[1] + top, "width": box[2] - box[0], "height": box[3] - box[1], "scale": 1}
    return shot(page, clip=clip)


def shot(page: Line, **more: Any) -> Image.Image:
    asked = {"format": "png", "optimizeForSpeed": True, **more}
    data = page.execute_cdp_cmd("Page.captureScreenshot", asked)["data"]
    return Image.open(io.BytesIO(base64.b64decode(data))).convert("RGB")
