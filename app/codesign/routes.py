"""Reporting a barrier, and what became of it, below the locale."""

from starlette.routing import BaseRoute

ROUTES: list[BaseRoute] = []
