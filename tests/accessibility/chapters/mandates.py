"""Mandates: none yet, given, waiting for the answer, ended; and who uses one."""

import re

from tests import applying
from tests.accessibility.answers import BIRTH_CERTIFICATE, question, steps
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.identity.identifying import MANDATE, told

GIVER = {"en": "kofi", "es": "nour", "zh-Hant": "lin", "ar": "boris"}
TYPED = {
    "en": "I bring the paper on Monday.", "es": "Llevo el papel el lunes.", "zh-Hant": "我星期一送文件過去。",
    "ar": "سأحضر الورقة يوم الاثنين.",
}  # fmt: skip
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
    draft = acting(scene, giver, helper)
    giver.open(page)
    giver.person.follow_to("/notices")
    giver.look_here("plain")
    giver.send_here("wrong", {"notices": ""})
    giver.open(page)
    giver.person.follow_to("/end")
    giver.look_here("plain")
    giver.http.submit(giver.person.path)
    giver.see(f"{page}?said=mandate_ended", "ended")
    helper.send_here("over", {"text": TYPED[scene.locale]})
    helper.see(draft, "over", of=question(draft))
    giver.see(giver.at("/me"), "begun by a helper")


def acting(scene: Scene, giver: Somebody, helper: Somebody) -> str:
    """The helper says yes, applies and follows; the giver reads it. A form that the helper has begun; the page of the
    case is open."""
    page = helper.at("/me/mandates")
    asked = re.search(r"/me/mandates/([0-9a-f-]{36})/acceptance", helper.http.get(page).text)
    assert asked is not None
    helper.http.submit(page, to=f"{page}/{asked[1]}/acceptance")
    helper.see(f"{page}/{asked[1]}?said=mandate_accepted", "accepted")
    begun = helper.http.post(helper.at("/services/birth-certificate/drafts"), data={"for": asked[1]})
    places = list(steps(helper.http, begun.headers["location"], BIRTH_CERTIFICATE))
    helper.see(places[1], "for somebody", of=question(places[1]))
    reference = applying.send(helper.http, places[-1])
    helper.see(helper.at(f"/cases/{reference}"), "by a mandate")
    helper.see(f"{page}/{asked[1]}", "with a case")
    giver.see(giver.at(f"/cases/{reference}"), "sent by a helper")
    begun = helper.http.post(helper.at("/services/birth-certificate/drafts"), data={"for": asked[1]})
    helper.open(helper.at(f"/cases/{reference}"))
    return str(begun.headers["location"])
