"""The desk, below the locale. Whoever is not staff finds nothing here."""

from starlette.routing import Route

from app.desk.handlers import assignment, case, leaf, message, note, request, step
from app.desk.hands_routes import HANDS
from app.desk.lawful_routes import LAWFUL
from app.desk.looking.routes import LOOKING
from app.desk.merging_routes import MERGING
from app.desk.queues.routes import QUEUES
from app.desk.staff_routes import ROUTES as STAFF
from app.kit.edge import reads, writes

CASE = "/desk/cases/{reference}"

ROUTES = [
    *LAWFUL,
    *HANDS,
    *QUEUES,
    *MERGING,
    *LOOKING,
    Route(CASE, reads(case.show, signed=True), name="desk_case"),
    Route(f"{CASE}/files/{{blob:uuid}}", reads(case.file, signed=True), name="desk_file"),
    Route(f"{CASE}/files/{{blob:uuid}}/pages/{{number:int}}", reads(leaf.show, signed=True), name="desk_leaf"),
    Route(f"{CASE}/files/{{blob:uuid}}/pictures/{{number:int}}", reads(leaf.picture, signed=True), name="desk_picture"),
    Route(f"{CASE}/documents/{{document:uuid}}", reads(case.document, signed=True), name="desk_document"),
    Route(f"{CASE}/messages", reads(case.show, signed=True, keeps=True), name="desk_messages"),
    Route(
        f"{CASE}/messages",
        writes(message.create, again=case.show, signed=True, files=True, keeps=True, once=True),
        methods=["POST"],
    ),
    Route(f"{CASE}/notes", reads(case.show, signed=True, keeps=True), name="desk_notes"),
    Route(f"{CASE}/notes", writes(note.create, again=case.show, signed=True, keeps=True, once=True), methods=["POST"]),
    Route(f"{CASE}/assignment", reads(case.show, signed=True, keeps=True), name="desk_assignment"),
    Route(f"{CASE}/assignment", writes(assignment.create, again=case.show, signed=True, keeps=True), methods=["POST"]),
    Route(f"{CASE}/request", reads(request.new, signed=True, keeps=True), name="desk_request"),
    Route(f"{CASE}/request", writes(request.create, again=request.new, signed=True, keeps=True), methods=["POST"]),
    Route(f"{CASE}/steps/{{transition}}", reads(step.new, signed=True, keeps=True), name="desk_step"),
    Route(
        f"{CASE}/steps/{{transition}}", writes(step.create, again=step.new, signed=True, keeps=True), methods=["POST"]
    ),
    *STAFF,
]
