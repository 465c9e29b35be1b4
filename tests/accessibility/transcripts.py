"""Transcripts that are kept beside the tests: a change of what is heard is read in a diff."""

import difflib
import os
import shutil
from collections.abc import Mapping
from pathlib import Path

KEPT = Path(__file__).parent / "transcripts"
WRITING = bool(os.environ.get("WRITE_TRANSCRIPTS"))
MOST = 200  # lines of a difference that are shown


def keep(heard: Mapping[str, str], *folders: str) -> None:
    """In place of what the folder had: a page that nobody comes to any more leaves with its transcript."""
    folder = KEPT.joinpath(*folders)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, text in heard.items():
        (folder / f"{name}.txt").write_text(text, "utf8")


def difference(heard: Mapping[str, str], *folders: str) -> str:
    """What is heard now (+) and was not kept, and the other way round (-)."""
    folder = KEPT.joinpath(*folders)
    kept = {file.stem: file.read_text("utf8") for file in folder.glob("*.txt")}
    lines: list[str] = []
    for name in sorted(kept.keys() | heard.keys()):
        before, now = kept.get(name, "").splitlines(), heard.get(name, "").splitlines()
        page = f"{folder.name}/{name}"
        lines += difflib.unified_diff(before, now, f"{page}, kept", f"{page}, heard", lineterm="", n=1)
    return "\n".join(lines[:MOST])
