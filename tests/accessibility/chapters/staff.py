"""Staff: what a link alone opens to them, how they come to the desk, and how an administrator invites, changes and lets
them go."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import update

from app import cases, identity
from app.desk.watching import reviewing
from app.desk.watching.models import Watch
from app.identity import links, staff
from app.identity.models import OneTimeLink
from app.kit import db
from app.kit.actor import Actor
from app.kit.ids import new_id
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
    watching(scene, administrator)
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


def watching(scene: Scene, administrator: Somebody) -> None:
    """Nothing unusual; then two lines, one of which has been looked into."""
    page, town = administrator.at("/desk/watching"), scene.site.town
    administrator.see(page, "empty")
    clara, samir = account(town, "clara"), account(town, "samir")
    with db.write(town) as unit:
        lines = [(new_id(), clara, reviewing.MANY, 53), (new_id(), samir, reviewing.ONESELF, 1)]
        for id, who, kind, count in lines:
            db.add(
                unit, Watch, id=id, account_id=who, day=unit.now.date(), kind=kind, count=count, at=unit.now,
                seen_at=None, seen_by=None, note=None,
            )  # fmt: skip
    first, second = f"note.{lines[0][0]}", f"note.{lines[1][0]}"
    administrator.http.submit(page, {second: "His own tree permit"}, to=f"{page}/{lines[1][0]}")
    administrator.see(page)
    administrator.send(page, "wrong", {first: "x" * 501})


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
