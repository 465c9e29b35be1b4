"""Papers as people send them: PDFs with a sentence a page, photographs."""

import io
import random

import segno
from PIL import Image
from PIL.PngImagePlugin import PngInfo


def pdf(*pages: str) -> bytes:
    """A PDF with a sentence on each page (A5, lying)."""
    leaves = "".join(
        f"{4 + 2 * place} 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 595 420]/Contents {5 + 2 * place} 0 R"
        f"/Resources<</Font<</F 3 0 R>>>>>> endobj\n{5 + 2 * place} 0 obj <</Length {len(_written(words))}>> stream\n"
        f"{_written(words)}\nendstream endobj\n"
        for place, words in enumerate(pages)
    )
    kids = " ".join(f"{4 + 2 * place} 0 R" for place in range(len(pages)))
    return (
        "%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
        f"2 0 obj <</Type/Pages/Count {len(pages)}/Kids[{kids}]>> endobj\n"
        "3 0 obj <</Type/Font/Subtype/Type1/BaseFont/Helvetica>> endobj\n"
        f"{leaves}trailer <</Root 1 0 R>>\n%%EOF\n"
    ).encode()


def _written(words: str) -> str:
    return f"BT /F 24 Tf 40 300 Td ({words}) Tj ET"


def scanned(*pages: str, turned: float = 0, noise: int = 0, dots: int = 150) -> bytes:
    """A PDF as a scanner makes it: A4 pages that are pictures, each with this code in it, or blank for ""; every page
    lies so many degrees askew, and of a thousand dots so many are wrong."""
    leaves = []
    for words in pages:
        leaf = Image.new("L", (round(8.27 * dots), round(11.69 * dots)), 255)
        if words:
            written = io.BytesIO()
            segno.make(words, micro=False).save(written, kind="png", scale=max(1, dots // 25), border=4)
            leaf.paste(Image.open(written).convert("L"), (dots, 2 * dots))
        leaf = leaf.rotate(turned, resample=Image.Resampling.BICUBIC, expand=True, fillcolor=255)
        leaves.append(_dirtied(leaf, noise))
    made = io.BytesIO()
    leaves[0].save(made, "PDF", save_all=True, append_images=leaves[1:], resolution=dots)
    return made.getvalue()


def _dirtied(leaf: Image.Image, noise: int) -> Image.Image:
    chance = random.Random(9)
    for _ in range(leaf.width * leaf.height * noise // 1000):
        leaf.putpixel((chance.randrange(leaf.width), chance.randrange(leaf.height)), chance.randrange(256))
    return leaf


def locked() -> bytes:
    """A PDF with a password that nobody has."""
    lock = f"<</Filter/Standard/V 1/R 2/P -4/O<{'ab' * 32}>/U<{'cd' * 32}>>>"
    return pdf("One").replace(b"/Root 1 0 R", f"/Root 1 0 R/ID[<{'ef' * 16}><{'ef' * 16}>]/Encrypt {lock}".encode())


def photograph(width: int, height: int, *, lying: bool = False) -> bytes:
    """A JPEG, black in its left half; `lying`: the camera says that it was held on its side."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste("black", (0, 0, width // 2, height))
    exif = Image.Exif()
    if lying:
        exif[0x0112] = 6
    written = io.BytesIO()
    picture.save(written, "JPEG", exif=exif)
    return written.getvalue()


def drawing(width: int, height: int, told: PngInfo | None = None) -> bytes:
    """A PNG, half of it to be seen through; `told` is what a program wrote beside it."""
    picture = Image.new("RGBA", (width, height), (0, 0, 160, 128))
    written = io.BytesIO()
    picture.save(written, "PNG", pnginfo=told)
    return written.getvalue()


def size(png: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(png)).size
