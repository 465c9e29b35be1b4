"""Cases that belong together: an appeal, and the case it is about; those of one person that are one."""

from typing import NamedTuple

from app import catalogue
from app.cases import queries
from app.cases.merging import reading
from app.cases.queries import Case
from app.cases.rights import appealing, confidence, serving
from app.cases.splitting import reading as reading_splits
from app.cases.views import happened, merged
from app.kit.db import Unit
from app.kit.i18n import N_, translate


class Related(NamedTuple):
    """`text` says what the other case is to this one."""

    text: str
    reference: str
    url: str


def lines(unit: Unit, case: Case, locale: str, below: str) -> tuple[Related, ...]:
    """The case an appeal is about, and the appeals against a decision; `below` is the address of cases."""
    about = confidence.first(unit, case)
    found = [_about(unit, about, locale)] if about else []
    found += _against(unit, case, locale)
    found += _merged(unit, case, locale) if below else []
    return tuple(each._replace(url=f"{below}/{each.reference}" if below else "") for each in found)


def _about(unit: Unit, first: Case, locale: str) -> Related:
    """What was decided first, by its service."""
    words = catalogue.texts(unit, catalogue.version(unit, first.version), locale)("service.name")
    said = translate(locale, N_("The appeal is about this case: %(service)s,"), service=str(words))
    return Related(said, first.reference, "")


def _against(unit: Unit, case: Case, locale: str) -> list[Related]:
    """The appeals against the decision of a case, and what the latest did to it once its answer is served."""
    found, effect = appealing.against(unit, case.id), appealing.took_effect(unit, case)
    told = []
    for each in found:
        open_one = each.closed_at is None or serving.waiting(unit, each.id) is not None
        is_, was = N_("There is an appeal against the decision:"), N_("There was an appeal against the decision:")
        said = translate(locale, is_ if open_one else was)
        if effect and not open_one and each is found[-1]:
            said = translate(locale, N_("%(what)s:"), what=translate(locale, happened.PERSON[f"appeal_{effect}"]))
        told.append(Related(said, each.reference, ""))
    return told


def _merged(unit: Unit, case: Case, locale: str) -> list[Related]:
    """For the person: where her case goes on, and which others of hers go on in it."""
    kept = merged.hers(unit, case)
    onward = [Related(translate(locale, N_("It goes on in this case:")), kept.reference, "")] if kept else []
    parts = reading.parts(unit, case, hers=True)
    found = reading_splits.off(unit, case.id)
    if found is not None and found.undone_at is None:
        first = queries.case(unit, found.first_id)
        onward.append(Related(translate(locale, N_("It was split off from this case of yours:")), first.reference, ""))
    for each in reading_splits.parted(unit, case.id):
        second = queries.case(unit, each.case_id)
        onward.append(Related(translate(locale, N_("The second thing goes on here:")), second.reference, ""))
    return onward + [
        Related(translate(locale, N_("This request of yours goes on here:")), part.case.reference, "") for part in parts
    ]
