"""The figures of the town, at the desk, below the locale."""

from starlette.routing import Route

from app.insights.handlers import figures
from app.kit.edge import reads

ROUTES = [
    Route("/desk/figures", reads(figures.show, signed=True), name="figures"),
    Route("/desk/figures.csv", reads(figures.file, signed=True), name="figures_file"),
]
