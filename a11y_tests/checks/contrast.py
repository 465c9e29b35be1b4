"""Contrast as it is drawn: the colour of each text against the pixels that lie behind it.

The page is photographed with its letters made invisible, so that pictures, gradients and whatever lies in between
count as they are. Where a text is not in the photograph (scrolled away, shown on focus only) the plain colour behind
it counts; a text that something else covers is left out. Text needs 7:1 (1.4.6), large text 4.5:1; what has less
than 4.5:1, or 3:1 if it is large, fails 1.4.3 too and says so. Borders of fields and drawings that stand alone: 3:1.
"""

from collections.abc import Iterator
from math import ceil, floor
from typing import Any, cast

from PIL import Image

from ..colours import contrast
from ..finding import Finding
from ..indicator import shot
from ..line import Line
from ..modes import PUT_SHEET, TAKE_SHEET, resize
from ..view import View

# What is asked of a text, of a large one, and of a part that is no text: the criterion and its ratio, the lowest first.
ASKED = {
    "text": (("1.4.3", 4.5), ("1.4.6", 7.0)),
    "large": (("1.4.3", 3.0), ("1.4.6", 4.5)),
    "part": (("1.4.11", 3.0),),
}
TALLEST = 15_000  # no screenshot is higher
STRAY = 0.03  # a rule or a rounded corner may touch this much of the space of a line
NO_LETTERS = (
    "*, ::before, ::after, ::placeholder { -webkit-text-fill-color: transparent !important;"
    " text-decoration-color: transparent !important; text-shadow: none !important; caret-color: transparent !important;"
    " transition: none !important } a svg, button svg, summary svg { visibility: hidden !important }"
)
# In forced colours the system paints a text and what lies behind it, unless it refuses.
REFUSE = """
return arguments[0].map(at => getComputedStyle(document.querySelector(at)).forcedColorAdjust === "none")
"""
Colour = list[float] | tuple[float, ...]


def check(view: View) -> Iterator[Finding]:
    """A photograph may show a change half done (what stays on the screen while the window grows): two have to agree."""
    if found := list(too_low(view)):
        again = {(one.criterion, one.selector) for one in too_low(view)}
        yield from (one for one in found if (one.criterion, one.selector) in again)


def too_low(view: View) -> Iterator[Finding]:
    said: set[tuple[str, str]] = set()
    picture, texts = photograph(view)
    for text in texts:
        ratio, behind = lowest(text, picture)
        kind = "large" if text["large"] and text["kind"] == "text" else text["kind"]
        key = (text["selector"], text["text"])
        failed = next((asked for asked in ASKED[kind] if ratio is not None and ratio < asked[1] - 0.005), None)
        if ratio is None or failed is None or key in said:
            continue
        said.add(key)
        criterion, least = failed
        message = f'contrast {ratio:.2f}, less than {least:g}: "{text["text"]}"'
        message += f", {name(text['colour'])} on {name(behind)}"
        yield view.found("contrast", criterion, text["selector"], message)


def photograph(view: View) -> tuple[Image.Image, list[dict[str, Any]]]:
    """The page without its letters, and where they were."""
    driver, mode = view.line, view.mode
    driver.run("document.activeElement.blur(); scrollTo(0, 0)")
    whole = driver.execute_cdp_cmd("Page.getLayoutMetrics", {})["cssContentSize"]["height"]
    bottom = view.ask("lowest", view.only)
    high = mode.height if bottom < mode.height else int(min(max(whole, mode.height), TALLEST))
    if high != mode.height:
        resize(view.line, mode.width, high)
    try:
        texts: list[dict[str, Any]] = view.ask("contrast", view.only)
        if mode.forced_colors:
            refused = view.line.run(REFUSE, [text["selector"] for text in texts])
            texts = [text for text, own in zip(texts, refused, strict=True) if own or text["kind"] == "part"]
        for text in texts:  # below the photograph there is nothing but white
            text["boxes"] = [box for box in text["boxes"] if box[1] + box[3] <= high]
        driver.run(PUT_SHEET, NO_LETTERS, "letters")
        picture = band(driver, mode.width, [box for text in texts for box in text["boxes"]])
    finally:
        driver.run(TAKE_SHEET, "letters")
        if high != mode.height:
            resize(view.line, mode.width, mode.height)
    return picture, texts


def band(driver: Line, width: int, boxes: list[list[float]]) -> Image.Image:
    """The rows of the window in which these lie; they are moved to where they stand in the picture."""
    top = max(floor(min((box[1] for box in boxes), default=0)), 0)
    bottom = ceil(max((box[1] + box[3] for box in boxes), default=0))
    for box in boxes:
        box[1] -= top
    if bottom <= top:
        return Image.new("RGB", (1, 1))
    return shot(driver, clip={"x": 0, "y": top, "width": width, "height": bottom - top, "scale": 1})


def lowest(text: dict[str, Any], picture: Image.Image) -> tuple[float | None, Colour]:
    found = [worst(text["colour"], area) for box in text["boxes"] if (area := cut(picture, box))]
    if not found and text["ground"] and not text["lost"]:
        found = [(drawn(text["colour"], text["ground"]), text["ground"])]
    return min(found, key=lambda pair: pair[0], default=(None, ()))


def cut(picture: Image.Image, box: list[float]) -> Image.Image | None:
    """The space of the letters themselves: a line's box without its upper and lower fifth."""
    left, top, wide, high = box
    area = (round(left), round(top + high * 0.2), round(left + wide), round(top + high * 0.85))
    area = (max(area[0], 0), max(area[1], 0), min(area[2], picture.width), min(area[3], picture.height))
    return picture.crop(area) if area[2] > area[0] and area[3] > area[1] else None


def worst(ink: Colour, area: Image.Image) -> tuple[float, Colour]:
    counted = cast(list[tuple[int, Colour]], area.getcolors(area.width * area.height))
    ranked = sorted((drawn(ink, paint), count, paint) for count, paint in counted)
    allowed = STRAY * area.width * area.height
    for ratio, count, paint in ranked:
        allowed -= count
        if allowed < 0:
            return ratio, paint
    return ranked[-1][0], ranked[-1][2]


def drawn(ink: Colour, behind: Colour) -> float:
    """The contrast of letters that may let through what lies behind them."""
    return contrast([ink[i] * ink[3] + behind[i] * (1 - ink[3]) for i in range(3)], behind)


def name(paint: Colour) -> str:
    return "#" + "".join(f"{round(value):02x}" for value in paint[:3])
