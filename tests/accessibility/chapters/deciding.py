"""What the law grants around a decision: more time, recall, correction, the days of an outage."""

import re
from datetime import date, timedelta

from app.cases.clock import LegalCalendar
from app.kit.settling import settle
from app.kit.towns import Town
from app.wiring import jobs
from tests import applying
from tests.accessibility.answers import BUILDING_PERMIT, apply, day
from tests.accessibility.scene import WHO, Scene
from tests.accessibility.visitor import Somebody
from tests.cases.profiles import SPAIN
from tests.proof import loads
from tests.towns import Client

A_MONDAY = date(2026, 3, 16)
DAYS = LegalCalendar.of(SPAIN)
APPEAL = {"wrong": {"wrong": "El libro de familia dice otra cosa."}, "truth": {"truth": "yes"}}


def prepare(town: Town, locale: str) -> None:
    """Two certificates that were refused after a hearing, with a message, all told at once; the first was corrected."""
    known = jobs.install()
    loads.recall(town, "PT0S")
    person, clara = Client(town).sign_in(WHO[locale]), Client(town).sign_in("clara")
    for number in range(2):
        reference = applying.certificate(person, locale)
        refuse(person, clara, reference, locale)
        if number == 0:
            clara.submit(f"/{locale}/desk/cases/{reference}/correction/grant", {"reasons": "entry_found"})
    settle(town, known)
    loads.recall(town, "PT10M")
    person.close()
    clara.close()


def refuse(person: Client, clara: Client, reference: str, locale: str) -> None:
    case, answers = f"/{locale}/desk/cases/{reference}", f"/{locale}/cases/{reference}/answers"
    clara.submit(f"{case}/steps/hear", {"reasons": "hear_entry_not_found"})
    person.submit(answers, {"statement": "El hospital viejo."})
    clara.submit(case, {"text": "Traiga el libro de familia."}, to=f"{case}/messages")
    clara.submit(f"{case}/steps/refuse", {"reasons": "entry_not_found"})


def look(scene: Scene) -> None:
    clerk, person = scene.staff("clara"), scene.somebody()
    corrected(scene)
    reference = apply(person.http, "building-permit", BUILDING_PERMIT, scene.locale)
    more_time(scene, reference)
    clerk.see(clerk.at(f"/desk/cases/{reference}?said=extended"), "more time")
    person.see(person.at(f"/cases/{reference}"), "more time")
    taken_back(scene, reference)
    outage(scene)


def corrected(scene: Scene) -> None:
    """A refusal as a document; and one that became a grant, with what it was before."""
    clerk, person, guest = scene.staff("clara"), scene.somebody(), scene.guest()
    told = re.findall(r'/cases/(VC-[0-9A-Z-]+)"', person.http.get(person.at("/me/cases")).text)
    refused, granted = dict.fromkeys(told)
    person.see(person.at(f"/cases/{refused}"), "waits")
    person.see(person.at("/me"), "a notification waits")
    at_the_window(scene, refused)
    opened(person, refused)
    opened(person, granted)
    person.see(person.at(f"/cases/{refused}"), "refused")
    person.see(person.at(f"/cases/{granted}"), "corrected")
    letters = [papers(person, reference)[-1] for reference in (refused, granted)]
    person.see(letters[0], "a decision")
    person.see(letters[1], "replaced")
    code = re.findall(r'<bdi class="proof-code">([^<]+)</bdi>', person.http.get(letters[1]).text)[-1]
    guest.send(guest.at("/check"), "replaced", {"code": code})
    case = clerk.at(f"/desk/cases/{refused}")
    clerk.see(case, "told")
    clerk.see(clerk.at(f"/desk/cases/{granted}"), "corrected")
    clerk.see(f"{case}/correction/grant")
    clerk.send(f"{case}/correction/grant", "wrong")
    [message] = re.findall(r'href="([^"]+/messages/[^"]+/correction)"', clerk.http.get(case).text)
    clerk.see(message)
    clerk.send(message, "wrong", {"text": ""})
    appealed(scene, refused)


def appealed(scene: Scene, refused: str) -> None:
    """An appeal against the refusal, and whoever decides on it with the first file in view."""
    person, other = scene.somebody(), scene.staff("olga")
    page = person.at(f"/cases/{refused}/appeal")
    person.see(page)
    draft = person.http.submit(page)
    place = person.http.get(draft).headers["location"]
    reference = applying.send(person.http, applying.fill(person.http, place, APPEAL))
    person.see(person.at(f"/cases/{refused}"), "appealed")
    case = other.at(f"/desk/cases/{reference}")
    other.see(case, "appeal")
    other.see(f"{case}/first")
    letter = re.findall(r'href="([^"]+/first/documents/[^"]+)"', other.http.get(f"{case}/first").text)[0]
    other.see(letter)


def opened(person: Somebody, reference: str) -> None:
    """What waits to be opened is looked at, and opened."""
    html = person.http.get(person.at(f"/cases/{reference}")).text
    page = re.findall(r'href="([^"]+/notifications/[^"]+)"', html)[0]
    person.see(page)
    person.http.submit(page)


def at_the_window(scene: Scene, reference: str) -> None:
    """What waits is held out on paper; nothing was said yet of who is there."""
    clerk = scene.staff("clara")
    page = clerk.at(f"/desk/cases/{reference}/serving")
    clerk.see(page)
    clerk.send(page, "wrong", {})


def papers(person: Somebody, reference: str) -> list[str]:
    """The addresses of her documents, the newest first."""
    html = person.http.get(person.at(f"/cases/{reference}")).text
    return list(dict.fromkeys(re.findall(r'href="([^"]+/documents/[^"]+)"', html)))


def more_time(scene: Scene, reference: str) -> None:
    clerk = scene.staff("clara")
    page = clerk.at(f"/desk/cases/{reference}/extension")
    clerk.see(page)
    clerk.send(page, "wrong", {"until.day": "31", "until.month": "2", "until.year": "2030"})
    due = date.fromisoformat(re.findall(r'datetime="(\d{4}-\d\d-\d\d)"', clerk.http.get(page).text)[-1])
    until = DAYS.working_from(due + timedelta(days=7))
    day = {"until.day": str(until.day), "until.month": str(until.month), "until.year": str(until.year)}
    clerk.http.submit(page, {"reasons": "many_papers", "text": "Dos planos no coinciden.", **day})


def taken_back(scene: Scene, reference: str) -> None:
    """A message and a decision that the person was not told of yet."""
    clerk = scene.staff("clara")
    case = clerk.at(f"/desk/cases/{reference}")
    clerk.http.submit(case, {"text": "Traiga el plano."}, to=f"{case}/messages")
    clerk.http.submit(f"{case}/steps/grant", {"reasons": "drawings_in_order"})
    clerk.see(f"{case}/recall")
    message = re.findall(r'href="([^"]+/messages/[^"]+/recall)"', clerk.http.get(case).text)[0]
    clerk.see(message)
    for page in (message, f"{case}/recall"):
        clerk.http.submit(page)
    clerk.see(f"{case}?said=recalled", "recalled")


def outage(scene: Scene) -> None:
    """The portal did not work: written down while it lasts, ended, corrected, and what everybody can read of it."""
    chief, guest = scene.staff("samir"), scene.guest()
    page, public = chief.at("/desk/outages"), guest.at("/outages")
    guest.see(public, "none")
    chief.see(page, "none")
    began = moment("since", A_MONDAY, "09:30")
    chief.send(page, "wrong", {**began, "since_time": "half past nine"})
    chief.http.submit(page, began)
    one = re.findall(r'href="([^"]+/desk/outages/[^"]+)"', chief.http.get(page).text)[0]
    chief.see(one, "running")
    chief.http.submit(one, moment("until", A_MONDAY, "14:00"))
    chief.see(one)
    chief.http.submit(one, {**began, **moment("until", A_MONDAY, "13:00")})
    chief.see(f"{page}?said=outage")
    guest.see(public)


def moment(name: str, on: date, at: str) -> dict[str, str]:
    return {**day(name, on), f"{name}_time": at}
