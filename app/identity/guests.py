"""Whoever sends something without an account gets a session, so that it is hers in this browser."""

from starlette.requests import Request

from app.identity.sessions import actor, open_session
from app.kit import edge
from app.kit.actor import Actor
from app.kit.db import Unit


def with_session(request: Request, unit: Unit) -> Actor:
    """The actor, or a guest with a session that is opened for this."""
    known: Actor = request.state.actor
    if known.session_id is not None:
        return known
    secret = open_session(unit, None, "")
    edge.open_session(request, secret)
    return actor(unit, secret, known.locale)
