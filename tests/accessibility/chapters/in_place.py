"""What changes while a page stays: parts that open, fragments that are swapped in, buttons that wait, files chosen."""

from pathlib import Path

from a11y_tests.keyboard import press
from tests import applying
from tests.accessibility.answers import BIRTH_CERTIFICATE, apply
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody

SAMPLE = Path(__file__)
LONG = "x" * 4001
OPEN_ALL = "document.querySelectorAll('details').forEach(each => { each.open = true; })"


def look(scene: Scene) -> None:
    guest = scene.guest()
    guest.open(guest.at("/sign-in"))
    guest.press("I cannot get into my e-mail", "help open")
    waiting(guest)
    person, clerk = scene.somebody(), scene.staff("clara")
    reference = apply(person.http, "birth-certificate", BIRTH_CERTIFICATE, scene.locale)
    messages(person, person.at(f"/cases/{reference}"))
    queue(clerk, reference)
    desk_case(clerk, clerk.at(f"/desk/cases/{reference}"))
    form(person)


def waiting(guest: Somebody) -> None:
    """A form is on its way: its button says so until an answer comes."""
    guest.open(guest.at("/sign-in"))
    guest.person.driver.execute_script(
        "document.forms[0].addEventListener('submit', () => setTimeout(() => stop(), 1));"
        "document.querySelector('main form [data-sending]').click()"
    )
    guest.person.wait(lambda: guest.person.line.run("return document.querySelector('[aria-disabled]') !== null"), "")
    guest.look_here("on its way")


def messages(person: Somebody, case: str) -> None:
    person.open(case)
    send_message(person, "", "message wrong, swapped in")
    send_message(person, "It is urgent.", "message swapped in")


def send_message(one: Somebody, words: str, state: str, field: str = "text", button: str = "Send message") -> None:
    before = one.person.line.run("window.swaps = 0; addEventListener('htmx:after:swap', () => swaps++); return 0")
    if words:
        one.person.write(field, words)
    one.person.press(button)
    one.person.wait(lambda: one.person.line.run("return window.swaps") > before, f"{state}: nothing was swapped in")
    one.look_here(state)


def queue(clerk: Somebody, reference: str) -> None:
    clerk.open(clerk.at("/desk/cases"))
    clerk.press("Filter", "filters open")
    clerk.person.press("Show")
    clerk.look_here("filtered in place")
    clerk.person.follow_to(f"/desk/cases/{reference}")
    clerk.look_here("opened beside the queue")


def desk_case(clerk: Somebody, case: str) -> None:
    clerk.open(case)
    send_message(clerk, "", "message wrong, swapped in")
    send_message(clerk, "We have it.", "message swapped in")
    send_message(clerk, "", "note wrong, swapped in", "note", "Save note")
    send_message(clerk, "She called.", "note swapped in", "note", "Save note")


def form(person: Somebody) -> None:
    """A text that is longer than may be, before it is sent; files that were chosen."""
    place = applying.begin(person.http, "birth-certificate", person.person.locale)
    place = applying.fill_until(person.http, place, BIRTH_CERTIFICATE, "remark")
    person.open(place)
    person.person.tab_to(lambda stop: stop.field == "remark", "the remark")
    person.person.driver.execute_script("document.activeElement.value = arguments[0]", LONG)
    press(person.person.line, "Backspace")
    person.look_here("too long, before it is sent", "birth-certificate remark")
