"""Ask those whom an answer names for a yes of their own."""

from collections.abc import Mapping
from typing import Any

from app import catalogue, workflow
from app.cases.confirming import inviting
from app.cases.queries import Case
from app.kit.db import Unit


def run(unit: Unit, case: Case, service: catalogue.Service, filed: Mapping[str, Any], action: workflow.Invite) -> None:
    inviting.invite(unit, case, service, filed, action)
