"""Passkeys with a device that keeps them, by keyboard alone."""

import time

from tests.browser.authenticator import Device
from tests.browser.people import Comes
from tests.browser.person import MOMENT, Person, Site

USE = "Sign in with a passkey"
ASKED = (
    "return performance.getEntriesByType('resource').some(got => got.name.endsWith('/challenges') && got.responseEnd)"
)
REFUSED = "does not open an account here"


def add_one(person: Person) -> Device:
    device = Device(person)
    person.open("/me")
    person.follow("Your passkeys")
    person.follow("Add a passkey")
    assert "Next time you can sign in with it" in person.text("main")
    return device


def go_and_come_back(person: Person, device: Device) -> None:
    """Sign out, and stand before the page to sign in."""
    device.untouched()
    person.open("/me")
    person.follow("Sign out")
    come(person, device)


def come(person: Person, device: Device) -> None:
    """Stand before the page to sign in, and choose none of its suggestions."""
    person.open("/sign-in")
    person.wait(lambda: person.line.run(ASKED), "the page asks for no suggestions")
    time.sleep(MOMENT)
    device.touch()


def use(person: Person, path: str) -> None:
    """Press the button, and arrive there."""
    person.follow(USE)
    assert person.path == path


def test_somebody_adds_a_passkey_and_comes_back_with_one_press(comes: Comes) -> None:
    kofi = comes("kofi", "en")
    device = add_one(kofi)
    go_and_come_back(kofi, device)
    use(kofi, "/en/me")


def test_the_field_for_the_address_offers_what_the_device_keeps(comes: Comes) -> None:
    """A device that answers at once stands for somebody who chooses the suggestion."""
    nour = comes("nour", "en")
    device = add_one(nour)
    device.untouched()
    nour.open("/me")
    nour.follow("Sign out")
    nour.open("/sign-in")
    assert nour.line.run("return document.querySelector('[name=email]').autocomplete") == "email webauthn"
    device.touch()
    nour.open("/sign-in")
    nour.wait(lambda: nour.path == "/en/me", f"{nour.path} stays")


def test_a_device_is_not_asked_twice(comes: Comes) -> None:
    lin = comes("lin", "en")
    device = add_one(lin)
    lin.open("/me/passkeys")
    lin.press("Add a passkey")
    lin.wait(lambda: "has a passkey of yours already" in lin.text("main"), "nothing was said")
    assert "has a passkey of yours already" in lin.text(":focus")
    assert len(device.keys) == 1


def test_a_device_without_a_key_says_so_and_the_link_by_e_mail_is_there(comes: Comes) -> None:
    stranger = comes(None, "en")
    device = Device(stranger)
    device.untouched()
    come(stranger, device)
    stranger.press(USE)
    stranger.wait(lambda: "Your device gave no passkey" in stranger.text("main"), "nothing was said")
    assert "Your device gave no passkey" in stranger.text(":focus")
    stranger.write("email", "stranger@example.com")
    stranger.follow("Send me the link")
    assert "Check your e-mail" in stranger.heading()


def test_whoever_finds_the_device_comes_to_nothing(comes: Comes) -> None:
    ines = comes("ines", "en")
    device = add_one(ines)
    go_and_come_back(ines, device)
    device.refuse()
    ines.press(USE)
    ines.wait(lambda: "Your device gave no passkey" in ines.text("main"), "nothing was said")
    ines.open("/me")
    assert ines.path == "/en/sign-in"


def test_a_lost_device_is_taken_off_and_opens_nothing(comes: Comes) -> None:
    mar = comes("mar", "en")
    device = add_one(mar)
    elsewhere = comes("mar", "en")
    elsewhere.open("/me/passkeys")
    elsewhere.follow_to("/removal")
    elsewhere.follow("Remove the passkey")
    go_and_come_back(mar, device)
    use(mar, "/en/sign-in/passkey")
    assert REFUSED in mar.text(".error-summary")


def test_a_foreign_key_opens_nothing(comes: Comes) -> None:
    amina, dan = comes("amina", "en"), comes(None, "en")
    key = add_one(amina).keys[0]
    made_up = {name: value for name, value in key.items() if name != "credentialId"}
    device = Device(dan)
    device.untouched()
    device.put(made_up | {"credentialId": "bm90IGhlcnM="})
    come(dan, device)
    use(dan, "/en/sign-in/passkey")
    assert REFUSED in dan.text(".error-summary")


def test_a_copy_ends_the_key_and_its_owner_is_told(comes: Comes, site: Site) -> None:
    boris, thief = comes("boris", "en"), comes(None, "en")
    device = add_one(boris)
    stolen = device.keys[0]
    for _ in range(2):
        go_and_come_back(boris, device)
        use(boris, "/en/me")

    copy = Device(thief)
    copy.untouched()
    copy.put(stolen)
    come(thief, copy)
    use(thief, "/en/sign-in/passkey")
    assert "copied" in thief.text(".error-summary")
    thief.wait(
        lambda: [
            mail for mail in site.mailbox() if mail["to"] == "boris@puertoclaro.example" and mail["locale"] == "ar"
        ],
        "its owner heard nothing",
    )
