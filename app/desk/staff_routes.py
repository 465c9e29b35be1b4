"""Pages about staff, for administrators only."""

from starlette.routing import Route

from app.desk.handlers import colleague, departure, invitation, staff, watching
from app.kit.edge import reads, writes

STAFF = "/desk/staff"
INVITATION = f"{STAFF}/invitations/{{invitation:uuid}}"
ONE = f"{STAFF}/{{account:uuid}}"

ROUTES = [
    Route(STAFF, reads(staff.index, signed=True), name="staff"),
    Route(f"{STAFF}/invitations", reads(invitation.new, signed=True, keeps=True), name="staff_invitation"),
    Route(
        f"{STAFF}/invitations",
        writes(invitation.create, again=invitation.new, signed=True, keeps=True),
        methods=["POST"],
    ),
    Route(f"{INVITATION}/renewal", writes(invitation.renew, signed=True), methods=["POST"]),
    Route(f"{INVITATION}/revocation", writes(invitation.revoke, signed=True), methods=["POST"]),
    Route(ONE, reads(colleague.show, signed=True), name="colleague"),
    Route(ONE, writes(colleague.update, again=colleague.show, signed=True), methods=["POST"]),
    Route(f"{ONE}/invitation", writes(colleague.invite, signed=True), methods=["POST"]),
    Route(f"{ONE}/departure", reads(departure.new, signed=True), name="departure"),
    Route(f"{ONE}/departure", writes(departure.create, again=departure.new, signed=True), methods=["POST"]),
    Route("/desk/watching", reads(watching.index, signed=True), name="watching"),
    Route("/desk/watching/{watch:uuid}", reads(watching.index, signed=True), name="watch"),
    Route("/desk/watching/{watch:uuid}", writes(watching.see, again=watching.index, signed=True), methods=["POST"]),
]
