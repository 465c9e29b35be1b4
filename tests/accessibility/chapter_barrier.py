"""Barriers: the form and its errors, the two lists, the desk, and trying again."""

from a11y_tests.modes import PLAIN
from tests.accessibility.eyes import Eyes
from tests.browser.barriers import link_to_try, place, report
from tests.browser.people import Comes
from tests.browser.person import Site


def barriers(comes: Comes, site: Site, eyes: Eyes) -> None:
    guest = comes(None, eyes.locale, PLAIN)
    guest.open("/accessibility/barrier?page=/services")
    eyes.look(guest, "with a page")
    guest.do_it()
    eyes.look(guest, "wrong")
    filed = report(guest)
    eyes.look(guest, "of a barrier")
    desk = f"/desk/cases/{filed.reference}"
    clerk = comes("clara", eyes.locale, PLAIN)
    clerk.open_until("/desk/barriers", f"a[href*='{filed.reference}']")
    eyes.look(clerk)
    clerk.open(f"{desk}/barrier")
    eyes.look(clerk, "reported")
    clerk.follow("Confirm the barrier")
    eyes.look(clerk, "wrong")
    place(clerk, "date-window", "4.1.2")
    eyes.look(clerk, "placed")
    clerk.write("release", "")
    clerk.follow("It is mended")
    eyes.look(clerk, "no version")
    guest.open("/accessibility/reports")
    eyes.look(guest, "one open")
    clerk.open(f"{desk}/barrier")
    clerk.follow("It is mended")
    eyes.look(clerk, "mended")
    clerk.open(desk)
    eyes.look(clerk, "a barrier that is tried again")
    guest.open(f"/cases/{filed.reference}")
    eyes.look(guest, "to try again")
    guest.driver.get(link_to_try(site, filed.reference))
    eyes.look(guest, "asked")
    guest.follow("It works now")
    eyes.look(guest, "works now")
    guest.open("/accessibility/reports")
    eyes.look(guest, "one mended")
