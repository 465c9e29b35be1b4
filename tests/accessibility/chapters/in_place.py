"""What changes while a page stays: parts that open, fragments that are swapped in, buttons that wait, files chosen."""

from a11y_tests.keyboard import press
from tests import applying
from tests.accessibility.answers import BIRTH_CERTIFICATE, apply
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody

LONG = "x" * 502
COUNT_SWAPS = "window.swaps = 0; document.addEventListener('htmx:after:swap', () => { window.swaps += 1; })"


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
    """A form is on its way to a server that has not answered yet: its button says so."""
    guest.open(guest.at("/sign-in"))
    guest.person.driver.execute_script(
        "const button = document.querySelector('main form [data-sending]');"
        "button.form.addEventListener('submit', event => event.preventDefault()); button.click()"
    )
    held = "return document.querySelector('main form [aria-disabled]') !== null"
    guest.person.wait(lambda: guest.person.line.run(held), "the button does not say that it is sending")
    guest.look_here("on its way")


def messages(person: Somebody, case: str) -> None:
    person.open(case)
    send_message(person, "", "message wrong, swapped in")
    send_message(person, "It is urgent.", "message swapped in")


def send_message(one: Somebody, words: str, state: str, field: str = "text", button: str = "Send message") -> None:
    if words:
        one.person.write(field, words)
    swap(one, button, state, said=bool(words))


def swap(one: Somebody, button: str, state: str, *, said: bool = False) -> None:
    """Press what changes a part of the page, and look at the page when it has, and has said so."""
    one.person.line.run(COUNT_SWAPS)
    one.person.press(button)
    one.person.wait(lambda: one.person.line.run("return window.swaps > 0"), f"{state}: nothing was swapped in")
    if said:
        one.person.wait(one.person.said, f"{state}: nothing was said")
    one.look_here(state)


def queue(clerk: Somebody, reference: str) -> None:
    clerk.open(clerk.at("/desk/cases"))
    clerk.press("Filter", "filters open")
    swap(clerk, "Show", "filtered in place")
    clerk.person.follow_to(f"/desk/cases/{reference}")
    clerk.look_here("opened beside the queue")


def desk_case(clerk: Somebody, case: str) -> None:
    clerk.open(case)
    send_message(clerk, "", "message wrong, swapped in")
    send_message(clerk, "We have it.", "message swapped in")
    clerk.open(case)  # so that what was said of the message does not stand beside what is said of the note
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
