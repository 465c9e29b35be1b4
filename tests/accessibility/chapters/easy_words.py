"""What somebody reads who asked for easy words: questions, what was sent, where it stands."""

from tests import applying
from tests.accessibility.answers import BIRTH_CERTIFICATE, question, steps
from tests.accessibility.scene import Scene


def look(scene: Scene) -> None:
    person = scene.somebody()
    person.http.submit(person.at("/me/needs"), {"needs": ["easy_words"], "helper": ""})
    begun = applying.begin(person.http, "birth-certificate", scene.locale)
    for place in steps(person.http, begun, BIRTH_CERTIFICATE):
        if question(place) in ("for_whom", "parents"):
            person.see(place, "easy words", question(place))
    person.see(place, "easy words")
    case = person.at(f"/cases/{applying.send(person.http, place)}")
    person.see(f"{case}/receipt", "easy words")
    person.see(case, "easy words")
