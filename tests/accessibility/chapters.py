"""The ways people take through the town, told so that every page is come to once; each is walked in every language."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from a11y_tests.modes import PLAIN
from a11y_tests.pages import from_sitemap
from tests.accessibility.chapter_barrier import barriers
from tests.accessibility.chapter_statement import statement
from tests.accessibility.eyes import Eyes
from tests.browser.applying import (
    BATHROOM,
    BIRTH_CERTIFICATE,
    BUILDING_PERMIT,
    LARGE_ITEMS,
    Answer,
    a_contact,
    apply,
    receipt,
    send,
    start,
    steps,
)
from tests.browser.people import Comes
from tests.browser.person import Person, Site

Chapter = Callable[[Comes, Site, Eyes], None]
WHO = {"en": "kofi", "es": "nour", "zh-Hant": "lin", "ar": "amina"}


def public_pages(comes: Comes, site: Site, eyes: Eyes) -> None:
    """What anybody may read: the sitemap, and the page for what is not there."""
    guest = comes(None, eyes.locale, PLAIN)
    for address in from_sitemap(site.url, (eyes.locale,)):
        guest.driver.get(address)
        eyes.look(guest)
    guest.open("/nowhere")
    eyes.look(guest, "not there")
    guest.driver.get(f"{site.url}/demo/mailbox")
    eyes.look(guest)


def ways_in(comes: Comes, site: Site, eyes: Eyes) -> None:
    """Signing in, and all that can go wrong with it."""
    guest = comes(None, eyes.locale, PLAIN)
    guest.open("/sign-in")
    eyes.look(guest)
    guest.write("email", "nobody")
    guest.enter()
    eyes.look(guest, "wrong")
    guest.write("email", "somebody@puertoclaro.example")
    guest.enter()
    eyes.look(guest, "sent")
    guest.open("/sign-in?onward=/me&said=over")
    eyes.look(guest, "session over")
    guest.open("/sign-in/code")
    eyes.look(guest)
    guest.write("code", "1")
    guest.enter()
    eyes.look(guest, "wrong")
    guest.open("/sign-in/links/0000000000")
    eyes.look(guest, "dead")
    guest.driver.get(re.sub(r"/[^/]+/sign-in", f"/{eyes.locale}/sign-in", site.sign_in(WHO[eyes.locale])))
    eyes.look(guest, "open")
    link = guest.path
    guest.follow("Sign in")
    guest.driver.get(site.url + link)
    eyes.look(guest, "used")


def codes(comes: Comes, site: Site, eyes: Eyes) -> None:
    """A receipt's code, a case's code, a draft's code: asked for, wrong, unknown."""
    guest = comes(None, eyes.locale, PLAIN)
    guest.open("/check")
    guest.write("code", "")
    guest.enter()
    eyes.look(guest, "nothing written")
    guest.write("code", "0000000000")
    guest.enter()
    eyes.look(guest, "unknown")
    guest.open("/check")
    guest.write("reference", "VC-7K3M-9QZA")
    guest.write("address", "somebody@puertoclaro.example")
    guest.enter()
    eyes.look(guest, "code sent")
    guest.open("/check/follow/code")
    eyes.look(guest)
    guest.open("/drafts")
    eyes.look(guest)
    guest.write("code", "1")
    guest.enter()
    eyes.look(guest, "wrong")


def birth_certificate(comes: Comes, site: Site, eyes: Eyes) -> None:
    person = comes(WHO[eyes.locale], eyes.locale, PLAIN)
    start(person, "birth-certificate")
    person.follow("Continue")
    eyes.look(person, "wrong")
    person.open("/services/birth-certificate")
    person.follow("Start now")
    eyes.look(person, "begun before")
    person.follow("Go on with it")
    fill(person, eyes, BIRTH_CERTIFICATE)
    filed = receipt(person)
    for page in ("", "/filed", "/withdrawal"):
        person.open(f"/cases/{filed.reference}{page}")
        eyes.look(person)
    person.open("/check")
    person.write("code", filed.code)
    person.enter()
    eyes.look(person, "ours")


def building_permit(comes: Comes, site: Site, eyes: Eyes) -> None:
    person = comes(WHO[eyes.locale], eyes.locale, PLAIN)
    start(person, "building-permit")
    fill(person, eyes, BUILDING_PERMIT)
    rows_again(comes, eyes, person, receipt(person).reference)


def rows_again(comes: Comes, eyes: Eyes, person: Person, reference: str) -> None:
    """A clerk asks for the contacts and the drawings again; the person writes rows, leaves, and sends."""
    clerk = comes("clara", eyes.locale, PLAIN)
    clerk.open(f"/desk/cases/{reference}/request")
    for question in ("contacts", "drawings"):
        clerk.tick("fields", question)
    clerk.choose("reason", "wrong")
    clerk.do_it()
    person.open(f"/cases/{reference}/answers")
    person.attach("drawings", Path(__file__))
    person.do_it()
    eyes.look(person, "rows missing, a file of another kind")
    person.tab_to(lambda stop: stop.field == "contacts.add", "the button that adds a row")
    person.enter()
    eyes.look(person)
    person.do_it()
    eyes.look(person, "wrong")
    a_contact(person)
    person.do_it()
    eyes.look(person, "a row")
    person.follow("Save and finish later")
    eyes.look(person, "kept")
    person.open(f"/cases/{reference}/answers")
    person.do_it()
    eyes.look(person, "rows answered")


def large_items(comes: Comes, site: Site, eyes: Eyes) -> None:
    guest = comes(None, eyes.locale, PLAIN)
    start(guest, "large-items")
    fill(guest, eyes, LARGE_ITEMS)


def at_the_desk(comes: Comes, site: Site, eyes: Eyes) -> None:
    """A clerk asks again, the person answers, the clerk decides."""
    person = comes(WHO[eyes.locale], eyes.locale, PLAIN)
    case = f"/cases/{apply(person, 'birth-certificate', BIRTH_CERTIFICATE).reference}"
    clerk = comes("clara", eyes.locale, PLAIN)
    clerk.open("/desk/cases")
    eyes.look(clerk)
    clerk.open("/desk/cases?reference=VC-7K3M-9QZA")
    eyes.look(clerk, "unknown reference")
    clerk.open(f"/desk{case}")
    eyes.look(clerk)
    for step in ("hear", "grant"):
        clerk.open(f"/desk{case}/steps/{step}")
        eyes.look(clerk, step)
    clerk.open(f"/desk{case}/request")
    eyes.look(clerk)
    clerk.do_it()
    eyes.look(clerk, "wrong")
    clerk.tick("fields", "parents")
    clerk.choose("reason", "missing")
    clerk.do_it()
    eyes.look(clerk, "waiting")
    person.open(case)
    eyes.look(person, "asked")
    person.open(f"{case}/answers")
    eyes.look(person)
    person.write("parents", "x" * 201)
    person.do_it()
    eyes.look(person, "wrong")
    person.write("parents", "Pilar Gómez")
    person.do_it()
    eyes.look(person, "answered")
    clerk.open(f"/desk{case}/steps/grant")
    clerk.do_it()
    eyes.look(clerk, "decided")


def my_page(comes: Comes, site: Site, eyes: Eyes) -> None:
    """After a permit that a rule granted at once: what my page shows, the letter, the messages."""
    person = comes(WHO[eyes.locale], eyes.locale, PLAIN)
    case = f"/cases/{apply(person, 'building-permit', BATHROOM).reference}"
    person.open_until(case, "a[href*='/documents/']")
    eyes.look(person, "granted")
    person.follow_to("/documents/")
    eyes.look(person)
    clerk = comes("clara", eyes.locale, PLAIN)
    clerk.open(f"/desk{case}")
    eyes.look(clerk, "granted by rule")
    clerk.follow_to("/documents/")
    eyes.look(clerk)
    for path in ("/me", "/me/cases", "/me/looks", "/me/sessions", "/me/messages"):
        person.open(path)
        eyes.look(person)
    person.follow_to("/me/messages/")
    eyes.look(person)
    designer = comes("dolores", eyes.locale, PLAIN)
    designer.open("/me")
    eyes.look(designer, "staff without cases")


def fill(person: Person, eyes: Eyes, answers: Mapping[str, Answer]) -> None:
    """Each question, the saved draft, the last page and the receipt."""
    for step in steps(person, answers):
        eyes.look(person, step)
    eyes.look(person)
    last = person.path
    person.driver.get(person.site.url + last.replace("/review", "/saved"))
    eyes.look(person)
    person.driver.get(person.site.url + last)
    send(person)
    eyes.look(person)


CHAPTERS: dict[str, Chapter] = {
    chapter.__name__: chapter
    for chapter in (
        public_pages,
        ways_in,
        codes,
        birth_certificate,
        building_permit,
        large_items,
        at_the_desk,
        my_page,
        barriers,
        statement,
    )
}
