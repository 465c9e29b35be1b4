"""Where clerks record who acts for somebody, below the locale."""

from starlette.routing import Route

from app.desk.mandating import handlers, news
from app.kit.edge import reads, writes

MANDATES = "/desk/people/{person:uuid}/mandates"

ROUTES = [
    Route(MANDATES, reads(handlers.index, signed=True, keeps=True), name="desk_mandates"),
    Route(MANDATES, writes(handlers.create, signed=True, files=True, keeps=True), methods=["POST"]),
    Route(f"{MANDATES}/{{mandate:uuid}}/scan", reads(handlers.scan, signed=True), name="desk_mandate_scan"),
    Route(f"{MANDATES}/{{mandate:uuid}}/end", reads(handlers.ask_end, signed=True), name="desk_mandate_end"),
    Route(f"{MANDATES}/{{mandate:uuid}}/end", writes(handlers.end, signed=True), methods=["POST"]),
    Route(f"{MANDATES}/{{mandate:uuid}}/notices", reads(news.edit, signed=True), name="desk_mandate_news"),
    Route(f"{MANDATES}/{{mandate:uuid}}/notices", writes(news.update, again=news.edit, signed=True), methods=["POST"]),
]
