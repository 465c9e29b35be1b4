"""What people answer, step by step, by keyboard; and the whole way from a service's page to its receipt."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.kit.i18n import translate
from tests.browser.person import Person

Answer = Callable[[Person], object]
SAMPLES = Path(__file__).parents[2] / "towns/puerto-claro/services/building-permit/samples"


def as_it_is(person: Person) -> None:
    """Nothing to write: optional, or filled in from the town's record."""


def chosen(field: str, value: str) -> Answer:
    return lambda person: person.choose(field, value)


def written(field: str, text: str) -> Answer:
    return lambda person: person.write(field, text)


def a_contact(person: Person) -> None:
    person.write("name", "Pilar Gómez")
    person.write("phone", "600 000 040")


def a_day(person: Person) -> None:
    for part, text in {"day": "3", "month": "6", "year": "2030"}.items():
        person.write(f"start.{part}", text)


def a_place(person: Person) -> None:
    person.write("place.street", "Calle de las Redes")
    person.write("place.number", "12")


def a_thing(person: Person) -> None:
    person.choose("kind", "sofa")
    person.write("count", "1")


def both_channels(person: Person) -> None:
    person.tick("reach", "email")
    person.tick("reach", "sms")


# Steps by id; "items.row" is the page of one row of the group "items".
BIRTH_CERTIFICATE: Mapping[str, Answer] = {
    "for_whom": chosen("for_whom", "me"),
    "applicant": as_it_is,
    "born_here": chosen("born_here", "yes"),
    "parents": as_it_is,
    "purpose": chosen("purpose", "identity"),
    "languages": lambda person: person.tick("languages", "spanish"),
    "delivery": chosen("delivery", "portal"),
    "remark": as_it_is,
    "truth": lambda person: person.tick("truth"),
}
# A tenant who builds a terrace: the way that asks the most.
BUILDING_PERMIT: Mapping[str, Answer] = {
    "role": chosen("role", "tenant"),
    "applicant": as_it_is,
    "owner_name": written("owner_name", "Pilar Gómez Ríos"),
    "site": as_it_is,
    "protected": chosen("protected", "unknown"),
    "work": chosen("work", "terrace"),
    "area": written("area", "12"),
    "cost": written("cost", "4000"),
    "papers": chosen("papers", "now"),
    "consent": lambda person: person.attach("consent", SAMPLES / "consent.jpg"),
    "drawings": lambda person: person.attach("drawings", SAMPLES / "plan-today.pdf"),
    "start": a_day,
    "days": written("days", "30"),
    "street_use": chosen("street_use", "yes"),
    "street_metres": written("street_metres", "4"),
    "contacts": as_it_is,
    "contacts.row": a_contact,
    "remark": as_it_is,
    "truth": lambda person: person.tick("truth"),
}
# An owner who renews a bathroom: the way that a rule grants at once.
BATHROOM: Mapping[str, Answer] = {
    **BUILDING_PERMIT,
    "role": chosen("role", "owner"),
    "protected": chosen("protected", "no"),
    "work": chosen("work", "kitchen_bathroom"),
    "street_use": chosen("street_use", "no"),
}
LARGE_ITEMS: Mapping[str, Answer] = {
    "items.row": a_thing,
    "items": as_it_is,
    "place": a_place,
    "day": lambda person: person.choose_any("day"),
    "spot": written("spot", "Beside the door"),
    "reach": both_channels,
    "email": written("email", "guest@puertoclaro.example"),
    "phone": written("phone", "600 000 041"),
}


@dataclass(frozen=True)
class Receipt:
    reference: str
    code: str


def start(person: Person, slug: str) -> None:
    """From the service's page to the first question; a form that was begun before is left where it is."""
    person.open(f"/services/{slug}")
    person.follow("Start now")
    if "/drafts/" not in person.path:
        person.follow("Begin a second one")


def steps(person: Person, answers: Mapping[str, Answer]) -> Iterator[str]:
    """Each question in turn: named, so that a caller may look at its page, then answered and left."""
    while (step := step_of(person)) != "review":
        yield step
        answers[step](person)
        person.follow("Continue")
        assert step_of(person) != step, f"{step} was not accepted: {person.text('.error-summary')}"


def step_of(person: Person) -> str:
    parts = person.path.split("/")
    assert "drafts" in parts, f"no form on {person.path}: {person.heading()}"
    step, *row = parts[parts.index("drafts") + 2 :]
    return f"{step}.row" if row else step


def send(person: Person) -> Receipt:
    person.follow("Send to the town")
    assert person.path.endswith("/receipt"), f"not sent; {person.path}: {person.text()}"
    return receipt(person)


def receipt(person: Person) -> Receipt:
    return Receipt(fact(person, "Case reference"), fact(person, "Verification code"))


def fact(person: Person, label: str) -> str:
    """What stands beside this label in a list of facts."""
    words = json.dumps(translate(person.locale, label))
    return str(
        person.line.run(
            f"const label = [...document.querySelectorAll('dt')].find(dt => dt.innerText.trim() === {words});"
            "return label ? label.nextElementSibling.innerText.trim() : ''"
        )
    )


def apply(person: Person, slug: str, answers: Mapping[str, Answer]) -> Receipt:
    start(person, slug)
    for _ in steps(person, answers):
        pass
    return send(person)
