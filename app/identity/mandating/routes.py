"""Mandates, below the locale; only for somebody who signed in."""

from starlette.routing import Route

from app.identity.handlers import mandate, mandate_notices
from app.kit.edge import reads, writes

ONE = "/me/mandates/{mandate:uuid}"

ROUTES = [
    Route("/me/mandates", reads(mandate.index, signed=True), name="mandates"),
    Route("/me/mandates/new", reads(mandate.new, signed=True, keeps=True), name="mandate_new"),
    Route(
        "/me/mandates/new",
        writes(mandate.create, again=mandate.new, before=mandate.count, signed=True, keeps=True),
        methods=["POST"],
    ),
    Route("/me/mandates/code", reads(mandate.enter_code, signed=True), name="mandate_code"),
    Route(
        "/me/mandates/code",
        writes(mandate.use_code, again=mandate.enter_code, before=mandate.count_codes, signed=True),
        methods=["POST"],
    ),
    Route(f"{ONE}/acceptance", writes(mandate.accept, signed=True), methods=["POST"]),
    Route(f"{ONE}/notices", reads(mandate_notices.edit, signed=True, keeps=True), name="mandate_notices"),
    Route(
        f"{ONE}/notices",
        writes(mandate_notices.update, again=mandate_notices.edit, signed=True, keeps=True),
        methods=["POST"],
    ),
    Route(f"{ONE}/end", reads(mandate.ask_end, signed=True), name="mandate_end"),
    Route(f"{ONE}/end", writes(mandate.end, signed=True), methods=["POST"]),
]
