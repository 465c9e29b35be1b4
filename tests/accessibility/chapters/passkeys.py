"""Passkeys: none yet, added, on this device already, removed; and signing in with one that is not there."""

from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.browser.authenticator import Device


def look(scene: Scene) -> None:
    owner(scene.somebody())
    stranger(scene.guest())


def owner(one: Somebody) -> None:
    keys = one.at("/me/passkeys")
    Device(one.person)
    one.see(one.at("/me"), "passkey offered")
    one.see(keys, "none")
    one.person.follow("Add a passkey")
    one.look_here("added")
    one.see(keys)
    one.press("Add a passkey", "here already")
    one.send(keys, "wrong", {"credential": "{}"})
    one.open(keys)
    one.person.follow_to("/removal")
    one.look_here("plain")


def stranger(guest: Somebody) -> None:
    device = Device(guest.person)
    device.untouched()
    sign_in = guest.at("/sign-in")
    guest.open(sign_in)
    guest.person.press("Sign in with a passkey")
    device.touch()
    guest.person.wait(lambda: guest.person.line.run("return document.activeElement.dataset.refused === ''"), "no word")
    guest.look_here("no passkey")
    guest.send(sign_in, "wrong", {"credential": "{}"})
