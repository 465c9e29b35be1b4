"""Was this easy? Asked about a page and after a case, and what a department reads of it."""

import re

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
    nobody_yet, clerk, guest = scene.staff("tomas"), scene.staff("clara"), scene.guest()
    nobody_yet.see(nobody_yet.at("/desk/feedback"), "empty")
    for ease, (locale, words) in enumerate(WORDS.items(), 1):
        for page, said in ((SERVICE, words), (SERVICE, ""), ("/search", words)):
            guest.http.submit(
                f"/{locale}/feedback", {"page": page, "ease": str(ease), "words": said}, to=f"/{locale}/feedback"
            )
    desk = clerk.at("/desk/feedback")
    clerk.see(desk)
    clerk.see(f"{desk}?about=birth_certificate", "one service")
    removal = re.search(r'href="([^"]+/removal)"', clerk.http.get(f"{desk}?about=birth_certificate").text)
    assert removal, "nothing was written"
    clerk.see(removal[1])
