"""Papers that people sent, looked at page by page: each as a picture, and what it says as text."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from app.documents.reader import LOCKED, MOST_PAGES, NO_PAGE
from app.kit import blobs
from app.kit.errors import NotFound
from app.kit.towns import Town

READER = Path(__file__).with_name("reader.py")
PATIENCE = 30
"""Seconds; the reader itself gives up sooner."""


class Unreadable(Exception):
    """The file is broken, sealed with a password, or not what it claims to be."""


class Locked(Unreadable):
    """A password protects it."""


class TooManyPages(Exception):
    """More pages than a paper may have that somebody has to split."""


@dataclass(frozen=True)
class Leaf:
    """A page: how many there are in all, and its text, "" for a scan."""

    pages: int
    text: str


def leaf(town: Town, file: blobs.Received, number: int) -> Leaf:
    """Page `number`, from 1; NotFound, or Unreadable. Reads the store: no unit may be open."""
    return Leaf(**json.loads(_read(town, file, "look", number)))


def picture(town: Town, file: blobs.Received, number: int, width: int, turn: int) -> bytes:
    """The same page as PNG, so many pixels wide, turned clockwise by 0, 90, 180 or 270 degrees."""
    return _read(town, file, "picture", number, width, turn)


def texts(town: Town, file: blobs.Received) -> tuple[str, ...]:
    """What each page of a PDF says, the codes in its picture first, "" for a scan without any; Unreadable, Locked, or
    TooManyPages. No unit may be open."""
    found = json.loads(_read(town, file, "texts", 1))
    if found["pages"] > MOST_PAGES:
        raise TooManyPages
    return tuple(found["texts"])


def cut(town: Town, file: blobs.Received, first: int, last: int, turn: int) -> bytes:
    """Pages `first` to `last` as a PDF of their own, turned clockwise by 0, 90, 180 or 270 degrees."""
    return _read(town, file, "cut", first, last, turn)


def _read(town: Town, file: blobs.Received, *words: str | int) -> bytes:
    command = [sys.executable, "-I", str(READER), *map(str, words)]
    content = b"".join(blobs.parts(town, file))
    try:
        done = subprocess.run(command, input=content, capture_output=True, timeout=PATIENCE, env={}, check=False)
    except subprocess.TimeoutExpired as late:
        raise Unreadable from late
    if done.returncode == NO_PAGE:
        raise NotFound
    if done.returncode == LOCKED:
        raise Locked
    if done.returncode != 0:
        raise Unreadable(done.stderr.decode(errors="replace")[-500:])
    return done.stdout
