"""The edge: one unit for one request. Handlers get data and give data; only here is committed and rendered."""

import functools
import logging
from collections.abc import Callable, Mapping
from dataclasses import replace
from time import sleep
from typing import Any, TypeAlias

from sqlalchemy.exc import OperationalError
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from app.kit import db, ended, guard, said, signposts
from app.kit.actor import Actor
from app.kit.cache import UNTIL, allowed_query
from app.kit.errors import AskFirst, Away, Busy, Closed, Forbidden, NotFound, Refused, SignIn, TooMany
from app.kit.hooks import Hooks
from app.kit.inputs import Again, Form, Invalid
from app.kit.pages import Answer, Here, Page, alternates, respond
from app.kit.presses import Pressed
from app.kit.receiving import receive
from app.kit.squeezing import squeeze
from app.kit.towns import Town

log = logging.getLogger(__name__)
PAUSES = (0.0, 0.02, 0.1, 0.5)

Reader: TypeAlias = Callable[..., Answer]
Writer: TypeAlias = Callable[[Request, Form, db.Unit], Answer]
Endpoint: TypeAlias = Callable[[Request], Any]


def public(fn: Reader) -> Endpoint:
    """A page that is the same bytes for all: no session is read, and the micro-cache may keep it, unless the handler
    said `keep_not`."""

    @functools.wraps(fn)
    async def endpoint(request: Request) -> Response:
        def work() -> Response:
            with db.read(request.state.town) as unit:
                request.state.actor = Actor(locale=locale_of(request))
                answer = fn(request, unit)
                here = _here(request, unit, signed=False)
                version = _hooks(request).content_version(unit)
            for follow in unit.afterwards:
                follow()
            response = respond(request, answer, here)
            unkept = getattr(request.state, "unkept", False)
            name, value = ("Cache-Control", "no-store") if unkept else ("X-Content-Version", version)
            response.headers[name] = value
            if isinstance(answer, Page) and answer.discreet:
                response.headers["X-Keep"] = "no"
            if until := getattr(request.state, "until", None):
                response.headers[UNTIL] = until.isoformat()
            return squeeze(request, response) if unkept else response

        return await run_in_threadpool(work)

    return endpoint


def reads(fn: Reader, *, signed: bool = False, keeps: bool = False) -> Endpoint:
    """A GET that knows its visitor; never cached. `signed`: only for somebody who signed in. `keeps`: whoever comes
    back after an ended session finds the page as it was typed (by `again`, without errors)."""

    @functools.wraps(fn)
    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(_read, request, fn, signed, None, keeps)

    return endpoint


def writes(
    fn: Writer,
    *,
    again: Reader | None = None,
    before: Callable[[Request, Form], None] | None = None,
    signed: bool = False,
    token: bool = True,
    files: bool = False,
    keeps: bool = False,
    once: bool = False,
) -> Endpoint:
    """A POST. `again` shows the page once more after Invalid; `before` counts limits while no unit is open;
    `token=False` for forms on public pages, which carry none; `files` allows 25 MB instead of 64 KiB; `keeps`:
    what was typed while the session ended is kept for the GET at the same address; `once`: of two presses of the same
    button only the first does anything."""

    def work(request: Request, form: Form) -> Response:
        try:
            if token:
                guard.check_token(request.state.town, guard.session_secret(request), form.get("_token"))
            return _attempt(request, form, fn, again, before, signed, Pressed.of(request, form) if once else None)
        except (Closed, NotFound, Refused, TooMany) as problem:
            problem.keep(form.texts)
            raise
        except (SignIn, Forbidden) as refused:
            return ended.lead_back(request, form, refused, keeps)
        except AskFirst as first:
            return ended.lead_round(request, form, first)

    @functools.wraps(fn)
    async def endpoint(request: Request) -> Response:
        guard.same_origin(request)
        request.state.sent = form = await receive(request, files=files)
        return await run_in_threadpool(work, request, form)

    return endpoint


def _attempt(
    request: Request,
    form: Form,
    fn: Writer,
    again: Reader | None,
    before: Callable[[Request, Form], None] | None,
    signed: bool,
    pressed: Pressed | None,
) -> Response:
    if before:
        before(request, form)
    reason = Busy
    for pause in PAUSES:
        sleep(pause)
        request.state.new_session = None  # a session that was rolled back is nobody's
        try:
            with db.write(request.state.town) as unit:
                actor = _enter(request, unit, signed)
                do = functools.partial(fn, request, form, unit)
                answer = pressed.once(unit, do) if pressed else do()
                here = _here(request, unit, actor=actor)
        except db.Conflict:
            continue
        except OperationalError as problem:
            if not db.is_away(problem):
                raise
            log.exception("the database does not answer", extra={"path": request.url.path})
            reason = Away
            continue
        except Invalid as problem:
            if again is None:
                raise
            request.state.new_session = None
            return _read(request, again, signed, Again(form, problem.errors))
        for follow in unit.afterwards:
            follow()
        return _dressed(request, respond(request, answer, here))
    log.warning("busy", extra={"path": request.url.path})
    raise reason(kept=form.texts, again_url=ended.address(request), files=form.file_names)


def _read(request: Request, fn: Reader, signed: bool, again: Again | None, keeps: bool = False) -> Response:
    with db.read(request.state.town) as unit:
        actor = _enter(request, unit, signed)
        back = ended.come_back(request, unit, actor) if keeps else ended.NOWHERE
        shown = again or back.again
        extra: Mapping[str, Any] = {} if shown is None else {"again": shown}
        try:
            answer = fn(request, unit, **extra)
        except (Closed, NotFound) as problem:
            problem.keep(shown.form.texts if shown else {})
            raise
        here = _here(request, unit, actor=actor)
        here = replace(here, errors=again is not None, status=(*here.status, *back.told))
    for follow in unit.afterwards:
        follow()
    return _dressed(request, respond(request, answer, here, 422 if again is not None else None))


def _enter(request: Request, unit: db.Unit, signed: bool) -> Actor:
    secret = guard.session_secret(request)
    actor = _hooks(request).whoami(unit, secret, locale_of(request))
    if signed and actor.account_id is None:
        raise SignIn
    request.state.actor = actor
    return actor


def _here(request: Request, unit: db.Unit, *, signed: bool = True, actor: Actor | None = None) -> Here:
    locale = locale_of(request)
    frame = _hooks(request).frame(unit, locale)
    path = request.url.path.removeprefix(f"/{locale}") or "/"
    query = _query(request, signed)
    here = Here(
        locale, path, frame.town, alternates(locale, path, query),
        now=unit.now, offline=not signed and request.state.town.offline,
        address=frame.address, hours=frame.hours, phone=frame.phone, letters=frame.letters,
        signpost=signposts.seen(request),
    )  # fmt: skip
    if not signed or actor is None:
        return here
    town: Town = request.state.town
    token = guard.form_token(town, getattr(request.state, "new_session", None) or guard.session_secret(request))
    status = said.sentences(request.query_params.get("said", ""), locale)
    return replace(here, signed_in=_hooks(request).visitor(unit, actor), token=token, status=status)


def _query(request: Request, signed: bool) -> str:
    if request.method != "GET":
        return ""
    return request.url.query if signed else allowed_query(request.url.path, request.url.query.encode())


def _dressed(request: Request, response: Response) -> Response:
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers["X-Robots-Tag"] = "noindex"
    fresh = getattr(request.state, "new_session", None)
    if fresh is not None:
        response.headers["Set-Cookie"] = guard.session_cookie(request, fresh)
    return squeeze(request, response)


def open_session(request: Request, secret: str) -> None:
    """Have the answer carry a new session cookie ("" takes it away)."""
    request.state.new_session = secret


def locale_of(request: Request) -> str:
    return str(request.path_params.get("locale") or getattr(request.state, "locale", "en"))


def _hooks(request: Request) -> Hooks:
    hooks: Hooks = request.app.state.hooks
    return hooks
