"""Other ways through the window: without an account, interrupted, granted by a rule, taken back."""

import re

import pytest

from a11y_tests.modes import Mode
from tests.browser.applying import BATHROOM, BIRTH_CERTIFICATE, LARGE_ITEMS, apply, start, step_of, steps
from tests.browser.people import Comes
from tests.browser.person import Person, Site

PHONE_WITHOUT_SCRIPTS = Mode(320, scripts=False)


def test_a_guest_books_a_pick_up_and_follows_it_with_a_code(comes: Comes, site: Site) -> None:
    guest = comes(None, "zh-Hant", PHONE_WITHOUT_SCRIPTS)
    filed = apply(guest, "large-items", LARGE_ITEMS)

    later = comes(None, "zh-Hant", PHONE_WITHOUT_SCRIPTS)
    later.open("/check")
    later.write("reference", filed.reference)
    later.write("address", "guest@puertoclaro.example")
    later.enter()
    later.write("code", code_sent(later, site, "guest@puertoclaro.example"))
    later.enter()
    assert later.path.endswith(f"/cases/{filed.reference}")


def code_sent(person: Person, site: Site, to: str) -> str:
    """The newest code that went to this address."""

    def codes() -> list[str]:
        sent = [message["text"] for message in site.mailbox() if message["to"] == to]
        return [code for text in sent for code in re.findall(r"/follow/code\?\S*code=([0-9A-Z-]+)", text)]

    person.wait(codes, f"no code came to {to}: {site.mailbox()}")
    return codes()[0]


def test_a_form_is_put_aside_and_found_again_on_another_device(comes: Comes) -> None:
    guest = comes(None, "es", PHONE_WITHOUT_SCRIPTS)
    start(guest, "large-items")
    asked = steps(guest, LARGE_ITEMS)
    assert [next(asked) for _ in range(3)] == ["items.row", "items", "place"]
    guest.write("place.street", "Calle de las Redes")
    guest.follow("Save and finish later")
    code = guest.text(".reference .code")

    library = comes(None, "es", PHONE_WITHOUT_SCRIPTS)
    library.open("/drafts")
    library.write("code", code.lower().replace("0", "o"))
    library.enter()
    assert step_of(library) == "place"


def test_a_rule_grants_a_bathroom_at_once_and_the_permit_is_there(comes: Comes) -> None:
    kofi = comes("kofi", "en", Mode(320))
    filed = apply(kofi, "building-permit", BATHROOM)
    kofi.open_until(f"/cases/{filed.reference}", "a[href*='/documents/']")
    kofi.follow_to("/documents/")
    assert filed.reference in kofi.text()


def test_a_case_is_taken_back(comes: Comes) -> None:
    nour = comes("nour", "es", Mode(320))
    filed = apply(nour, "birth-certificate", BIRTH_CERTIFICATE)
    nour.open(f"/cases/{filed.reference}")
    nour.follow_to("/withdrawal")
    nour.do_it()
    assert nour.path.endswith(f"/cases/{filed.reference}")
    nour.open(f"/cases/{filed.reference}/withdrawal")
    assert not nour.line.run("return document.querySelector('main form button') !== null"), (
        "it cannot be taken back twice"
    )


@pytest.mark.parametrize("locale", ["zh-Hant", "ar"])
def test_another_language_is_chosen_in_the_middle_of_a_form(comes: Comes, locale: str) -> None:
    kofi = comes("kofi", "en", Mode(320))
    start(kofi, "birth-certificate")
    asked = steps(kofi, BIRTH_CERTIFICATE)
    assert [next(asked) for _ in range(3)] == ["for_whom", "applicant", "born_here"]
    kofi.tab_to(lambda stop: stop.href.startswith(f"/{locale}/drafts/"), f"the language {locale}")
    kofi.enter()
    kofi.locale = locale
    assert step_of(kofi) == "born_here"
    kofi.follow("Back")
    kofi.follow("Back")
    kofi.tab_to(lambda stop: stop.field == "for_whom", "the question")
    assert kofi.here().checked
