"""The figures of the town, at the desk, and what people say of it, below the locale."""

from starlette.routing import Route

from app.insights.feedback.routes import ROUTES as FEEDBACK
from app.insights.handlers import figures
from app.kit.edge import reads

ROUTES = [
    *FEEDBACK,
    Route("/desk/figures", reads(figures.show, signed=True), name="figures"),
    Route("/desk/figures.csv", reads(figures.file, signed=True), name="figures_file"),
]
