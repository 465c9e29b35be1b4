"""A clerk hands a case over to a colleague, who finds it on his start page: by keyboard alone."""

import pytest

from a11y_tests.keyboard import type_text
from a11y_tests.modes import Mode
from tests.browser.applying import BIRTH_CERTIFICATE, apply
from tests.browser.people import Comes
from tests.browser.person import Person

NOTE = "The person rang twice."


@pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])
def test_a_case_is_handed_over_with_a_note_and_found(comes: Comes, scripts: bool) -> None:
    filed = apply(comes("kofi", "en", Mode(320, scripts=scripts)), "birth-certificate", BIRTH_CERTIFICATE)
    clara = comes("clara", "en", Mode(1280, scripts=scripts))
    if scripts:
        wants_shortcuts(clara)
    clara.open(f"/desk/cases/{filed.reference}")
    to_who_has_it(clara, by_shortcut=scripts)
    type_text(clara.line, "Samir")
    clara.write("words", NOTE)
    clara.follow("Pass on")
    assert NOTE in clara.text()

    samir = comes("samir", "en", Mode(1280, scripts=scripts))
    samir.open("/desk")
    samir.follow("Given to me by others")
    samir.follow_to(f"/desk/cases/{filed.reference}")
    assert NOTE in samir.text()


def wants_shortcuts(clerk: Person) -> None:
    clerk.open("/desk/shortcuts")
    clerk.tick("wanted")
    clerk.do_it()
    assert clerk.reads("The shortcuts are kept.")


def to_who_has_it(clerk: Person, *, by_shortcut: bool) -> None:
    if by_shortcut:
        clerk.wait(lambda: clerk.line.run("return document.readyState === 'complete'"), "the case did not open")
        type_text(clerk.line, "p")
        assert clerk.here().field == "assignee"
    else:
        clerk.tab_to(lambda stop: stop.field == "assignee", "who has the case")
