"""Papers come in and find their case; what a person was asked is answered for her from paper."""

from tests.accessibility.answers import BUILDING_PERMIT, apply
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.papers import pdf


def look(scene: Scene) -> None:
    clerk, person = scene.staff("clara"), scene.somebody()
    reference = apply(person.http, "building-permit", BUILDING_PERMIT, scene.locale)
    case = clerk.at(f"/desk/cases/{reference}")
    clerk.http.submit(f"{case}/request", {"fields": ["contacts", "drawings", "start"], "reason": "missing"})
    clerk.see(f"{case}/answers")
    clerk.send(f"{case}/answers", "wrong", {"start.month": "13", "came.day": "40"})
    clerk.see(f"{case}/answers/contacts/new")
    clerk.send(f"{case}/answers/contacts/new", "wrong")
    papers(clerk, case, reference)


def papers(clerk: Somebody, case: str, reference: str) -> None:
    clerk.see(f"{case}/cover")
    page = clerk.at("/desk/papers")
    clerk.see(page, "empty")
    clerk.send(page, "wrong", {"came.day": "40"})
    scanned = {"files": ("scan.pdf", pdf(f"Cover sheet {reference}", "A plan", "A letter"))}
    paper = clerk.http.submit(page, {}, files=scanned).partition("?")[0]
    clerk.see(page)
    clerk.see(paper)
    clerk.send(paper, "wrong", {"first": "9", "case-reference": "VC-7K3M-9QZA"})
    given = {"first": "1", "last": "2", "turn": "90", "case-reference": reference, "kind": "answer"}
    clerk.http.submit(paper, given)
    clerk.see(paper, "one part added")
    clerk.see(f"{paper}/removal")
