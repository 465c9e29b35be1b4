"""Who one is to the town, below the locale."""

from starlette.routing import Route

from app.identity.handlers import person, person_letter
from app.kit.edge import reads, writes

ROUTES = [
    Route("/me/person", reads(person.show, signed=True), name="me_person"),
    Route("/me/person", writes(person.create, again=person.show, before=person.count, signed=True), methods=["POST"]),
    Route("/me/person/end", reads(person.ask_end, signed=True), name="me_person_end"),
    Route("/me/person/end", writes(person.end, signed=True), methods=["POST"]),
    Route("/me/person/letter", reads(person_letter.new, signed=True, keeps=True), name="me_person_letter"),
    Route(
        "/me/person/letter",
        writes(person_letter.create, again=person_letter.new, before=person_letter.count, signed=True, keeps=True),
        methods=["POST"],
    ),
]
