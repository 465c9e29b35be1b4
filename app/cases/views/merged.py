"""A case that goes on in another, in words: what each side may know of the other one."""

from datetime import datetime

from markupsafe import Markup

from app.cases import queries
from app.cases.merging import reading
from app.cases.queries import Brief, Case
from app.kit.db import Unit
from app.kit.i18n import N_, translate

STAFF, PERSON = N_("Merged into another case"), N_("Goes on together with another case")
HERS = N_("It goes on as %(reference)s. Nothing that you sent is lost.")
BESIDE = N_("We handle it together with what somebody else asked for. We tell you when it is done.")
DONE = N_("We handled it together with what somebody else asked for, and it is done.")


def meaning(unit: Unit, case: Case | Brief, locale: str) -> str:
    """Her other case by its reference; of somebody else's only that there is one."""
    kept = reading.goes_on(unit, queries.case(unit, case.id))
    if kept is None:
        return ""
    if reading.is_hers(unit, case.id):
        return translate(locale, HERS, reference=kept.reference)
    return translate(locale, DONE if kept.closed_at is not None else BESIDE)


def hers(unit: Unit, case: Case) -> Case | None:
    """The case of the same person in which this one goes on."""
    kept = reading.goes_on(unit, case)
    return kept if kept is not None and reading.is_hers(unit, case.id) else None


def lines(unit: Unit, case: Case, *, for_staff: bool) -> dict[datetime, tuple[Markup, ...]]:
    """The reference of the other case, by the moment in which they were merged or parted."""
    said: dict[datetime, tuple[Markup, ...]] = {}
    for merger in reading.every(unit, case.id):
        if not (for_staff or merger.one_applicant):
            continue
        other = queries.case(unit, merger.into_id if merger.case_id == case.id else merger.case_id)
        for at in filter(None, (merger.at, merger.undone_at)):
            said[at] = (*said.get(at, ()), Markup("<bdi>{}</bdi>").format(other.reference))
    return said
