"""A small picture of an element that something was said about, taken when it was found; one of those alike."""

import base64
import io
from dataclasses import dataclass, field

from PIL import Image, ImageDraw

from .finding import Finding, Level
from .fingerprint import Fingerprint, alike
from .line import Line, Refused

MOST = 80  # pictures in one report
LARGEST = 60_000  # bytes of one
MARGIN, WIDEST, HIGHEST = 24, 720, 440
PAGE_WIDE = ("html", "body")
BOX = """
let el = null;
try { el = document.querySelector(arguments[0]) } catch { return null }
const box = el && el.getBoundingClientRect();
return box && box.width && box.height ? [box.x + scrollX, box.y + scrollY, box.width, box.height] : null;
"""


@dataclass
class Pictures:
    level: Level = "AAA"  # findings that only a higher one asks for are in no report
    taken: dict[Fingerprint, str] = field(default_factory=dict)
    left: set[Fingerprint] = field(default_factory=set)  # out, because there were enough

    def take(self, line: Line, finding: Finding) -> None:
        key = alike(finding)
        if key in self.taken or finding.selector in PAGE_WIDE or not finding.within(self.level):
            return
        if len(self.taken) >= MOST:
            self.left.add(key)
            return
        box = line.run(BOX, finding.selector)
        if not box:
            return
        try:
            self.taken[key] = shot(line, box)
        except Refused:  # it moved out of the page in between
            return


def shot(line: Line, box: list[float]) -> str:
    left, top = max(box[0] - MARGIN, 0), max(box[1] - MARGIN, 0)
    wide, high = min(box[2] + 2 * MARGIN, WIDEST), min(box[3] + 2 * MARGIN, HIGHEST)
    clip = {"x": left, "y": top, "width": wide, "height": high, "scale": 1}
    asked = {"format": "png", "clip": clip, "captureBeyondViewport": True}
    data = base64.b64decode(line.execute_cdp_cmd("Page.captureScreenshot", asked)["data"])
    with Image.open(io.BytesIO(data)) as picture:
        framed = picture.convert("RGB")
    x, y = box[0] - left, box[1] - top
    draw = ImageDraw.Draw(framed)
    for grown, colour in ((4, "white"), (3, "#b3001b"), (2, "#b3001b"), (1, "white")):
        draw.rectangle((x - grown, y - grown, x + box[2] + grown, y + box[3] + grown), outline=colour)
    return f"data:image/png;base64,{base64.b64encode(packed(framed)).decode()}"


def packed(picture: Image.Image) -> bytes:
    """As few bytes as it takes: fewer colours first, then fewer pixels."""
    while True:
        out = io.BytesIO()
        picture.quantize(64).save(out, "PNG", optimize=True)
        if len(out.getvalue()) <= LARGEST:
            return out.getvalue()
        picture = picture.resize((picture.width * 2 // 3, picture.height * 2 // 3))
