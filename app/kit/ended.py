"""A form that arrives when its session has ended, or what it was asked for: what was typed is kept, and whoever typed
it is led back to it."""

from dataclasses import dataclass
from datetime import timedelta
from urllib.parse import parse_qsl, quote, urlencode
from uuid import UUID

from starlette.requests import Request
from starlette.responses import Response

from app.kit import db, guard, said, unsent
from app.kit.actor import Actor
from app.kit.errors import AskFirst, Busy, Forbidden, SignIn
from app.kit.inputs import Again, Form
from app.kit.pages import See, see

KEPT = "unsent"
"""What the address of a page is asked with by whoever comes back to it."""
MOST, WITHIN = 60, timedelta(hours=1)


def lead_back(request: Request, form: Form, refused: SignIn | Forbidden, keeps: bool) -> Response:
    """What to answer instead of `refused`. The token of a form says in which session it was typed, also when that one
    has ended, was left, or another has begun since in the same browser."""
    locale = request.state.locale
    with db.read(request.state.town) as unit:
        actor: Actor = request.app.state.hooks.whoami(unit, guard.session_secret(request), locale)
        typist: Actor | None = request.app.state.hooks.typist(unit, form.get("_token"))
    if typist is None or typist.session_id == actor.session_id:
        raise refused
    if isinstance(refused, SignIn) and not keeps:
        raise SignIn(refused.onward, over=True, guest=typist.account_id is None)
    if not keeps:
        raise refused
    onward = _keep(request, form, typist)
    if _same(typist, actor):
        return see(request, See(onward), locale)
    raise SignIn(onward, over=True, guest=typist.account_id is None)


def lead_round(request: Request, form: Form, first: AskFirst) -> Response:
    """To what has to be said first, and from there back to the form as it was typed."""
    onward = _keep(request, form, request.state.actor) if path(request) == first.back else first.back
    return see(request, See(f"{first.path}?to={quote(onward, safe='/')}", first.said), request.state.locale)


def _keep(request: Request, form: Form, typist: Actor) -> str:
    """The way back to the page, below the locale."""
    town, query = request.state.town, dict(parse_qsl(request.url.query))
    if form.files or any(name != "_token" and any(values) for name, values in form.texts.items()):
        guard.limit(town, KEPT, str(typist.session_id), MOST, WITHIN)
        try:
            query[KEPT] = str(unsent.keep(town, typist.account_id, path(request), form))
        except db.Conflict:
            raise Busy(kept=form.texts, again_url=address(request), files=form.file_names) from None
    return path(request) + (f"?{urlencode(query)}" if query else "")


def _same(typist: Actor, actor: Actor) -> bool:
    """Whether it is the same person: of the same account, or who was this guest."""
    if typist.account_id is not None:
        return typist.account_id == actor.account_id
    return typist.session_id in (actor.session_id, actor.guest_id)


@dataclass(frozen=True)
class Back:
    """Somebody has come back to a page: what she typed there, if it is still here and hers, and what is told of it."""

    again: Again | None
    told: tuple[str, ...]


NOWHERE = Back(None, ())


def come_back(request: Request, unit: db.Unit, actor: Actor) -> Back:
    asked = request.query_params.get(KEPT)
    if asked is None:
        return NOWHERE
    found = unsent.find(unit, actor, kept, path(request)) if (kept := _uuid(asked)) else None
    key = "unsent_gone" if found is None else "unsent_files" if found.files else "unsent"
    return Back(Again(found.form, {}) if found else None, said.sentences(key, request.state.locale))


def path(request: Request) -> str:
    """The path of a page below its locale: the same in every language."""
    return request.url.path.removeprefix(f"/{request.state.locale}")


def way_back(request: Request) -> str:
    """The path of a page below its locale, with what was typed there."""
    kept = request.query_params.get(KEPT)
    return path(request) + (f"?{urlencode({KEPT: kept})}" if kept else "")


def address(request: Request) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
