"""A decision that is served by post, for who does not read it in the portal."""

from dataclasses import replace

from app import documents, notifications
from app.cases import addressees
from app.cases.helping import naming
from app.cases.queries import Case
from app.kit import i18n
from app.kit.db import Unit
from app.kit.i18n import N_

LETTER = "letter"


def post(unit: Unit, case: Case, shown: documents.Shown) -> None:
    """Send the document by post, under a cover that says what it is."""
    binding, *translations = shown.sides
    subject = i18n.translate(case.locale, N_("%(reference)s: the decision on your case"), reference=case.reference)
    notifications.notify(
        unit,
        notifications.Notice(
            kind="decision_letter",
            recipient=replace(addressees.reach(unit, case, (LETTER,)), account_id=None),
            subject=subject,
            body=naming.paragraphs(unit, case, N_("With this letter we serve you the decision on your case.")),
            reference=case.reference,
            case_id=case.id,
            enclosed=(
                notifications.Enclosure(binding.locale, documents.demoted(binding.html), shown.code),
                *(notifications.Enclosure(side.locale, side.html) for side in translations),
            ),
        ),
    )
