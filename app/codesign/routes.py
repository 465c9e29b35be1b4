"""Reporting a barrier, what became of it, and the statement, below the locale."""

from starlette.routing import BaseRoute, Route

from app.codesign.handlers import statement
from app.kit.edge import public

ROUTES: list[BaseRoute] = [Route("/accessibility", public(statement.show), name="accessibility")]
