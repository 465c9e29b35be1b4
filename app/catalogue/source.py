"""The files of a town or of a package, from a folder or a zip: read once, bounded, named by their relative path."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from app.catalogue.problems import Broken, Problem

MOST_FILES = 2_000
MOST_BYTES = 64 * 1024 * 1024
BEGINNING = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Source:
    """`files` are named relative to this folder; `prefix` is where it lies, for the names in problems."""

    files: Mapping[str, bytes]
    prefix: str = ""

    def name(self, file: str) -> str:
        return self.prefix + file

    def within(self, folder: str) -> "Source":
        start = folder.rstrip("/") + "/"
        inner = {name[len(start) :]: data for name, data in self.files.items() if name.startswith(start)}
        return Source(inner, self.prefix + start)

    def folders(self, below: str) -> list[str]:
        """The names of the folders directly below one, sorted."""
        start = below.rstrip("/") + "/"
        inner = {name[len(start) :] for name in self.files if name.startswith(start)}
        return sorted({name.split("/")[0] for name in inner if "/" in name})

    def ending(self, suffix: str, below: str) -> list[str]:
        """The files directly below a folder whose names end so, sorted."""
        parent = PurePosixPath(below)
        return sorted(name for name in self.files if name.endswith(suffix) and PurePosixPath(name).parent == parent)


def open_source(path: Path) -> Source:
    """A folder, or the same folder as a zip."""
    if path.is_dir():
        return _folder(path)
    if path.is_file():
        return unpack(path.read_bytes(), path.name)
    raise Broken([Problem(str(path), 0, "There is no such folder or zip. Check the path.")])


def _folder(path: Path) -> Source:
    files: dict[str, bytes] = {}
    total = 0
    for file in sorted(path.rglob("*")):
        name = file.relative_to(path).as_posix()
        if not file.is_file() or any(part.startswith(".") for part in name.split("/")):
            continue
        total += file.stat().st_size
        _check_size(name, len(files), total)
        files[name] = file.read_bytes()
    return Source(files)


def unpack(archive: bytes, name: str) -> Source:
    """The files of a zip. Names that leave the folder, and zips that swell, are refused."""
    try:
        opened = zipfile.ZipFile(io.BytesIO(archive))
    except zipfile.BadZipFile as problem:
        raise Broken([Problem(name, 0, "This is not a zip. Pack the folder again.")]) from problem
    files: dict[str, bytes] = {}
    total = 0
    for entry in opened.infolist():
        if entry.is_dir():
            continue
        parts = PurePosixPath(entry.filename).parts
        if not parts or entry.filename.startswith("/") or ".." in parts or "\\" in entry.filename:
            raise Broken([Problem(name, 0, f"The zip holds “{entry.filename}”, which leaves the folder. Remove it.")])
        total += entry.file_size
        _check_size(entry.filename, len(files), total)
        try:
            files[entry.filename] = opened.read(entry)
        except (zipfile.BadZipFile, RuntimeError, NotImplementedError) as problem:
            message = "This file of the zip cannot be read. Pack the folder again, without a password."
            raise Broken([Problem(entry.filename, 0, message)]) from problem
    return Source(files)


def _check_size(name: str, count: int, total: int) -> None:
    if count >= MOST_FILES:
        raise Broken([Problem(name, 0, f"The folder has more than {MOST_FILES} files. Leave out what is not needed.")])
    if total > MOST_BYTES:
        limit = MOST_BYTES // (1024 * 1024)
        raise Broken([Problem(name, 0, f"The folder is larger than {limit} MB. Make its files smaller.")])


def pack(source: Source) -> bytes:
    """The files as a zip with fixed order and times: equal content gives equal bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(source.files):
            entry = zipfile.ZipInfo(name, BEGINNING)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3
            archive.writestr(entry, source.files[name])
    return out.getvalue()
