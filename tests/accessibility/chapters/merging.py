"""Somebody sent the same twice: a clerk makes one case of the two. Pick-ups that are done are closed together."""

import re

from tests.accessibility.answers import BATHROOM, BIRTH_CERTIFICATE, LARGE_ITEMS, apply
from tests.accessibility.scene import Scene
from tests.papers import pdf


def look(scene: Scene) -> None:
    person, clerk, guest = scene.somebody(), scene.staff("clara"), scene.guest()
    one, other = (apply(person.http, "birth-certificate", BIRTH_CERTIFICATE, scene.locale) for _ in range(2))
    granted = apply(person.http, "building-permit", BATHROOM, scene.locale)
    hers, case = person.at(f"/cases/{other}"), clerk.at(f"/desk/cases/{other}")
    person.http.submit(hers, {"text": "También por correo, por favor."}, to=f"{hers}/messages")
    clerk.http.submit(case, {"note": "Lo mismo que ayer."}, to=f"{case}/notes")
    who = re.findall(r'<option value="([^"]+)"[^>]*>Clara', clerk.http.get(f"{case}/tasks").text)[0]
    clerk.http.submit(f"{case}/tasks", {"what": "Ring the register", "who": who, "until": ""})
    page = f"{case}/mergers"
    clerk.see(page)
    clerk.see(f"{page}?other=VC-0000-0000", "wrong")
    clerk.see(f"{page}?other={granted}", "refused")
    clerk.see(f"{page}?other={one}", "compared")
    clerk.http.submit(case, {"other": one}, to=page)
    clerk.see(clerk.at(f"/desk/cases/{one}"), "with a merged one")
    clerk.see(clerk.at(f"/desk/cases/{one}/tasks"), "of a merged one")
    clerk.see(case, "merged")
    person.see(person.at(f"/cases/{one}"), "with a merged one")
    person.see(hers, "merged")
    code = re.findall(r"[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}", person.http.get(f"{hers}/receipt").text)[0]
    guest.send(guest.at("/check"), "merged", {"code": code})
    apart = re.findall(r'href="([^"]+/mergers/[^"]+)"', clerk.http.get(clerk.at(f"/desk/cases/{one}")).text)[0]
    clerk.see(apart)
    two_of_one(scene, one)
    closed_together(scene)


def two_of_one(scene: Scene, reference: str) -> None:
    """A message asks for something else: a second case is opened, and may be put back."""
    person, clerk = scene.somebody(), scene.staff("clara")
    hers, page = person.at(f"/cases/{reference}"), clerk.at(f"/desk/cases/{reference}/splits")
    paper = {"files": ("padres.pdf", pdf("Padres"), "application/pdf")}
    person.http.submit(hers, {"text": "Y otra para mi hijo."}, to=f"{hers}/messages", files=paper)
    clerk.see(page)
    clerk.send(page, "wrong")
    second = clerk.http.submit(page, {"reason": "Son dos certificados."}).partition("?")[0]
    clerk.see(second, "split off")
    person.see(person.at(f"/cases/{second.rpartition('/')[2]}"), "split off")
    clerk.see(f"{second}/rejoining")


def closed_together(scene: Scene) -> None:
    supervisor = scene.staff("samir")
    done = [apply(scene.somebody().http, "large-items", LARGE_ITEMS, scene.locale) for _ in range(2)]
    several = supervisor.at("/desk/batches?department=streets")
    supervisor.see(several, "with a step")
    sent = supervisor.http.submit(
        several, {"kind": "step.large_items.picked_up", "which": "ticked", "cases": done, "listed": done}
    )
    supervisor.see(sent, "planned")
