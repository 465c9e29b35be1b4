"""Where people say whether it was easy, and where a department reads it, below the locale."""

from starlette.routing import Route

from app.insights.handlers import case_feedback, desk_feedback, feedback
from app.kit.edge import public, reads, writes

REMOVAL = "/desk/feedback/{line:uuid}/removal"

ROUTES = [
    Route("/feedback", public(feedback.new), name="feedback"),
    Route(
        "/feedback",
        writes(feedback.create, again=feedback.new, before=feedback.count, token=False, once=True),
        methods=["POST"],
    ),
    Route("/feedback/thanks", public(feedback.thanks), name="feedback_thanks"),
    Route("/feedback/{token}", public(case_feedback.new), name="case_feedback"),
    Route(
        "/feedback/{token}",
        writes(case_feedback.create, again=case_feedback.new, before=feedback.count, token=False),
        methods=["POST"],
    ),
    Route("/desk/feedback", reads(desk_feedback.index, signed=True), name="desk_feedback"),
    Route(REMOVAL, reads(desk_feedback.removal, signed=True), name="desk_feedback_removal"),
    Route(REMOVAL, writes(desk_feedback.remove, signed=True), methods=["POST"]),
]
