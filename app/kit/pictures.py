"""Pictures without what a camera wrote about them: where and when, with which device, by whom, and small copies inside.

The picture itself stays as it came, bit by bit, since it may be a proof. All else is left out unless a viewer needs it:
the colours, and how the camera was held. A picture that cannot be followed to its end is none that a town takes.
"""

import re
import struct
import zlib
from collections.abc import Iterator

from app.kit import pictures_heic
from app.kit.file_types import TYPES
from app.kit.pictures_heic import MOST

_END, _SCAN, _TEXT = 0xD9, 0xDA, 0xFE
_APPS = range(0xE0, 0xF0)
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})
_FILL = re.compile(rb"\xff+")
_AFTER_SCAN = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
"""Without what fills up before it: to look for a run of the same byte from each byte of it takes hours."""
_JFIF, _EXIF = b"JFIF\0", b"Exif\0\0"
_NEEDED = {0xE2: b"ICC_PROFILE\0", 0xEE: b"Adobe"}
"""What viewers need of what programs add: the profile of the colours, and how they were packed."""

_PNG = b"\x89PNG\r\n\x1a\n"
_CHUNKS = frozenset({
    b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"iCCP", b"cICP", b"sBIT", b"bKGD", b"hIST",
    b"pHYs", b"sPLT", b"acTL", b"fcTL", b"fdAT",
})  # fmt: skip
_HELD = 0x0112
"""The tag of how the camera was held."""


class Broken(Exception):
    """No picture, or one that ends before it is whole."""


def is_picture(kind: str) -> bool:
    return kind in _BARE


def bare(kind: str, content: bytes) -> bytes:
    """The same picture, of a type that `is_picture`; Broken when it cannot be read to its end."""
    try:
        return _BARE[kind](content)
    except (struct.error, IndexError, pictures_heic.Strange) as problem:
        raise Broken from problem


def _jpeg(content: bytes) -> bytes:
    held = b""
    parts: list[bytes] = []
    for marker, body, rest in _segments(content):
        if marker == 0xE1 and body.startswith(_EXIF):
            held = held or _only_held(body.removeprefix(_EXIF))
        elif marker == 0xE0 and body.startswith(_JFIF):
            parts.append(_segment(marker, body[:12] + b"\0\0"))  # without its small copy
        elif marker not in (*_APPS, _TEXT) or (marker in _NEEDED and body.startswith(_NEEDED[marker])):
            parts.append(_segment(marker, body) + rest)
    if held:
        parts.insert(1 if parts[0][1] == 0xE0 else 0, _segment(0xE1, _EXIF + held))
    return b"\xff\xd8" + b"".join(parts) + b"\xff\xd9"


def _segments(content: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each marker, what it holds, and the picture's own bytes after it; nothing that follows the end. A picture that
    was cut off while it was being sent is shown as far as it came."""
    at, begun = 2, False
    for _ in range(MOST):
        if begun and at >= len(content):
            return
        fill = _FILL.match(content, at)
        if fill is None:
            raise Broken
        marker, at = content[fill.end()], fill.end() + 1
        if marker == _END and begun:
            return
        if marker in _ALONE:
            continue
        (length,) = struct.unpack_from(">H", content, at)
        body, at = content[at + 2 : at + length], at + length
        if marker in (0x00, _END) or length < 2 or at > len(content):
            raise Broken
        rest = b""
        if marker == _SCAN:
            found, begun = _AFTER_SCAN.search(content, at), True
            stop = found.start() if found else len(content)
            rest, at = content[at:stop], stop
        yield marker, body, rest
    raise Broken


def _segment(marker: int, body: bytes) -> bytes:
    return struct.pack(">BBH", 0xFF, marker, len(body) + 2) + body


def _png(content: bytes) -> bytes:
    at, parts = len(_PNG), [_PNG]
    for _ in range(MOST):
        length, kind = struct.unpack_from(">I4s", content, at)
        whole, at = content[at : at + length + 12], at + length + 12
        if at > len(content):
            raise Broken
        if kind in _CHUNKS:
            parts.append(whole)
        elif kind == b"eXIf" and (held := _only_held(whole[8:-4])):
            parts.append(_chunk(kind, held))
        if kind == b"IEND":
            return b"".join(parts)
    raise Broken


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def _only_held(exif: bytes) -> bytes:
    """Of what a camera wrote, how it was held; nothing when it was held upright or does not say."""
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return b""
    try:
        (at,) = struct.unpack_from(f"{order}I", exif, 4)
        (count,) = struct.unpack_from(f"{order}H", exif, at)
        for number in range(count):
            tag, form, _, value = struct.unpack_from(f"{order}HHIH", exif, at + 2 + 12 * number)
            if tag == _HELD and form == 3 and 2 <= value <= 8:
                return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _HELD, 3, 1, value, 0, 0)
    except struct.error:
        pass
    return b""


_BARE = {TYPES["jpeg"]: _jpeg, TYPES["png"]: _png, TYPES["heic"]: pictures_heic.bare}
