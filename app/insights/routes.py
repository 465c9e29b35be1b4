"""The figures of the town, what everybody may know of them, and what people say of it, below the locale. Nothing that
is sent writes a figure."""

from starlette.routing import Route

from app.insights.feedback.routes import ROUTES as FEEDBACK
from app.insights.handlers import figures, numbers
from app.kit.edge import public, reads

FIGURES = [
    Route("/numbers", public(numbers.show)),
    Route("/numbers.csv", public(numbers.file)),
    Route("/desk/figures", reads(figures.show, signed=True), name="figures"),
    Route("/desk/figures.csv", reads(figures.file, signed=True), name="figures_file"),
]
ROUTES = [*FEEDBACK, *FIGURES]
