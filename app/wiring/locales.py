"""Compiled catalogues: made from locales/*/LC_MESSAGES/*.po where a catalogue is newer than what was made of it."""

from pathlib import Path

from app.kit.i18n import FOLDER


def compile_changed(folder: Path = FOLDER) -> list[Path]:
    """Compile what has changed; the files that were written."""
    stale = [file for file in sorted(folder.glob("*/LC_MESSAGES/*.po")) if _stale(file, file.with_suffix(".mo"))]
    if stale:
        from babel.messages.mofile import write_mo
        from babel.messages.pofile import read_po
    for file in stale:
        with file.open("rb") as source:
            catalogue = read_po(source, abort_invalid=True)
        fresh = file.with_suffix(".mo.new")
        with fresh.open("wb") as target:
            write_mo(target, catalogue)
        fresh.replace(file.with_suffix(".mo"))
    return stale


def _stale(source: Path, made: Path) -> bool:
    return not made.exists() or made.stat().st_mtime_ns < source.stat().st_mtime_ns


if __name__ == "__main__":
    compile_changed()
