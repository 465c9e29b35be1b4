"""Tell the person one of the package's messages, by the channels she chose for it or as she prefers."""

from collections.abc import Mapping
from typing import Any

from app import catalogue, workflow
from app.cases import telling
from app.cases.queries import Case
from app.kit.db import Unit


def run(unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], action: workflow.Notify) -> None:
    chosen = filed.get(action.channels) if action.channels else None
    if action.channels and not chosen:
        return
    telling.tell(unit, case, action.message, tuple(chosen or ()))
    if action.enclose:
        telling.post(unit, case, action.message, action.enclose)
