"""Looking at people: below the desk."""

from starlette.routing import Route

from app.desk.looking.handlers import needs, person, purpose, search
from app.kit.edge import reads, writes

LOOKING = [
    Route("/desk/search", reads(search.index, signed=True), name="desk_search"),
    Route("/desk/purpose", reads(purpose.new, signed=True), name="desk_purpose"),
    Route("/desk/purpose", writes(purpose.create, again=purpose.new, signed=True), methods=["POST"]),
    Route("/desk/people/{person:uuid}", reads(person.show, signed=True), name="desk_person"),
    Route("/desk/people/{person:uuid}/needs", reads(needs.edit, signed=True), name="desk_person_needs"),
    Route(
        "/desk/people/{person:uuid}/needs",
        writes(needs.update, again=needs.edit, signed=True),
        methods=["POST"],
    ),
]
