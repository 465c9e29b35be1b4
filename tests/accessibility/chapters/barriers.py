"""Barriers: the form and its errors, the two lists, the desk, and trying again."""

from app import __version__
from tests.accessibility.scene import Scene
from tests.accessibility.waiting import found
from tests.browser.barriers import ADDRESS, link_to_try

REPORT = {
    "doing": "Book a pick-up for an old sofa",
    "stopped": "My screen reader did not say which day I chose",
    "effort": "blocked",
    "again": "yes",
    "email": ADDRESS,
}


def look(scene: Scene) -> None:
    guest, clerk = scene.guest(), scene.staff("clara")
    form, reports = guest.at("/accessibility/barrier"), guest.at("/accessibility/reports")
    guest.see(f"{form}?page=/services")
    guest.send(form, "wrong", {"doing": ""})
    guest.send(form, "of a barrier", REPORT)
    reference = guest.person.path.split("/")[-2]
    barrier = clerk.at(f"/desk/cases/{reference}/barrier")
    found(clerk, clerk.at("/desk/barriers"), f'href="([^"]*{reference}[^"]*)"')
    clerk.see(clerk.at("/desk/barriers"))
    clerk.see(barrier, "reported")
    clerk.send(barrier, "wrong", {"component": ""})
    clerk.http.submit(barrier, {"component": "date-window", "criterion": "4.1.2"})
    clerk.see(barrier, "placed")
    clerk.send(f"{barrier}/mending", "wrong", {"release": "banana"})
    guest.see(reports, "one open")
    clerk.http.submit(barrier, {"release": __version__}, to=f"{barrier}/mending")
    clerk.see(barrier, "mended")
    clerk.see(clerk.at(f"/desk/cases/{reference}"), "a barrier that is tried again")
    guest.see(guest.at(f"/cases/{reference}"), "to try again")
    trial = link_to_try(scene.site, reference).removeprefix(scene.site.url)
    guest.see(trial)
    guest.send(trial, "works now", {"answer": "works"})
    guest.see(reports, "one mended")
