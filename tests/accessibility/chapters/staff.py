"""Staff: what a link alone opens to them, and how they come to the desk."""

from app.identity import links
from app.kit import db
from tests.accessibility.chapters.passkeys import refused
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.browser.authenticator import Device
from tests.cast import BY_KEY

FACTOR = "/sign-in/second-factor"


def look(scene: Scene) -> None:
    second_factor(scene)


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


def by_mail(scene: Scene, key: str) -> Somebody:
    """Come in by a link as anybody can have it mailed."""
    with db.write(scene.site.town) as unit:
        link = links.ask(unit, BY_KEY[key].email, scene.locale, "")
        code = links.code(unit, link)
    return scene.by_link(f"{scene.site.url}/{scene.locale}/sign-in/links/{code}")
