"""Papers as people send them: PDFs with a sentence a page, photographs."""

import io

from PIL import Image


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


def size(png: bytes) -> tuple[int, int]:
    return Image.open(io.BytesIO(png)).size
