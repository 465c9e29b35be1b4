"""Two packages with the same structure are a copy, not a second service."""

from collections.abc import Iterator

from app.catalogue.compiling import digest
from app.catalogue.loading import TownFolder
from app.catalogue.problems import Problem


def check_copies(folder: TownFolder) -> Iterator[Problem]:
    ids: dict[str, str] = {}
    structures: dict[str, str] = {}
    for loaded in folder.packages:
        package = loaded.package
        if package is None:
            continue
        if package.id in ids:
            yield loaded.marked.problem(("id",), f"{ids[package.id]} is “{package.id}” too. Give one another id.")
        ids[package.id] = loaded.marked.file
        plain = package.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        mark = digest({part: plain[part] for part in ("form", "workflow")})
        if mark in structures:
            message = f"It asks and does the same as “{structures[mark]}”. Make one service of the two."
            yield loaded.marked.problem(("id",), message)
        structures.setdefault(mark, package.id)
