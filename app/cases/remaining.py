"""What a person said that she still brings, posts or comes for: told on the receipt, in the first message and in her
case until somebody of the town took a step in it, or a paper came in. An option says it in `field.….option.….then`."""

from collections.abc import Iterator, Mapping
from typing import Any

from app import catalogue
from app.cases import answers, contents, moving
from app.cases.queries import Case
from app.kit.db import Unit
from app.kit.i18n import N_

CAME_IN = "paper"
TITLE = N_("What we still need from you")


def lines(unit: Unit, case: Case, service: catalogue.Service, locale: str) -> tuple[str, ...]:
    """A sentence for each; nothing once the case went on, is closed, or has to be proven first."""
    if case.closed_at is not None or case.state == moving.TO_PROVE or _went_on(unit, case):
        return ()
    texts = catalogue.texts(unit, service, locale)
    keys = _chosen(service, answers.current(unit, case.id))
    return tuple(str(said) for said in map(texts.get, keys) if said is not None)


def _chosen(service: catalogue.Service, filed: Mapping[str, Any]) -> Iterator[str]:
    for name, field in service.form.fields.items():
        if field.type in ("choice", "choices") and filed.get(name):
            chosen = [filed[name]] if field.type == "choice" else filed[name]
            yield from (f"field.{name}.option.{option}.then" for option in chosen)


def _went_on(unit: Unit, case: Case) -> bool:
    """Whether a paper came, or it moved since it came in or since its clock began with the proof of who sent it."""
    began = (case.received_at, case.started_at)
    return any(
        row.kind == CAME_IN or (row.kind == "moved" and row.at not in began) for row in contents.steps(unit, case.id)
    )
