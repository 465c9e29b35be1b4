"""How a report ended, as whoever sees it too is told: nothing of the case but what it says of the thing itself."""

from typing import NamedTuple

from app import catalogue, notifications
from app.cases.queries import Case
from app.kit.db import Unit
from app.kit.i18n import N_, translate

GOOD = ("granted", "done")
WITHDRAWN = "withdrawn"


class Ending(NamedTuple):
    subject: str
    body: tuple[str, ...]
    link: notifications.Link


def of(unit: Unit, case: Case, service: catalogue.Service, locale: str) -> Ending:
    """Where it stands and what that means, in a language."""
    texts = catalogue.texts(unit, service, locale)
    subject = translate(locale, N_("What you see too: %(state)s"), state=str(texts(f"state.{case.state}.name")))
    begun = translate(locale, N_("You told us that you see it too, and wanted to hear how it ends."))
    link = notifications.Link(f"/services/{service.slug}", str(texts("service.name")))
    return Ending(subject, (begun, _why(case, texts, locale)), link)


def _why(case: Case, texts: catalogue.Texts, locale: str) -> str:
    if case.outcome in GOOD:
        return str(texts(f"state.{case.state}.meaning"))
    if case.outcome == WITHDRAWN:
        return translate(
            locale, N_("Whoever reported it took the report back. Do you still see it? Report it yourself.")
        )
    return translate(locale, N_("This report is closed. Do you still see it? Report it yourself."))
