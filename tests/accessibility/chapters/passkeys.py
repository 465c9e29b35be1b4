"""Passkeys: none yet, added, on this device already, removed; signing in with one that is not there; and recovery
codes, for the day when nothing else is there."""

from datetime import timedelta

from sqlalchemy import update

from app.identity.models import Passkey
from app.kit import db
from tests.accessibility.scene import WHO, Scene
from tests.accessibility.visitor import Somebody
from tests.browser.authenticator import Device
from tests.cast import BY_KEY


def look(scene: Scene) -> None:
    one = scene.somebody()
    owner(one)
    on_paper(scene, one)
    stranger(scene.guest())


def owner(one: Somebody) -> None:
    keys = one.at("/me/passkeys")
    Device(one.person)
    one.see(one.at("/me"), "passkey offered")
    one.see(keys, "none")
    one.person.follow("Add a passkey")
    one.look_here("added")
    one.see(keys)
    one.person.press("Add a passkey")
    refused(one)
    one.look_here("here already")
    one.send(keys, "wrong", {"credential": "{}"})
    one.open(keys)
    one.person.follow_to("/removal")
    one.look_here("plain")


def on_paper(scene: Scene, one: Somebody) -> None:
    guest = scene.guest()
    codes, recovery = one.at("/me/recovery-codes"), guest.at("/sign-in/recovery")
    one.see(codes, "none")
    proof = one.at("/me/proof/codes")
    long_ago(scene)
    one.see(proof, "with a passkey")
    one.person.follow("Use my passkey")
    one.look_here("shown")
    one.person.follow("Make recovery codes")
    one.look_here("readable")
    email = BY_KEY[WHO[scene.locale]].email
    code = one.person.text("ol .code")
    scene.guest().http.submit(recovery, {"email": email, "code": code})
    one.see(codes)
    one.see(proof, "on paper")
    guest.see(recovery)
    guest.send(recovery, "wrong", {"email": email, "code": code})


def long_ago(scene: Scene) -> None:
    """Her passkey is some days old now, so that it shows that it is her."""
    table = db.table(Passkey)
    with db.write(scene.site.town) as unit:
        db.change(unit, update(table).values(created_at=unit.now - timedelta(days=4)))


def stranger(guest: Somebody) -> None:
    Device(guest.person)
    sign_in = guest.at("/sign-in")
    guest.open(sign_in)
    guest.person.press("Sign in with a passkey")
    refused(guest)
    guest.look_here("no passkey")
    guest.send(sign_in, "wrong", {"credential": "{}"})


def refused(one: Somebody) -> None:
    """The page has said that there is no passkey."""
    said = "return 'refused' in document.activeElement.dataset"
    one.person.wait(lambda: one.person.line.run(said), "nothing was said")
