"""A package to canonical JSON and its digest, and back to a Service."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.catalogue.definition import Letter, Service
from app.catalogue.loading import LoadedPackage
from app.catalogue.package import Package
from app.catalogue.registered import REGISTERED
from app.kit.rules import compile_rule

ORDERED = frozenset({"fields", "states", "rules"})
"""What is below these keeps the author's order, since it is shown in that order."""


def structure_of(package: Package, templates: Mapping[str, str]) -> dict[str, Any]:
    """What a version is made of: ids, rules and letters, defaults left out, never a sentence."""
    plain = package.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return {"package": _sorted(plain), "templates": dict(sorted(templates.items()))}


def compile_package(loaded: LoadedPackage) -> dict[str, Any]:
    assert loaded.package is not None
    return structure_of(loaded.package, {name: letter.template for name, letter in loaded.letters.items()})


def canonical(data: object) -> bytes:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def digest(data: object) -> str:
    return hashlib.sha256(canonical(data)).hexdigest()


def _sorted(value: Any, keep: bool = False) -> Any:
    if isinstance(value, dict):
        names = list(value) if keep else sorted(value)
        return {name: _sorted(value[name], name in ORDERED) for name in names}
    if isinstance(value, list):
        return [_sorted(item) for item in value]
    return value


def build(version_id: UUID, structure: Mapping[str, Any]) -> Service:
    """The service of a stored structure."""
    package = Package.model_validate(structure["package"])
    kinds = {**package.form.kinds(), **REGISTERED}
    templates = structure["templates"]
    return Service(
        id=package.id,
        slug=package.slug,
        version_id=version_id,
        source=package.source,
        department=package.department,
        level=package.level,
        subject=package.subject or "",
        mandate=package.mandate == "allowed",
        confidential=package.confidential,
        appeals={state: effect for effect, state in (package.appeals or ()) if state},
        advice=package.advice,
        fee=package.fee,
        appealable=package.remedy == "appeal",
        clock=package.clock,
        retention=package.retention or "",
        codes=package.codes,
        life_events=package.life_events,
        form=package.form,
        workflow=package.workflow,
        rules={name: compile_rule(raw, kinds, package.rules) for name, raw in package.rules.items()},
        tables=package.tables,
        calendar=package.calendar,
        duplicates=package.duplicates,
        letters={name: Letter(name, tuple(uses), templates[name]) for name, uses in package.letters.items()},
    )
