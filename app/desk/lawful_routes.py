"""What the law grants around a decision, below the locale: more time, recall, serving, outages."""

from starlette.routing import Route

from app.desk.handlers import correction, extension, first, outage, proof, recall, serving
from app.kit.edge import reads, writes

CASE = "/desk/cases/{reference}"

LAWFUL = [
    Route(f"{CASE}/first", reads(first.show, signed=True), name="desk_first"),
    Route(f"{CASE}/first/files/{{blob:uuid}}/pages/{{number:int}}", reads(first.file, signed=True)),
    Route(f"{CASE}/first/documents/{{document:uuid}}", reads(first.document, signed=True), name="desk_first_document"),
    Route("/desk/outages", reads(outage.index, signed=True, keeps=True), name="desk_outages"),
    Route(
        "/desk/outages", writes(outage.create, again=outage.index, signed=True, keeps=True, once=True), methods=["POST"]
    ),
    Route("/desk/outages/{outage:uuid}", reads(outage.edit, signed=True, keeps=True), name="desk_outage"),
    Route(
        "/desk/outages/{outage:uuid}",
        writes(outage.update, again=outage.edit, signed=True, keeps=True),
        methods=["POST"],
    ),
    Route(f"{CASE}/extension", reads(extension.new, signed=True, keeps=True), name="desk_extension"),
    Route(
        f"{CASE}/extension", writes(extension.create, again=extension.new, signed=True, keeps=True), methods=["POST"]
    ),
    Route(f"{CASE}/correction/{{transition}}", reads(correction.new, signed=True, keeps=True), name="desk_correction"),
    Route(
        f"{CASE}/correction/{{transition}}",
        writes(correction.create, again=correction.new, signed=True, keeps=True),
        methods=["POST"],
    ),
    Route(
        f"{CASE}/messages/{{message:uuid}}/correction",
        reads(correction.new_message, signed=True, keeps=True),
        name="desk_say_again",
    ),
    Route(
        f"{CASE}/messages/{{message:uuid}}/correction",
        writes(correction.create_message, again=correction.new_message, signed=True, keeps=True),
        methods=["POST"],
    ),
    Route(f"{CASE}/proof", reads(proof.new, signed=True, keeps=True), name="desk_proof"),
    Route(f"{CASE}/proof", writes(proof.create, again=proof.new, signed=True, keeps=True), methods=["POST"]),
    Route(f"{CASE}/serving", reads(serving.new, signed=True, keeps=True), name="desk_serving"),
    Route(f"{CASE}/serving", writes(serving.create, again=serving.new, signed=True, keeps=True), methods=["POST"]),
    Route(f"{CASE}/recall", reads(recall.new, signed=True), name="desk_recall"),
    Route(f"{CASE}/recall", writes(recall.create, signed=True), methods=["POST"]),
    Route(f"{CASE}/messages/{{message:uuid}}/recall", reads(recall.new_message, signed=True), name="desk_unsay"),
    Route(f"{CASE}/messages/{{message:uuid}}/recall", writes(recall.create_message, signed=True), methods=["POST"]),
]
