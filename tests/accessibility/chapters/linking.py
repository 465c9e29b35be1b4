"""Who somebody is to the town: not known yet, a code from the window, known; and the clerk who makes the code."""

from tests.accessibility.scene import WHO, Scene
from tests.accessibility.visitor import Somebody
from tests.identity import identifying

NOBODY = {"en": "dan", "es": "teo", "zh-Hant": "dan", "ar": "dan"}
"""Somebody of whom only an address is proven."""


def look(scene: Scene) -> None:
    one, clerk = scene.staff(NOBODY[scene.locale]), scene.staff("clara")
    mine = one.at("/me/person")
    one.see(mine, "not known")
    one.send(mine, "wrong", {"code": "1"})
    by_post(one)
    person = identifying.person(scene.site.town, WHO[scene.locale])
    codes = clerk.at(f"/desk/people/{person}/codes")
    clerk.see(codes)
    clerk.send(codes, "wrong")
    clerk.send(codes, "new", {"seen": "passport"})
    code = identifying.written(clerk.person.text(".slip-code"))
    one.http.submit(mine, {"code": code})
    one.see(f"{mine}?said=linked", "known")
    one.see(f"{mine}/end")
    end = clerk.at(f"/desk/people/{person}/links/{identifying.link(scene.site.town, WHO[scene.locale])}/end")
    clerk.see(end)
    clerk.send(end, "wrong")


def by_post(one: Somebody) -> None:
    letter = one.at("/me/person/letter")
    one.see(letter)
    one.send(letter, "wrong")
    born = {"self.born.day": "4", "self.born.month": "6", "self.born.year": "1990"}
    one.send(letter, "sent", {**born, "self.identifier.kind": "passport", "self.identifier.value": "C01X00T47"})
