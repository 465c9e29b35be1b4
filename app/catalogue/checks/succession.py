"""A package beside its earlier versions: ids are for ever. What running cases pin has to stay readable."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from app.catalogue.compiling import compile_package
from app.catalogue.loading import LoadedPackage
from app.catalogue.problems import Problem

Fields = Mapping[str, Mapping[str, Any]]


def check_succession(loaded: LoadedPackage, earlier: Sequence[Mapping[str, Any]]) -> Iterator[Problem]:
    """`earlier` are the structures of this service that were published, the current one last."""
    if loaded.package is None or not earlier or compile_package(loaded) in earlier:
        return
    past = [structure["package"]["form"]["fields"] for structure in earlier]
    now: Fields = loaded.package.model_dump(mode="json", by_alias=True)["form"]["fields"]
    for id, field in now.items():
        yield from _field(loaded, id, field, past)


def _field(loaded: LoadedPackage, id: str, field: Mapping[str, Any], past: Sequence[Fields]) -> Iterator[Problem]:
    path = ("form", "fields", id)
    before = [fields[id] for fields in past if id in fields]
    if before and id not in past[-1]:
        yield loaded.marked.problem(path, f"“{id}” was a field once. Ids do not return: choose a new one.")
    elif before and before[-1]["type"] != field["type"]:
        kind = before[-1]["type"]
        yield loaded.marked.problem(path, f"“{id}” was a field of type {kind}. Give the new question a new id.")
    known = {option["id"] for option in field.get("options", ())}
    for gone in sorted({option["id"] for each in before for option in each.get("options", ())} - known):
        message = f"The option “{gone}” is gone. Options retire: add {{id: {gone}, retired: true}}."
        yield loaded.marked.problem((*path, "options"), message)
