"""From a phone to a decision: the main journey, by keyboard alone, on a screen of 320 pixels."""

import pytest

from a11y_tests.modes import Mode
from tests.browser.applying import BIRTH_CERTIFICATE, Receipt, apply
from tests.browser.people import Comes
from tests.browser.person import Person, Site

both_ways = pytest.mark.parametrize("scripts", [True, False], ids=["with scripts", "without scripts"])


@pytest.mark.databases("sqlite", "postgresql")
@both_ways
def test_a_birth_certificate_is_asked_for_in_arabic_granted_and_proven(comes: Comes, site: Site, scripts: bool) -> None:
    amina = comes("amina", "ar", Mode(320, scripts=scripts))
    filed = apply(amina, "birth-certificate", BIRTH_CERTIFICATE)
    assert amina.reads("We have your request")
    assert filed.reference.startswith("VC-")

    clara = comes("clara", "es", Mode(1280, scripts=scripts))
    grant(clara, filed)

    anybody = comes(None, "ar", Mode(320, scripts=scripts))
    prove(anybody, filed)
    assert "Amina" not in anybody.text("body")

    told = [message for message in site.mailbox() if filed.reference in message["text"]]
    assert [message["locale"] for message in told] == ["ar"], "received is told; the decision waits for its recall time"


def grant(clerk: Person, filed: Receipt) -> None:
    clerk.open("/desk/cases")
    clerk.follow_to(f"/{filed.reference}")
    clerk.follow_to("/steps/grant")
    clerk.do_it()
    assert clerk.path.endswith(f"/desk/cases/{filed.reference}")
    assert not clerk.follows("/steps/"), "nothing is left to decide, but it can be recalled"


def prove(person: Person, filed: Receipt) -> None:
    """Anybody who is shown the code can check it."""
    person.open("/check")
    person.write("code", filed.code)
    person.follow("Check")
    assert person.reads("This receipt is ours")
    assert filed.reference in person.text("#result")
