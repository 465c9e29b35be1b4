"""What the law grants around a decision, below the locale: more time, recall."""

from starlette.routing import Route

from app.desk.handlers import extension, recall
from app.kit.edge import reads, writes

CASE = "/desk/cases/{reference}"

LAWFUL = [
    Route(f"{CASE}/extension", reads(extension.new, signed=True, keeps=True), name="desk_extension"),
    Route(
        f"{CASE}/extension", writes(extension.create, again=extension.new, signed=True, keeps=True), methods=["POST"]
    ),
    Route(f"{CASE}/recall", reads(recall.new, signed=True), name="desk_recall"),
    Route(f"{CASE}/recall", writes(recall.create, signed=True), methods=["POST"]),
    Route(f"{CASE}/messages/{{message:uuid}}/recall", reads(recall.new_message, signed=True), name="desk_unsay"),
    Route(f"{CASE}/messages/{{message:uuid}}/recall", writes(recall.create_message, signed=True), methods=["POST"]),
]
