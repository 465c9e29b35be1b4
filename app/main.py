"""The web application: `create_app(towns)` puts the rooms behind one edge."""

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import BaseRoute

from app.kit.cache import MicroCache
from app.kit.front import Front
from app.kit.hooks import Hooks
from app.kit.towns import Towns
from app.wiring import hooks as wired
from app.wiring.failures import FAILURES
from app.wiring.routes import ROUTES


def create_app(towns: Towns, hooks: Hooks | None = None, routes: Sequence[BaseRoute] = ROUTES) -> Starlette:
    """An ASGI application for these towns."""
    asked = hooks or wired.Hooks()
    app = Starlette(
        routes=routes,
        exception_handlers=FAILURES,
        middleware=[
            Middleware(Front, towns=towns),
            Middleware(MicroCache, version_of=asked.content_version),
        ],
    )
    app.state.hooks = asked
    return app
