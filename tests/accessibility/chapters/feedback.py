"""Was this easy? Asked about a page and after a case, and what a department reads of it."""

import re
from datetime import timedelta

from sqlalchemy import update

from app.insights.feedback import giving
from app.insights.feedback.models import Feedback
from app.kit import db
from app.kit.towns import Town
from tests.accessibility.answers import LARGE_ITEMS, apply
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody

SERVICE = "/services/birth-certificate"
WORDS = {
    "en": "I found the day I needed at once",
    "es": "No entendí qué es el libro de familia",
    "zh-Hant": "請把電話寫大一點",
    "ar": "الصفحة واضحة ولكن الخط صغير",
}
EASES = (5, 2, 3, 4)


def prepare(town: Town, locale: str) -> None:
    """Answers in every language, each of a day of its own, so that they stand in one order."""
    table = db.table(Feedback)
    with db.write(town) as unit:
        day = unit.today
        for ease, (spoken, words) in zip(EASES, WORDS.items(), strict=True):
            for page, said in ((SERVICE, words), (SERVICE, ""), ("/search", words)):
                giving.of_page(unit, page, spoken, giving.Given(ease, said))
                day -= timedelta(days=1)
                db.change(unit, update(table).where(table.c.day == unit.today).values(day=day))


def look(scene: Scene) -> None:
    of_a_page(scene)
    of_a_case(scene)
    at_the_desk(scene)


def of_a_page(scene: Scene) -> None:
    guest = scene.guest()
    form = f"{guest.at('/feedback')}?page={SERVICE}"
    guest.see(form)
    guest.send(form, "wrong", {"words": "x" * 501})
    guest.see(f"{guest.at('/feedback/thanks')}?page={SERVICE}")
    guest.see(guest.at("/feedback/thanks"), "of all pages")


def of_a_case(scene: Scene) -> None:
    """What she takes back is closed too."""
    person = scene.somebody()
    reference = apply(person.http, "large-items", LARGE_ITEMS, scene.locale)
    case = person.at(f"/cases/{reference}")
    form = asked(person, f"{case}/receipt")
    person.see(form, "of the form")
    person.send(form, "wrong")
    person.http.submit(f"{case}/withdrawal")
    person.see(case, "closed")
    person.see(asked(person, case), "of the end")


def asked(person: Somebody, page: str) -> str:
    """Where a page leads for saying whether it was easy."""
    found = re.search(rf'href="({person.at("/feedback/")}[^"]+)"', person.http.get(page).text)
    assert found, f"{page} does not ask"
    return found[1]


def at_the_desk(scene: Scene) -> None:
    nobody_yet, clerk = scene.staff("tomas"), scene.staff("clara")
    nobody_yet.see(nobody_yet.at("/desk/feedback"), "empty")
    desk = clerk.at("/desk/feedback")
    clerk.see(desk)
    clerk.see(f"{desk}?about=birth_certificate", "one service")
    removal = re.search(r'href="([^"]+/removal[^"]*)"', clerk.http.get(f"{desk}?about=birth_certificate").text)
    assert removal, "nothing was written"
    clerk.see(removal[1])
