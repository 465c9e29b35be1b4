"""Staff: what a link alone opens to them, how they come to the desk, and how an administrator invites, changes and lets
them go."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import update

from app import cases, identity
from app.identity import links, staff
from app.identity.models import OneTimeLink
from app.kit import db
from app.kit.actor import Actor
from app.kit.towns import Town
from tests.accessibility.answers import BIRTH_CERTIFICATE, apply
from tests.accessibility.chapters.passkeys import refused
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.browser.authenticator import Device
from tests.cast import BY_KEY

FACTOR, STAFF = "/sign-in/second-factor", "/desk/staff"


def look(scene: Scene) -> None:
    second_factor(scene)
    administrator = scene.staff("vera")
    administrator.see(administrator.at("/me"), "administrator")
    administrator.see(administrator.at(STAFF))
    invitation(scene, administrator)
    changes(scene, administrator)


def second_factor(scene: Scene) -> None:
    """Without a passkey, with one, and with one that is not on this device."""
    new = by_mail(scene, "tomas")
    new.see(new.at(FACTOR), "no passkey yet")
    owner = scene.staff("tomas")
    Device(owner.person)
    owner.open(owner.at("/me/passkeys"))
    owner.person.follow("Add a passkey")
    again = by_mail(scene, "tomas")
    Device(again.person)
    again.see(again.at(FACTOR))
    again.person.press("Use my passkey")
    refused(again)
    again.look_here("refused")


def invitation(scene: Scene, administrator: Somebody) -> None:
    """Sent, come to, and run out."""
    form, listed = administrator.at(f"{STAFF}/invitations"), administrator.at(STAFF)
    administrator.see(form)
    administrator.send(form, "wrong", {"name": "", "email": "marta"})
    for name, email in (("Marta Gil", "marta@puertoclaro.example"), ("Iker Sanz", "iker@puertoclaro.example")):
        typed = {"name": name, "email": email, "language": scene.locale, "roles.works": "clerk"}
        administrator.http.submit(form, typed)
    administrator.see(listed, "invited")
    with db.read(scene.site.town) as unit:
        first, second = staff.all_waiting(unit)
        paths = [f"/{scene.locale}/sign-in/links/{links.code(unit, each.link_id)}" for each in (first, second)]
    guest = scene.guest()
    guest.see(paths[0], "invited")
    run_out(scene.site.town, second.link_id)
    guest.see(paths[1], "invitation over")
    administrator.see(listed, "invitation over")
    new = scene.by_link(f"{scene.site.url}{paths[0]}")
    new.see(new.at(FACTOR), "to make one")
    new.send(new.at(FACTOR), "wrong", {"credential": "{}"})


def changes(scene: Scene, administrator: Somebody) -> None:
    clara, tomas, vera = (account(scene.site.town, key) for key in ("clara", "tomas", "vera"))
    reference = apply(scene.somebody().http, "birth-certificate", BIRTH_CERTIFICATE, scene.locale)
    with db.write(scene.site.town) as unit:
        case = cases.by_reference(unit, reference)
        assert case is not None
        cases.assign(unit, case, Actor.system("test"), clara)
    hers = administrator.at(f"{STAFF}/{clara}")
    administrator.see(hers)
    administrator.send(hers, "wrong", dict.fromkeys(("roles.civil_registry", "roles.works"), []))
    administrator.see(f"{hers}/departure")
    administrator.see(administrator.at(f"{STAFF}/{tomas}/departure"), "no cases")
    administrator.see(administrator.at(f"{STAFF}/{vera}/departure"), "only one")


def by_mail(scene: Scene, key: str) -> Somebody:
    """Come in by a link as anybody can have it mailed."""
    with db.write(scene.site.town) as unit:
        link = links.ask(unit, BY_KEY[key].email, scene.locale, "")
        code = links.code(unit, link)
    return scene.by_link(f"{scene.site.url}/{scene.locale}/sign-in/links/{code}")


def account(town: Town, key: str) -> UUID | None:
    with db.read(town) as unit:
        return identity.by_email(unit, BY_KEY[key].email)


def run_out(town: Town, link: UUID) -> None:
    table = db.table(OneTimeLink)
    with db.write(town) as unit:
        late = unit.now - timedelta(minutes=1)
        db.change(unit, update(table).where(table.c.id == link).values(until=late))
