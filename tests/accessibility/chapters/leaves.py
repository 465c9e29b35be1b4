"""A clerk looks at papers of a case: one that can be read, a photograph, one that is damaged."""

from tests.accessibility.answers import BIRTH_CERTIFICATE, apply
from tests.accessibility.scene import Scene
from tests.accessibility.waiting import found
from tests.papers import pdf, photograph

SENT = {
    "plain": ("deeds.pdf", pdf("The first page", "The second page")),
    "a picture": ("house.jpg", photograph(800, 500)),
    "damaged": ("broken.pdf", b"%PDF-1.7\n"),
}


def look(scene: Scene) -> None:
    clerk = scene.staff("clara")
    reference = apply(scene.somebody().http, "birth-certificate", BIRTH_CERTIFICATE, scene.locale)
    case = clerk.at(f"/desk/cases/{reference}")
    for state, (name, content) in SENT.items():
        clerk.http.submit(case, {"text": "Look"}, to=f"{case}/messages", files={"files": (name, content)})
        place = found(clerk, case, rf'href="([^"]+/pages/1)">(?:<[^>]+>)*{name}')
        clerk.see(place, state)
        if state == "plain":
            clerk.see(f"{place}?size=200&turn=90", "larger")
