"""Mandates: none yet, given, waiting for the answer, ended; and who uses one."""

from tests.accessibility.scene import Scene
from tests.identity.identifying import MANDATE, told

GIVER = {"en": "kofi", "es": "nour", "zh-Hant": "lin", "ar": "boris"}
HELPER = {"en": "dan", "es": "teo", "zh-Hant": "dan", "ar": "dan"}


def look(scene: Scene) -> None:
    giver, helper = scene.staff(GIVER[scene.locale]), scene.staff(HELPER[scene.locale])
    page = giver.at("/me/mandates")
    helper.see(page, "empty")
    giver.see(f"{page}/new")
    giver.send(f"{page}/new", "wrong")
    address = f"{HELPER[scene.locale]}@puertoclaro.example"
    giver.http.submit(f"{page}/new", {**MANDATE, "email": address})
    giver.see(f"{page}?said=mandate_given", "given")
    helper.see(f"{page}/code")
    helper.send(f"{page}/code", "wrong", {"code": "7K3M-9QZA"})
    helper.http.submit(f"{page}/code", {"code": told(scene.site.town)})
    helper.see(page, "to answer")
    giver.open(page)
    giver.person.follow_to("/end")
    giver.look_here("plain")
    giver.http.submit(giver.person.path)
    giver.see(f"{page}?said=mandate_ended", "ended")
