"""Pictures are kept without what a camera wrote about them, and are the same to the eye, bit by bit."""

import hashlib
import io
import struct
import subprocess
import sys

import pytest
from PIL import Image, ImageOps
from PIL.PngImagePlugin import PngInfo

from app.kit import blobs, pictures
from app.kit.towns import Town
from tests.papers import drawing, photograph

pytestmark = pytest.mark.databases("sqlite")

ASIDE = 6
CANARY = b"Zyxcanary"


def snapshot(held: int = 1, **more: object) -> bytes:
    """What a telephone sends: the place, the day, the device, a small copy, a comment, a film after the end."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0132], exif[0x0112] = "Zyxcanary Phone", "2026:11:28 09:30:00", held
    exif.get_ifd(0x8825).update({1: "N", 2: (36.0, 43.0, 21.5), 3: "W", 4: (4.0, 25.0, 12.25)})
    picture = Image.frombytes("RGB", (90, 60), bytes(range(256)) * 63 + bytes(72))
    written = io.BytesIO()
    told = {"exif": exif, "comment": CANARY, "xmp": b"<x:xmpmeta>Zyxcanary</x:xmpmeta>", "icc_profile": b"colours"}
    picture.save(written, "JPEG", **{**told, **more})  # type: ignore[arg-type]
    return written.getvalue() + b"film" + CANARY


def read_back(town: Town, content: bytes) -> tuple[blobs.Received, bytes]:
    received = blobs.receive(town, io.BytesIO(content), "beach.jpg")
    return received, b"".join(blobs.parts(town, received))


def test_place_day_and_device_do_not_reach_the_store(town: Town) -> None:
    content = snapshot()
    assert Image.open(io.BytesIO(content)).getexif().get_ifd(0x8825)
    received, kept = read_back(town, content)
    assert (received.size, received.sha256) == (len(kept), hashlib.sha256(kept).hexdigest())
    assert CANARY not in kept
    assert b"Exif" not in kept
    picture, before = Image.open(io.BytesIO(kept)), Image.open(io.BytesIO(content))
    assert dict(picture.getexif()) == {}
    assert picture.info["icc_profile"] == before.info["icc_profile"]
    assert picture.tobytes() == before.tobytes()


@pytest.mark.parametrize("held", range(2, 9))
def test_a_picture_stands_upright_as_it_did(town: Town, held: int) -> None:
    content = snapshot(held, progressive=True)
    _, kept = read_back(town, content)
    picture, before = (ImageOps.exif_transpose(Image.open(io.BytesIO(each))) for each in (kept, content))
    assert dict(Image.open(io.BytesIO(kept)).getexif()) == {0x0112: held}
    assert CANARY not in kept
    assert (picture.size, picture.tobytes()) == (before.size, before.tobytes())


def test_a_drawing_keeps_what_can_be_seen_through_and_no_words(town: Town) -> None:
    told = PngInfo()
    told.add_text("Author", "Zyxcanary")
    told.add_itxt("XML:com.adobe.xmp", "Zyxcanary", zip=True)
    content = drawing(20, 10, told) + CANARY
    _, kept = read_back(town, content)
    assert kept == drawing(20, 10)


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xd8\xff",
        b"\xff\xd8\xff\xe1\x00\x10Exif",
        b"\xff\xd8\xff\xe1\x00\x00",
        b"\xff\xd8\xff\xd9",
        b"\xff\xd8\xff\xe0\xff\xffJFIF",
        b"\x89PNG\r\n\x1a\n",
        b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffIHDR",
        drawing(20, 10)[:-20],
        b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00",
        b"\x00\x00\x00\x00ftypheic",
    ],
)
def test_what_cannot_be_read_to_its_end_is_not_kept(town: Town, content: bytes) -> None:
    received = blobs.receive(town, io.BytesIO(content), "beach.jpg")
    assert (received.type, received.parts) == ("", 0)


def test_no_bytes_at_all_make_it_stumble() -> None:
    for content, kind in ((snapshot(ASIDE), "image/jpeg"), (drawing(9, 9), "image/png"), (heic(), "image/heic")):
        for cut in range(min(len(content), 900)):
            for broken in (content[:cut], content[:cut] + b"\xff" + content[cut + 1 :]):
                try:
                    pictures.bare(kind, broken)
                except pictures.Broken:
                    continue


def test_a_photo_cut_off_on_its_way_is_kept_as_far_as_it_came(town: Town) -> None:
    content = photograph(400, 300)
    _, kept = read_back(town, content[: len(content) * 2 // 3])
    assert kept.startswith(b"\xff\xd8")
    assert kept.endswith(b"\xff\xd9")


def box(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I4s", len(content) + 8, kind) + content


def item(number: int, kind: bytes) -> bytes:
    return box(b"infe", struct.pack(">B3xHH4s", 2, number, 0, kind) + b"\0")


def heic() -> bytes:
    """The boxes of a photo of a telephone: the picture, what the camera wrote, and a box of words inside."""
    exif = struct.pack(">I", 0) + b"MM\0\x2a" + CANARY + bytes(20)
    pictured, told = b"the picture itself", b"<xmp>Zyxcanary</xmp>"
    head = box(b"ftyp", b"heic\0\0\0\0mif1")
    names = box(b"iinf", struct.pack(">IH", 0, 3) + item(1, b"hvc1") + item(2, b"Exif") + item(3, b"mime"))

    def meta(at: int) -> bytes:
        places, start = b"", at
        for number, content in ((1, pictured), (2, exif)):
            places += struct.pack(">HHHHII", number, 0, 0, 1, start, len(content))
            start += len(content)
        places += struct.pack(">HHHHII", 3, 1, 0, 1, 0, len(told))
        located = box(b"iloc", struct.pack(">B3xBBH", 1, 0x44, 0, 3) + places)
        return box(b"meta", bytes(4) + names + located + box(b"idat", told))

    at = len(head) + len(meta(0)) + 8
    return head + meta(at) + box(b"mdat", pictured + exif) + box(b"uuid", bytes(16) + CANARY)


def test_a_photo_of_an_apple_telephone_is_overwritten_in_place(town: Town) -> None:
    content = heic()
    received, kept = read_back(town, content)
    assert (received.type, len(kept)) == ("image/heic", len(content))
    assert content.count(CANARY) == 3
    assert CANARY not in kept
    assert kept.count(b"the picture itself") == 1
    assert kept[: len(content) // 3] == content[: len(content) // 3]


def test_papers_stay_as_they_came(town: Town) -> None:
    content = b"%PDF-1.7\n" + snapshot()
    assert read_back(town, content)[1] == content


def endless() -> dict[str, bytes]:
    """Small files that ask for a great deal of work, by what they repeat."""
    scan, end = b"\xff\xda\x00\x04ab", b"\0\0\0\0IEND\0\0\0\0"
    nowhere = box(b"iinf", struct.pack(">IH", 0, 1) + item(1, b"mime"))
    whole = box(b"iloc", struct.pack(">4xBBH", 0, 0, 9_000) + struct.pack(">HHH", 1, 0, 0xFFFF) * 9_000)
    return {
        "image/jpeg of one byte": b"\xff\xd8" + scan + b"\xff" * 2_000_000 + b"\0",
        "image/jpeg of empty segments": b"\xff\xd8" + b"\xff\xdb\x00\x02" * 200_000 + scan,
        "image/png of empty chunks": pictures._PNG + b"\0\0\0\0IDAT\0\0\0\0" * 200_000 + end,
        "image/heic of one place": box(b"ftyp", b"heic") + box(b"meta", bytes(4) + nowhere + whole),
        "image/heic of empty boxes": box(b"free", b"") * 200_000 + heic(),
    }


@pytest.mark.parametrize("name", endless())
def test_no_small_file_keeps_us_busy(name: str) -> None:
    asked = "import sys; from app.kit import pictures\ntry: pictures.bare(sys.argv[1], sys.stdin.buffer.read())\n"
    again = [sys.executable, "-c", f"{asked}except pictures.Broken: pass", name.partition(" ")[0]]
    subprocess.run(again, input=endless()[name], timeout=120, check=True)


def test_who_sends_more_parts_than_a_picture_has_is_refused() -> None:
    for name, content in endless().items():
        if "empty" in name:
            with pytest.raises(pictures.Broken):
                pictures.bare(name.partition(" ")[0], content)
