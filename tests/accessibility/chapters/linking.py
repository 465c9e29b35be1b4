"""Who somebody is to the town: not known yet, a code from the window, known; and the clerk who makes the code."""

from tests.accessibility.scene import WHO, Scene
from tests.accessibility.visitor import Somebody
from tests.accessibility.waiting import until
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
    regained(scene, clerk, end.removesuffix("end") + "address")


def regained(scene: Scene, clerk: Somebody, page: str) -> None:
    """She lost every way in; the old contact can say no."""
    clerk.see(page)
    clerk.send(page, "wrong")
    clerk.http.submit(page, {"email": "new@puertoclaro.example", "seen": "passport"})
    guest = scene.guest()
    found = until(lambda: stop(scene), "the old contact was never told")
    guest.see(guest.at(f"/sign-in/regaining/{found}"), "waits")
    guest.http.submit(guest.at(f"/sign-in/regaining/{found}"))
    guest.see(guest.at(f"/sign-in/regaining/{found}"), "over")
    guest.see(guest.at("/sign-in/regaining/0000000000"), "unknown")


def stop(scene: Scene) -> str:
    """The code of the link that stops it, out of the newest message that has one."""
    texts = [mail["text"] for mail in scene.site.mailbox() if "/sign-in/regaining/" in mail["text"]]
    return texts[0].partition("/sign-in/regaining/")[2][:10] if texts else ""


def by_post(one: Somebody) -> None:
    letter = one.at("/me/person/letter")
    one.see(letter)
    one.send(letter, "wrong")
    born = {"self.born.day": "4", "self.born.month": "6", "self.born.year": "1990"}
    one.send(letter, "sent", {**born, "self.identifier.kind": "passport", "self.identifier.value": "C01X00T47"})
