"""Stopping it, below the locale, for whoever holds the link."""

from starlette.routing import Route

from app.identity.handlers import regaining
from app.kit.edge import reads, writes

ROUTES = [
    Route("/sign-in/regaining/{code}", reads(regaining.show), name="regaining"),
    Route("/sign-in/regaining/{code}", writes(regaining.stop, before=regaining.count), methods=["POST"]),
]
