"""Where people say whether it was easy, below the locale."""

from starlette.routing import Route

from app.insights.handlers import feedback
from app.kit.edge import public, writes

ROUTES = [
    Route("/feedback", public(feedback.new), name="feedback"),
    Route(
        "/feedback",
        writes(feedback.create, again=feedback.new, before=feedback.count, token=False, once=True),
        methods=["POST"],
    ),
    Route("/feedback/thanks", public(feedback.thanks), name="feedback_thanks"),
]
