"""The start page, the queue, and what is done with whole parts of it."""

from starlette.routing import Route

from app.desk.handlers import batch, news, queue, start, view
from app.kit.edge import reads, writes

VIEW = "/desk/views/{view:uuid}/removal"
BATCH = "/desk/batches/{batch:uuid}"

QUEUES = [
    Route("/desk", reads(start.show, signed=True), name="desk"),
    Route("/desk/cases", reads(queue.index, signed=True), name="desk_queue"),
    Route("/desk/news", reads(news.show, signed=True), name="desk_news"),
    Route("/desk/views", reads(view.index, signed=True), name="desk_views"),
    Route("/desk/views", writes(view.create, again=view.index, signed=True), methods=["POST"]),
    Route(VIEW, reads(view.removal, signed=True), name="desk_view_removal"),
    Route(VIEW, writes(view.remove, signed=True), methods=["POST"]),
    Route("/desk/batches", reads(batch.new, signed=True), name="desk_batches"),
    Route("/desk/batches", writes(batch.create, again=batch.new, signed=True), methods=["POST"]),
    Route(BATCH, reads(batch.show, signed=True), name="desk_batch"),
    Route(BATCH, writes(batch.undo, signed=True), methods=["POST"]),
]
