"""Writers of what was found: for people, for CI servers, for programs."""

from collections.abc import Callable, Iterable
from pathlib import Path

from .earl import earl
from .html import html
from .junit import junit
from .plain import as_json, text
from .report import Report
from .sarif import sarif

__all__ = ["WRITERS", "Report", "text", "write"]

WRITERS: dict[str, tuple[Callable[[Report], str], str]] = {
    "text": (text, "findings.txt"),
    "json": (as_json, "findings.json"),
    "junit": (junit, "junit.xml"),
    "sarif": (sarif, "findings.sarif"),
    "earl": (earl, "earl.jsonld"),
    "html": (html, "index.html"),
}


def write(formats: Iterable[str], folder: Path, report: Report) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for format in formats:
        writer, file = WRITERS[format]
        (folder / file).write_text(writer(report), encoding="utf8")
