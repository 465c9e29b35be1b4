"""Reads one scanned paper in a process of its own, with little memory and time: a file from outside may be anything.

Reads the file from standard input and writes to standard output. Knows nothing of the rest of the house.

  reader.py look PAGE                 {"pages": how many, "text": what the page says} as JSON
  reader.py picture PAGE WIDTH TURN   the page as PNG, so many pixels wide, turned clockwise by so many degrees

  reader.py texts 1                   what each page says, the codes in its picture first, as JSON; nothing where there
                                      are more pages than one may send
  reader.py cut PAGE LAST TURN        these pages as a PDF of their own, turned clockwise by so many degrees

Ends with 3 where the file cannot be read, with 4 where it has no such page, with 5 where a password protects it.
"""

import io
import json
import math
import resource
import sys
import time
from typing import Any

UNREADABLE, NO_PAGE, LOCKED = 3, 4, 5
MEMORY = 1024 * 1024 * 1024
SECONDS = 20
MOST_PIXELS = 60_000_000
MOST_PAGES = 100
DOTS = 150
"""To the inch: at so many the code of a cover sheet is read, and few pages take longer than a blink."""
LARGEST = 4_000_000
"""Dots of a page that is looked at for codes; a larger one is looked at less closely."""
SEARCH = 12.0
"""Seconds of work after which no further page is looked at for codes."""
PDF = b"%PDF"


def main(arguments: list[str]) -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    act, page, *rest = arguments
    content = sys.stdin.buffer.read()
    read = _pdf if PDF in content[:1024] else _image
    try:
        made = read(content, act, int(page) - 1, *(int(number) for number in rest))
    except IndexError:
        return NO_PAGE
    except Exception as problem:  # whatever a library makes of a broken file
        print(f"{type(problem).__name__}: {problem}", file=sys.stderr)
        return LOCKED if "password" in str(problem).lower() else UNREADABLE
    sys.stdout.buffer.write(made)
    return 0


def _pdf(content: bytes, act: str, number: int, width: int = 0, turn: int = 0) -> bytes:
    import pypdfium2

    document = pypdfium2.PdfDocument(content)
    if not 0 <= number < len(document):
        raise IndexError
    if act == "texts":
        return _texts(document)
    if act == "cut":
        return _cut(document, number, width, turn)
    page = document[number]
    if act == "look":
        return _told(len(document), page.get_textpage().get_text_bounded())
    across, down = page.get_size() if turn % 180 == 0 else reversed(page.get_size())
    scale = width / across
    if width * down * scale > MOST_PIXELS:
        raise ValueError("too large")
    return _png(page.render(scale=scale, rotation=turn).to_pil())


def _texts(document: Any) -> bytes:
    pages = len(document)
    texts = [_said(page) for page in document] if pages <= MOST_PAGES else []
    return json.dumps({"pages": pages, "texts": texts}).encode()


def _said(page: Any) -> str:
    """The codes of a page, however it lay in the scanner, then its text, "" for a scan."""
    text = page.get_textpage().get_text_bounded()
    return "\n".join([*_codes(page), text]).strip()


def _codes(page: Any) -> list[str]:
    """What the codes in the picture of a page say."""
    try:
        import zxingcpp
    except ImportError:  # a town without the reader of codes: papers are found by their text, or by hand
        return []
    if time.process_time() > SEARCH:
        return []
    across, down = page.get_size()
    scale = min(DOTS / 72, math.sqrt(LARGEST / (across * down)))
    picture = page.render(scale=scale, grayscale=True).to_pil()
    return [
        found.text
        for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    ]


def _cut(document: Any, first: int, last: int, turn: int) -> bytes:
    import pypdfium2

    if not first < last <= len(document):
        raise IndexError
    made = pypdfium2.PdfDocument.new()
    made.import_pages(document, list(range(first, last)))
    for page in made:
        page.set_rotation((page.get_rotation() + turn) % 360)
    written = io.BytesIO()
    made.save(written)
    return written.getvalue()


def _image(content: bytes, act: str, number: int, width: int = 0, turn: int = 0) -> bytes:
    from PIL import Image, ImageOps

    if number != 0:
        raise IndexError
    Image.MAX_IMAGE_PIXELS = MOST_PIXELS
    picture = Image.open(io.BytesIO(content), formats=("JPEG", "PNG"))
    if act == "look":
        return _told(1, "")
    upright = ImageOps.exif_transpose(picture).rotate(-turn, expand=True)
    upright.thumbnail((width, width * 10))
    return _png(upright)


def _told(pages: int, text: str) -> bytes:
    return json.dumps({"pages": pages, "text": text}).encode()


def _png(picture: object) -> bytes:
    written = io.BytesIO()
    picture.convert("RGB").save(written, "PNG")  # type: ignore[attr-defined]
    return written.getvalue()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
