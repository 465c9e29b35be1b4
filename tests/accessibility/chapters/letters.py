"""The mails and letters that people get, each opened alone."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from app.kit.settling import settle
from app.kit.towns import Town
from app.wiring import jobs
from tests import applying
from tests.accessibility.post import letter_box
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.accessibility.waiting import until
from tests.codesign.reporting import mend, place, report
from tests.towns import Client

ASKED = {"fields": ["parents"], "reason": "missing", "text": "Both names, please."}
Item = dict[str, Any]
MAIL, LETTER = "mail", "letter"
MAILS = {1: ("received, of a guest",), 2: ("received", "posted"), 3: ("", "asked", "message")}
"""What has been told of a case by so many mails, in their order; nothing where another has shown it."""
BARRIERS = {
    "hard@puertoclaro.example": ("barrier received", "barrier found", "barrier to try again"),
    "blocked@puertoclaro.example": ("", "", "barrier mended"),
    "annoyed@puertoclaro.example": ("", "barrier refused"),
}
"""By who reported it: in the first case she tries it again, in the second she did not want to be asked."""
NOT_OURS = {"text": "The page is of another town hall."}
GUEST, STRANGER = "guest@puertoclaro.example", "somebody@puertoclaro.example"
RECALL = timedelta(minutes=11)


def prepare(town: Town, locale: str) -> None:
    """A certificate that was granted and posted, another for which an answer is missing, somebody who only reads
    letters, and three barriers: what is told of them has left before the town opens."""
    known = jobs.install()
    dan, boris, clara = (Client(town).sign_in(key) for key in ("dan", "boris", "clara"))
    guest = Client(town)
    posted = applying.certificate(dan, locale, **applying.BY_POST)
    asked = applying.certificate(dan, locale)
    applying.certificate(boris, locale)
    applying.pickup(guest, GUEST, locale)
    hard, blocked, annoyed = (
        report(guest, locale, email=address, effort=address.partition("@")[0], again="yes" if number == 0 else "no")
        for number, address in enumerate(BARRIERS)
    )
    settle(town, known)
    desk = f"/{locale}/desk/cases"
    clara.submit(f"{desk}/{posted}/steps/grant")
    clara.submit(f"{desk}/{asked}/request", ASKED)
    clara.submit(f"{desk}/{annoyed}/steps/refuse", NOT_OURS)
    for barrier in (hard, blocked):
        assert place(clara, barrier).status_code == 303
    settle(town, known)
    for barrier in (hard, blocked):
        assert mend(clara, barrier).status_code == 303
    clara.submit(f"{desk}/{asked}", {"text": "We wait."}, to=f"{desk}/{asked}/messages")
    settle(town, known)
    town.clock.move(RECALL)
    settle(town, known)
    for one in (dan, boris, clara, guest):
        one.close()


def look(scene: Scene) -> None:
    guest = scene.guest()
    with letter_box(scene.site) as box:
        for at, state, item in every_kind(scene, guest):
            guest.see(f"{box}/{item['id']}", state, at=at)


def every_kind(scene: Scene, guest: Somebody) -> Iterator[tuple[str, str, Item]]:
    by_case: dict[str, list[Item]] = {}
    for item in reversed(scene.site.mailbox()):
        if item["channel"] == "email":
            by_case.setdefault(item["case"], []).append(item)
        else:
            yield LETTER, "with a document" if "letter-enclosed" in item["html"] else "alone", item
    for items in by_case.values():
        states = BARRIERS.get(items[0]["to"]) or MAILS[len(items)]
        yield from ((MAIL, state, item) for state, item in zip(states, items, strict=True) if state)
    yield MAIL, "sign-in link", after(scene, guest, "/sign-in", {"email": STRANGER}, STRANGER)
    reference = next(case for case, items in by_case.items() if items[0]["to"] == GUEST)
    case = {"reference": reference, "address": GUEST}
    yield MAIL, "code of a case", after(scene, guest, "/check/follow", case, GUEST)


def after(scene: Scene, guest: Somebody, path: str, given: dict[str, str], to: str) -> Item:
    """The mail that a form sends to this address."""
    before = {item["id"] for item in scene.site.mailbox()}
    guest.http.post(guest.at(path), data={"_token": guest.http.token(guest.at(path)), **given})

    def came() -> Item | None:
        return next((each for each in scene.site.mailbox() if each["id"] not in before and each["to"] == to), None)

    return until(came, f"no mail came to {to} after {path}")
