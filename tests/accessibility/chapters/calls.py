"""A clerk notes a call without a case and one with a case; the person reads both, and has more done at her word."""

from tests import applying
from tests.accessibility.answers import BIRTH_CERTIFICATE, apply
from tests.accessibility.scene import WHO, Scene
from tests.accessibility.visitor import Somebody

NUMBERS = {"kofi": "Y5178410C", "nour": "69780482T", "lin": "F800241350", "amina": "Y2046817S"}
SAID = {"about": "Sofá", "outcome": "010"}


def look(scene: Scene) -> None:
    clerk, person = scene.staff("clara"), scene.somebody()
    person.see(person.at("/me/calls"), "empty")
    page = clerk.at("/desk/calls")
    clerk.see(page)
    clerk.send(page, "wrong", {"who": "12345678Z"})
    clerk.http.submit(page, {"who": NUMBERS[WHO[scene.locale]], "channel": "phone", **SAID})
    reference = apply(person.http, "birth-certificate", BIRTH_CERTIFICATE, scene.locale)
    case = clerk.at(f"/desk/cases/{reference}")
    clerk.see(f"{case}/calls")
    clerk.send(f"{case}/calls", "wrong")
    clerk.http.submit(f"{case}/calls", {"channel": "counter", **SAID})
    clerk.see(f"{case}?said=called", "several ways")
    person.see(person.at(f"/cases/{reference}"), "several ways")
    person.see(person.at("/me"), "a call")
    person.see(person.at("/me/calls"))
    at_her_word(clerk, case, applying.permit(person.http, scene.locale))


def at_her_word(clerk: Somebody, case: str, permit: str) -> None:
    """The request is taken back; an appeal against a permit that the rules gave is begun."""
    clerk.see(f"{case}/appeal", "nothing decided")
    clerk.see(f"{case}/withdrawal")
    clerk.send(f"{case}/withdrawal", "wrong")
    clerk.http.submit(f"{case}/withdrawal", {"channel": "phone", "reason": "010"})
    clerk.see(f"{case}/withdrawal", "too late")
    decided = clerk.at(f"/desk/cases/{permit}")
    clerk.see(f"{decided}/appeal")
    clerk.send(f"{decided}/appeal", "wrong")
