"""Where a clerk says who somebody is, below the locale. Whoever does not serve people finds nothing here."""

from starlette.routing import Route

from app.desk.handlers import identification
from app.kit.edge import reads, writes

PERSON = "/desk/people/{person:uuid}"

ROUTES = [
    Route(f"{PERSON}/codes", reads(identification.new, signed=True), name="desk_codes"),
    Route(f"{PERSON}/codes", writes(identification.create, again=identification.new, signed=True), methods=["POST"]),
    Route(f"{PERSON}/codes/{{slip:uuid}}", reads(identification.show, signed=True), name="desk_slip"),
    Route(f"{PERSON}/links/{{link:uuid}}/end", reads(identification.ask_end, signed=True), name="desk_link_end"),
    Route(
        f"{PERSON}/links/{{link:uuid}}/end",
        writes(identification.end, again=identification.ask_end, signed=True),
        methods=["POST"],
    ),
    Route(
        f"{PERSON}/links/{{link:uuid}}/address",
        reads(identification.ask_regain, signed=True, keeps=True),
        name="desk_regain",
    ),
    Route(
        f"{PERSON}/links/{{link:uuid}}/address",
        writes(identification.regain, again=identification.ask_regain, signed=True, keeps=True),
        methods=["POST"],
    ),
]
