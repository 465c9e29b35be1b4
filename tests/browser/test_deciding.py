"""Deciding by keyboard alone: asking again, hearing before a refusal, refusing, and correcting what was told."""

import pytest

from a11y_tests.modes import Mode
from tests.browser.applying import BIRTH_CERTIFICATE, apply
from tests.browser.people import Comes
from tests.browser.person import Person, Site
from tests.proof import loads


@pytest.mark.databases("sqlite")
def test_somebody_is_asked_again_heard_refused_and_then_granted_by_a_correction(comes: Comes, site: Site) -> None:
    loads.without_recall(site.town)  # type: ignore[attr-defined]
    nour, clara = comes("nour", "es", Mode(320)), comes("clara", "es", Mode(1280))
    reference = apply(nour, "birth-certificate", BIRTH_CERTIFICATE).reference

    open_case(clara, reference)
    clara.follow_to("/request")
    clara.tick("fields", "parents")
    clara.choose("reason", "missing")
    clara.do_it()
    nour.open(f"/cases/{reference}/answers")
    nour.write("parents", "Pilar Gómez, Juan Ríos")
    nour.do_it()

    open_case(clara, reference)
    assert "Pilar Gómez, Juan Ríos" in clara.text("main")
    clara.follow_to("/steps/hear")
    clara.tick("reasons", "hear_entry_not_found")
    clara.do_it()
    nour.open(f"/cases/{reference}/answers")
    nour.write("statement", "Nací en el hospital viejo.")
    nour.do_it()

    open_case(clara, reference)
    assert "Nací en el hospital viejo." in clara.text("main")
    clara.follow_to("/steps/refuse")
    clara.tick("reasons", "entry_not_found")
    clara.do_it()
    open_notification(nour, reference)
    assert "la Alcaldía de Puerto Claro" in nour.text(".decision")

    open_case(clara, reference)
    clara.follow_to("/correction/grant")
    clara.tick("reasons", "entry_found")
    clara.do_it()
    open_notification(nour, reference)
    assert nour.reads("The decision was corrected")


def open_case(clerk: Person, reference: str) -> None:
    clerk.open(f"/desk/cases/{reference}")


def open_notification(person: Person, reference: str) -> None:
    """What waits is opened by its one button, and is read on its page and on that of the case."""
    person.open(f"/cases/{reference}")
    assert person.reads("A notification waits for you")
    person.follow_to("/notifications/")
    person.do_it()
    assert person.text(".proof-code")
    person.open(f"/cases/{reference}")
