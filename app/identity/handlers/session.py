"""Where am I signed in? Each place can be ended; signing out ends this one."""

from uuid import UUID

from starlette.requests import Request

from app.identity import sessions
from app.identity.pages import SessionLine, Sessions
from app.kit import guard, views
from app.kit.db import Unit
from app.kit.edge import open_session
from app.kit.errors import NotFound
from app.kit.inputs import Form
from app.kit.pages import Page, See


def index(request: Request, unit: Unit) -> Page:
    locale, actor, zone = request.path_params["locale"], request.state.actor, unit.town.zone
    lines = [
        SessionLine(
            session.id,
            session.device,
            views.moment(session.created_at, locale, zone),
            views.moment(session.seen_at, locale, zone),
            session.id == actor.session_id,
            f"/{locale}/me/sessions/{session.id}/end",
        )
        for session in sessions.mine(unit, actor.account_id)
    ]
    return Sessions(lines, f"/{locale}/sign-out")


def end(request: Request, form: Form, unit: Unit) -> See:
    actor = request.state.actor
    session_id: UUID = request.path_params["session"]
    if not sessions.end(unit, actor.account_id, session_id):
        raise NotFound
    return See("/" if session_id == actor.session_id else "/me/sessions", said="ended")


def sign_out(request: Request, form: Form, unit: Unit) -> See:
    sessions.close(unit, guard.session_secret(request))
    open_session(request, "")
    return See("/")
