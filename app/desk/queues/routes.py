"""The start page, the queue, and what is done with whole parts of it."""

from starlette.routing import Route

from app.desk.handlers import absence, batch, news, queue, related, shortcut, start, task, team, view
from app.kit.edge import reads, writes

VIEW = "/desk/views/{view:uuid}/removal"
BATCH = "/desk/batches/{batch:uuid}"
SAMPLE = "/desk/team/samples/{sample:uuid}"
CASE = "/desk/cases/{reference}"

QUEUES = [
    Route("/desk", reads(start.show, signed=True), name="desk"),
    Route("/desk/cases", reads(queue.index, signed=True), name="desk_queue"),
    Route("/desk/news", reads(news.show, signed=True), name="desk_news"),
    Route("/desk/views", reads(view.index, signed=True, keeps=True), name="desk_views"),
    Route("/desk/views", writes(view.create, again=view.index, signed=True, keeps=True), methods=["POST"]),
    Route(VIEW, reads(view.removal, signed=True), name="desk_view_removal"),
    Route(VIEW, writes(view.remove, signed=True), methods=["POST"]),
    Route("/desk/batches", reads(batch.new, signed=True), name="desk_batches"),
    Route("/desk/batches", writes(batch.create, again=batch.new, signed=True), methods=["POST"]),
    Route(BATCH, reads(batch.show, signed=True), name="desk_batch"),
    Route(BATCH, writes(batch.undo, signed=True), methods=["POST"]),
    Route("/desk/absences", reads(absence.index, signed=True, keeps=True), name="desk_absences"),
    Route("/desk/absences", writes(absence.create, again=absence.index, signed=True, keeps=True), methods=["POST"]),
    Route("/desk/absences/{absence:uuid}", writes(absence.end, signed=True), methods=["POST"]),
    Route("/desk/team", reads(team.show, signed=True), name="desk_team"),
    Route("/desk/team/samples", writes(team.draw, signed=True), methods=["POST"]),
    Route(SAMPLE, reads(team.sample, signed=True, keeps=True), name="desk_sample"),
    Route(SAMPLE, writes(team.judge, again=team.sample, signed=True, keeps=True), methods=["POST"]),
    Route("/desk/shortcuts", reads(shortcut.index, signed=True), name="desk_shortcuts"),
    Route("/desk/shortcuts", writes(shortcut.create, again=shortcut.index, signed=True), methods=["POST"]),
    Route(f"{CASE}/tasks", reads(task.index, signed=True, keeps=True), name="desk_tasks"),
    Route(f"{CASE}/tasks", writes(task.create, again=task.index, signed=True, keeps=True, once=True), methods=["POST"]),
    Route(f"{CASE}/tasks/{{task:uuid}}", writes(task.finish, signed=True), methods=["POST"]),
    Route(f"{CASE}/related", reads(related.index, signed=True, keeps=True), name="desk_related"),
    Route(f"{CASE}/related", writes(related.create, again=related.index, signed=True, keeps=True), methods=["POST"]),
    Route("/desk/mentions/{mention:uuid}", writes(task.see, signed=True), methods=["POST"]),
]
