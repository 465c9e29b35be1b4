"""Pages that nobody asks for: not there, not allowed, too big, too often, too late, busy, away, broken."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from itertools import count

from app import identity
from app.kit import db
from app.kit.engines import sqlite_path
from app.kit.towns import Town
from tests import applying
from tests.accessibility.answers import BIRTH_CERTIFICATE
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.cast import BY_KEY

TROUBLE = "trouble"


def look(scene: Scene) -> None:
    guest, person = scene.guest(), scene.somebody()
    guest.see(guest.at("/nowhere"), "404 not there", at=TROUBLE)
    guest.see(guest.at("/sign-out"), "405 not like that", at=TROUBLE)
    guest.send(guest.at("/sign-in"), "413 too big", {"email": "x" * 70_000}, at=TROUBLE)
    person.send(person.at("/me/sessions"), "403 not from our page", {"_token": "stale"}, at=TROUBLE)
    narrowed(scene, too_late(scene, person))
    busy(scene, guest, person)
    too_often(guest)
    broken(scene, guest)


def too_late(scene: Scene, person: Somebody) -> str:
    """A form that was sent already, and a request that was taken back already."""
    place = applying.begin(person.http, "birth-certificate", scene.locale)
    reference = apply_from(person, place)
    person.see(place, "410 sent already", at=TROUBLE)
    withdrawal = person.at(f"/cases/{reference}/withdrawal")
    person.open(withdrawal)
    person.http.submit(withdrawal)
    person.send_here("409 taken back already", at=TROUBLE)
    return reference


def narrowed(scene: Scene, reference: str) -> None:
    """A clerk writes down what is to be done with a case while her function is taken away."""
    clerk, administrator = scene.staff("clara"), scene.staff("vera")
    clerk.see(clerk.at("/desk/nowhere"), "404 at the desk", at=TROUBLE)
    clerk.open(clerk.at(f"/desk/cases/{reference}/tasks"))
    with db.read(scene.site.town) as unit:
        account = identity.by_email(unit, BY_KEY["clara"].email)
    administrator.http.submit(administrator.at(f"/desk/staff/{account}"), {"roles.works": "clerk"})
    clerk.send_here("404 functions changed", {"what": "Ring the hospital. Ask for the book of 1983."}, at=TROUBLE)


def apply_from(person: Somebody, place: str) -> str:
    return applying.send(person.http, applying.fill(person.http, place, BIRTH_CERTIFICATE))


def busy(scene: Scene, guest: Somebody, person: Somebody) -> None:
    """Somebody else writes for so long that nobody gets a turn: a form, and one with files."""
    draft = applying.begin(person.http, "birth-certificate", scene.locale)
    with others_write(scene.site.town):
        person.send(draft, "503 busy", {"for_whom": "me"}, at=TROUBLE)


def too_often(guest: Somebody) -> None:
    for tries in count():
        if guest.http.post(guest.at("/check"), data={"code": f"00000000{tries:02}"}).status_code == 429:
            break
        assert tries < 200, "codes can be tried without end"
    guest.send(guest.at("/check"), "429 too often", {"code": "0000000000"}, at=TROUBLE)


def broken(scene: Scene, guest: Somebody) -> None:
    with closing(sqlite3.connect(sqlite_path(scene.site.town.database_url), timeout=10)) as database:
        database.execute("ALTER TABLE one_time_link RENAME TO lost")
        database.commit()
    guest.send(guest.at("/sign-in"), "500 broken", {"email": "somebody@puertoclaro.example"}, at=TROUBLE)


@contextmanager
def others_write(town: Town) -> Iterator[None]:
    with closing(sqlite3.connect(sqlite_path(town.database_url), timeout=10, isolation_level=None)) as database:
        database.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            database.execute("ROLLBACK")
