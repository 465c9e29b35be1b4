"""Transcripts that are kept beside the tests: a change of what is heard is read in a diff."""

import difflib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

KEPT = Path(__file__).parent / "transcripts"
WRITING = bool(os.environ.get("WRITE_TRANSCRIPTS"))
MOST = 200  # lines of a difference that are shown


def folder_of(locale: str, chapter: str) -> Path:
    return KEPT / locale / chapter.replace(" ", "-")


def keep(heard: Mapping[str, str], locale: str, chapter: str) -> None:
    """In place of what the folder had: a page that nobody comes to any more leaves with its transcript."""
    folder = folder_of(locale, chapter)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, text in heard.items():
        (folder / f"{name}.txt").write_text(text, "utf8")


def difference(heard: Mapping[str, str], locale: str, chapter: str) -> str:
    """What is heard now (+) and was not kept, and the other way round (-)."""
    folder = folder_of(locale, chapter)
    lying = {file.stem: file.read_text("utf8") for file in folder.glob("*.txt")}
    lines: list[str] = []
    for name in sorted(lying.keys() | heard.keys()):
        before, now = lying.get(name, "").splitlines(), heard.get(name, "").splitlines()
        page = f"{folder.name}/{name}"
        lines += difflib.unified_diff(before, now, f"{page}, kept", f"{page}, heard", lineterm="", n=1)
    return "\n".join(lines[:MOST])
