"""A clerk reads, asks again, writes notes and decides; what the person sees of it meanwhile."""

from tests.accessibility.answers import BIRTH_CERTIFICATE, apply
from tests.accessibility.scene import Scene


def look(scene: Scene) -> None:
    clerk = scene.staff("clara")
    queue = clerk.at("/desk/cases")
    clerk.see(queue, "empty")
    person = scene.somebody()
    reference = apply(person.http, "birth-certificate", BIRTH_CERTIFICATE, scene.locale)
    case = clerk.at(f"/desk/cases/{reference}")
    clerk.see(queue)
    clerk.see(f"{queue}?reference=VC-7K3M-9QZA", "unknown reference")
    clerk.see(case)
    for step in ("hear", "grant"):
        clerk.see(f"{case}/steps/{step}", of=step)
    clerk.send(f"{case}/steps/hear", "wrong")
    clerk.see(f"{case}/request")
    clerk.send(f"{case}/request", "wrong")
    clerk.http.submit(f"{case}/request", {"fields": ["parents", "purpose"], "reason": "missing", "text": "Both names"})
    clerk.see(f"{case}?said=asked", "waiting")
    asked(scene, reference)
    clerk.see(case, "answered")
    clerk.http.submit(f"{case}/steps/grant")
    clerk.see(f"{case}?said=decided", "decided")


def asked(scene: Scene, reference: str) -> None:
    """The person is asked for two answers again."""
    person = scene.somebody()
    case = person.at(f"/cases/{reference}")
    person.see(case, "asked")
    person.see(f"{case}/answers")
    person.send(f"{case}/answers", "wrong", {"parents": "x" * 201})
    person.http.submit(f"{case}/answers", {"parents": "Pilar Gómez", "purpose": "family"})
    person.see(f"{case}?said=answered", "answered")
