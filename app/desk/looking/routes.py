"""Looking at people: below the desk."""

from starlette.routing import Route

from app.desk.looking.handlers import care, consent, name, needs, person, purpose, search
from app.kit.edge import reads, writes

PERSON = "/desk/people/{person:uuid}"

LOOKING = [
    Route("/desk/search", reads(search.index, signed=True), name="desk_search"),
    Route("/desk/purpose", reads(purpose.new, signed=True), name="desk_purpose"),
    Route("/desk/purpose", writes(purpose.create, again=purpose.new, signed=True), methods=["POST"]),
    Route(PERSON, reads(person.show, signed=True), name="desk_person"),
    Route(f"{PERSON}/needs", reads(needs.edit, signed=True, keeps=True), name="desk_person_needs"),
    Route(
        f"{PERSON}/needs",
        writes(needs.update, again=needs.edit, signed=True, keeps=True),
        methods=["POST"],
    ),
    Route(f"{PERSON}/care", reads(care.edit, signed=True, keeps=True), name="desk_person_care"),
    Route(f"{PERSON}/care", writes(care.create, again=care.edit, signed=True, keeps=True, once=True), methods=["POST"]),
    Route(f"{PERSON}/consents", reads(consent.edit, signed=True, keeps=True), name="desk_person_consents"),
    Route(f"{PERSON}/consents", writes(consent.update, again=consent.edit, signed=True, keeps=True), methods=["POST"]),
    Route(f"{PERSON}/name", reads(name.edit, signed=True, keeps=True), name="desk_person_name"),
    Route(f"{PERSON}/name", writes(name.update, again=name.edit, signed=True, keeps=True), methods=["POST"]),
    Route(f"{PERSON}/care/{{care:uuid}}/end", writes(care.end, signed=True), methods=["POST"]),
]
