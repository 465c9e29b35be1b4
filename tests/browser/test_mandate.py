"""Acting by mandate, by keyboard alone: given, accepted, used, read by both, ended."""

from a11y_tests.modes import Mode
from tests.browser.applying import BIRTH_CERTIFICATE, send, steps
from tests.browser.people import Comes
from tests.browser.person import Person
from tests.identity.identifying import told

BOTH = "Dan Whitlock acts for Kofi Mensah"


def test_kofi_lets_dan_act_for_him_reads_what_he_did_and_ends_it(comes: Comes) -> None:
    kofi, dan = comes("kofi", "en", Mode(320)), comes("dan", "en", Mode(1280))
    give(kofi, "dan@puertoclaro.example")
    dan.open("/me/mandates/code")
    dan.write("code", told(kofi.site.town))  # type: ignore[attr-defined]
    dan.enter()
    dan.follow("Say yes")
    assert dan.reads("You act for somebody now.")
    mandate = dan.path
    dan.tab_to(lambda stop: stop.tag == "button" and "birth certificate" in dan.spoken().lower(), "the form to begin")
    dan.enter()
    for _ in steps(dan, BIRTH_CERTIFICATE):
        assert BOTH in dan.text("main"), "on every screen"
    filed = send(dan)
    assert BOTH in dan.text("main")

    kofi.open(f"/cases/{filed.reference}")
    assert BOTH in kofi.text("main")
    kofi.open("/me/mandates")
    kofi.follow("End it")
    kofi.follow("End the mandate")
    assert kofi.reads("The mandate has ended. Both are told.")

    for path in (f"/cases/{filed.reference}", mandate.removeprefix("/en")):
        dan.open(path)
        assert dan.reads("This mandate has ended")
        assert "Kofi Mensah ended the mandate by which Dan Whitlock acted for them." in dan.text("main")


def give(person: Person, address: str) -> None:
    person.open("/me/mandates")
    person.follow("Let somebody act for you")
    person.write("email", address)
    person.tick("services", "birth_certificate")
    person.choose("rights", "act")
    person.choose("until", "P3M")
    person.follow("Give the mandate")
    assert person.reads("The mandate is given. It can be used as soon as the person says yes.")
