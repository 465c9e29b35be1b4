"""Cases that belong together: an appeal, and the case it is about."""

from typing import NamedTuple

from app.cases.queries import Case
from app.cases.rights import appealing, confidence
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
    found = [Related(translate(locale, N_("The appeal is about this case:")), about.reference, "")] if about else []
    found += [
        Related(translate(locale, N_("There is an appeal against the decision:")), each.reference, "")
        for each in appealing.against(unit, case.id)
    ]
    return tuple(each._replace(url=f"{below}/{each.reference}" if below else "") for each in found)
