"""HEIC, a box of boxes: what the camera wrote is an item of its own beside the picture, and is overwritten in place.

How the camera was held is no part of that: it stands with the picture.
"""

import struct
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

_TOLD = {b"Exif", b"mime", b"uri "}
"""Items that say something about the picture, and are none."""
_LOOSE = {b"uuid", b"free", b"skip", b"moov", b"udta"}
"""Boxes in which programs keep what they like."""
_EMPTY = struct.pack(">I2sHIHI", 0, b"MM", 42, 8, 0, 0)
"""What a camera wrote, when it wrote nothing."""
MOST = 100_000
"""Parts that a picture of any format may have; who sends more of them wants us to be busy."""


T = TypeVar("T")


class Strange(Exception):
    """A file that is put together in a way that we cannot follow."""


class Box(NamedTuple):
    kind: bytes
    start: int
    end: int


def bare(content: bytes) -> bytes:
    """The same file, as long, without what was written about the picture; Strange when it cannot be found."""
    made = bytearray(content)
    boxes = list(_few(_boxes(content, 0, len(content))))
    metas = [box for box in boxes if box.kind == b"meta"]
    if len(metas) != 1:
        raise Strange
    inner = {box.kind: box for box in _few(_boxes(content, metas[0].start + 4, metas[0].end))}
    if b"iinf" not in inner or b"iloc" not in inner:
        raise Strange
    told, room = dict(_items(content, inner[b"iinf"])), len(content)
    for item, start, end in _few(_extents(content, inner[b"iloc"], inner.get(b"idat"))):
        if item in told:
            room -= end - start
            if room < 0:
                raise Strange
            made[start:end] = _filling(told[item], end - start)
    for box in (*boxes, *inner.values()):
        if box.kind in _LOOSE:
            made[box.start : box.end] = bytes(box.end - box.start)
    return bytes(made)


def _filling(kind: bytes, length: int) -> bytes:
    if kind != b"Exif":
        return b" " * length
    return _EMPTY.ljust(length, b"\0") if length >= len(_EMPTY) else bytes(length)


def _few(found: Iterator[T]) -> Iterator[T]:
    for number, each in enumerate(found):
        if number >= MOST:
            raise Strange
        yield each


def _boxes(content: bytes, at: int, end: int) -> Iterator[Box]:
    while at < end:
        size, kind = struct.unpack_from(">I4s", content, at)
        start = at + 8
        if size == 1:
            (size,) = struct.unpack_from(">Q", content, start)
            start += 8
        stop = end if size == 0 else at + size
        if not start <= stop <= end:
            raise Strange
        yield Box(kind, start, stop)
        at = stop


def _items(content: bytes, box: Box) -> Iterator[tuple[int, bytes]]:
    """The items that only tell about the picture, by number."""
    wide = content[box.start] > 0
    for entry in _few(_boxes(content, box.start + (8 if wide else 6), box.end)):
        version = content[entry.start]
        if entry.kind != b"infe" or version < 2:
            raise Strange
        shape = ">I" if version > 2 else ">H"
        (number,) = struct.unpack_from(shape, content, entry.start + 4)
        at = entry.start + 4 + struct.calcsize(shape) + 2
        if content[at : at + 4] in _TOLD:
            yield number, content[at : at + 4]


def _extents(content: bytes, box: Box, inside: Box | None) -> Iterator[tuple[int, int, int]]:
    """Where each item lies: its number, from where, to where."""
    version, at = content[box.start], box.start + 4
    sizes = content[at] >> 4, content[at] & 15, content[at + 1] >> 4, content[at + 1] & 15 if version else 0
    at += 2
    wide = 4 if version > 1 else 2
    count, at = _number(content, at, wide)
    for _ in range(count):
        item, at = _number(content, at, wide)
        method, at = _number(content, at, 2) if version else (0, at)
        base, at = _number(content, at + 2, sizes[2])
        extents, at = _number(content, at, 2)
        if method & 15 > 1 or (method & 15 == 1 and inside is None):
            raise Strange
        if method & 15 == 1 and inside:
            base += inside.start
        for _ in range(extents):
            offset, at = _number(content, at + sizes[3], sizes[0])
            length, at = _number(content, at, sizes[1])
            start, end = base + offset, base + offset + length
            if end > len(content) or at > box.end:
                raise Strange
            yield item, start, end if length else len(content)


def _number(content: bytes, at: int, size: int) -> tuple[int, int]:
    if at + size > len(content):
        raise Strange
    return int.from_bytes(content[at : at + size], "big"), at + size
