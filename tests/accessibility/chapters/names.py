"""A person gets another name: one of whom no other chapter tells anything."""

from tests.accessibility.scene import Scene
from tests.cast import INES


def look(scene: Scene) -> None:
    clerk = scene.staff("clara")
    clerk.http.submit(clerk.at("/desk/purpose"), {"purpose": "look_contact"})
    search = clerk.http.get(f"{clerk.at('/desk/search')}?q={INES.name}").text
    page = clerk.at(f"/desk/people/{search.partition('/desk/people/')[2][:36]}/name")
    clerk.see(page)
    clerk.send(page, "wrong", {"became": "", "paper_day.day": "31", "paper_day.month": "2"})
    clerk.see(f"{page.removesuffix('/name')}?said=renamed", "renamed")
