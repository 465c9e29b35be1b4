"""Files that only a function of the department opens, where the package says so: health papers, for examiners alone."""

from uuid import UUID

from app import catalogue, workflow
from app.cases import contents, vault
from app.cases.models import Filing
from app.cases.queries import Case
from app.cases.splitting import reading
from app.forms import File
from app.kit.actor import Actor
from app.kit.db import Unit


def reserved_fields(unit: Unit, actor: Actor | None, case: Case) -> frozenset[str]:
    """The questions whose files this actor may not see in this case; all such questions where nobody is named."""
    service = catalogue.version(unit, case.version)
    staff = actor.functions(case.department) if actor else frozenset()
    held = workflow.held(service.workflow, staff)
    return frozenset(
        name
        for name, field in service.form.fields.items()
        if isinstance(field, File) and field.files is not None and field.files.by not in held
    )


def reserved_files(unit: Unit, actor: Actor | None, case: Case) -> frozenset[UUID]:
    """The same as files: of every filing, because what was sent earlier stays what it is, and of the case from which
    this one was split off."""
    fields = reserved_fields(unit, actor, case)
    if not fields:
        return frozenset()
    found, split = set(), reading.off(unit, case.id)
    for case_id in (case.id, *([split.first_id] if split else [])):
        for filing in contents.filings(unit, case_id):
            answers = vault.unseal(unit, case_id, Filing, "answers", filing.id, filing.answers)
            for name in fields:
                found |= {UUID(file["blob"]) for file in answers.get(name) or ()}
    return frozenset(found)
