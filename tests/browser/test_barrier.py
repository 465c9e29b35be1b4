"""From a barrier that somebody met to the day it works: by keyboard alone, without scripts, without an account."""

from a11y_tests.modes import Mode
from tests.browser.barriers import ADDRESS, link_to_try, place, report
from tests.browser.people import Comes
from tests.browser.person import Site


def test_a_barrier_is_reported_placed_mended_and_tried_again(comes: Comes, site: Site) -> None:
    guest = comes(None, "es", Mode(320, scripts=False))
    guest.open("/services/large-items")
    guest.follow_to("/accessibility/barrier?page=")
    guest.tab_to(lambda stop: stop.field == "page", "the page she came from")
    assert guest.here().value == "/es/services/large-items"
    filed = report(guest)
    assert ADDRESS in guest.text()

    clara = comes("clara", "en", Mode(1280, scripts=False))
    clara.open_until("/desk/barriers", f"a[href*='{filed.reference}']")
    clara.follow_to(f"/{filed.reference}/barrier")
    place(clara, "date-window", "4.1.2")
    assert clara.reads("The place of the barrier is recorded.")
    clara.open("/accessibility/reports")
    assert "4.1.2" in clara.text()
    clara.open(f"/desk/cases/{filed.reference}")
    clara.follow("Look after the barrier")
    clara.follow("It is mended")

    guest.driver.get(link_to_try(site, filed.reference))
    guest.follow("It is still there")
    assert guest.reads("Thank you. We go on working on it, and tell you when it is mended.")

    clara.open(f"/desk/cases/{filed.reference}/barrier")
    clara.follow("It is mended")
    guest.driver.get(link_to_try(site, filed.reference))
    guest.follow("It works now")
    assert guest.reads("Thank you. We are glad that it works now.")
