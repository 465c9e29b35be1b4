"""Reporting a barrier, placing it, mending it: each by keyboard, with the words of one report."""

import re
import time

from a11y_tests.keyboard import press
from tests.browser.applying import Receipt, receipt
from tests.browser.person import STOPS, Person, Site
from tests.browser.stop import NotReached

ADDRESS = "guest@puertoclaro.example"


def report(person: Person) -> Receipt:
    """Fill in the form that is open and send it; the receipt."""
    person.write("doing", "Book a pick-up for an old sofa")
    person.write("stopped", "My screen reader did not say which day I chose")
    person.choose("effort", "blocked")
    person.choose("again", "yes")
    person.write("email", ADDRESS)
    person.do_it()
    return receipt(person)


def place(clerk: Person, component: str, criterion: str) -> None:
    """On the page of the barrier."""
    pick(clerk, "component", component)
    pick(clerk, "criterion", criterion)
    clerk.follow("Confirm the barrier")


def pick(person: Person, field: str, value: str) -> None:
    """One of a drop-down list, by the arrow keys."""
    person.tab_to(lambda stop: stop.field == field and stop.tag == "select", f"the list {field}")
    for _ in range(STOPS):
        if person.here().value == value:
            return
        press(person.line, "Down")
    raise NotReached(f"the arrow keys do not come to {field}={value}")


def link_to_try(site: Site, reference: str) -> str:
    """The address in the message that asks to try again, once the worker has sent it."""
    wanted = re.compile(rf"\S+/accessibility/barrier/{reference}/trial\?code=\S+")
    end = time.monotonic() + 60
    while time.monotonic() < end:
        for message in site.mailbox():
            if found := wanted.search(message["text"]):
                return found[0]
        time.sleep(0.2)
    raise AssertionError(f"nobody was asked to try {reference} again")
