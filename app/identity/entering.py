"""Coming in: a session is opened, and what this browser did as a guest comes along."""

from uuid import UUID

from starlette.requests import Request

from app.identity import sessions
from app.identity.events import NewDevice, SignedIn
from app.identity.staffing import factor
from app.kit import events, guard
from app.kit.db import Unit
from app.kit.edge import open_session
from app.kit.pages import See

BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrom", "Chromium"), ("Safari", "Safari"))
SYSTEMS = (
    ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac", "Mac"),
    ("Linux", "Linux"),
)  # fmt: skip


def enter(request: Request, unit: Unit, account_id: UUID, onward: str, *, way: str, shared: bool = False) -> See:
    """Open a session of this account in this browser; where to go on. Staff with a link alone go on
    to their passkey, unless they wanted something of their own. `way`: link, printed, invited, passkey, code."""
    before = request.state.actor
    guest = before.session_id if before.account_id is None else None
    events.record(unit, SignedIn(account_id, guest))
    sessions.close(unit, guard.session_secret(request))
    secret = sessions.open_session(unit, account_id, device(request), guest, way=way, shared=shared)
    open_session(request, secret)
    if new := sessions.new_device(unit, account_id, secret):
        events.record(unit, NewDevice(account_id, new))
    known = sessions.as_actor(unit, account_id)
    home = onward or ("/desk" if known.departments else "/me")
    if known.is_staff and not factor.proves(unit.town, way) and (factor.guards(onward) or not onward):
        return See(factor.path(home))
    return See(home)


def device(request: Request) -> str:
    """Browser and system in two words, as the list of sessions shows them; no version, no fingerprint."""
    agent = request.headers.get("user-agent", "")
    browser = next((name for mark, name in BROWSERS if mark in agent), "")
    system = next((name for mark, name in SYSTEMS if mark in agent), "")
    return ", ".join(part for part in (browser, system) if part)
