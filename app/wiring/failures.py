"""What went wrong, as a page in the person's language; never a stack trace."""

import logging
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import quote

from markupsafe import Markup, escape
from sqlalchemy.exc import OperationalError, SQLAlchemyError
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from app.identity.staffing import factor
from app.kit import db, ended, errors, front, guard, i18n
from app.kit.actor import Actor
from app.kit.hooks import Frame
from app.kit.i18n import N_
from app.kit.inputs import Invalid
from app.kit.pages import Here, See, Visitor, alternates, respond, see
from app.kit.views import Link
from app.wiring import narrowed
from app.wiring.failure_pages import DeskErrorPage, ErrorPage, Lost, Typed

log = logging.getLogger(__name__)


class MethodUnknown(errors.Problem):
    status = 405
    title = N_("This page cannot be used like that")
    words = N_("Go back to the page you came from and press its button.")


class Unsaid(errors.Problem):
    status = 422
    title = N_("Something is missing")
    words = N_("Go back, check your answers and try again.")


class Broken(errors.Problem):
    status = 500
    title = N_("Something broke on our side")
    words = N_("It is not your fault. Nothing you saved is lost. We have been told. Try again in a few minutes.")


async def problem(request: Request, raised: Exception) -> Response:
    assert isinstance(raised, errors.Problem)
    if isinstance(raised, errors.NotFound) and (way := _second_factor(request)):
        return see(request, See(way), request.state.locale)
    return await run_in_threadpool(_page_or_why, request, raised)


def _page_or_why(request: Request, problem: errors.Problem) -> Response:
    why = narrowed.why(request, problem) if isinstance(problem, errors.NotFound) else None
    return _page(request, why or problem)


def _second_factor(request: Request) -> str:
    """For staff who came in by a link alone the desk is not there: to their passkey, and from there to where they
    wanted to go."""
    actor: Actor | None = getattr(request.state, "actor", None)
    here = ended.address(request).removeprefix(f"/{request.state.locale}")
    if actor is None or not actor.held_back or not factor.guards(here):
        return ""
    return factor.path(here if request.method == "GET" else factor.DESK)


async def http(request: Request, raised: Exception) -> Response:
    assert isinstance(raised, HTTPException)
    kind = {404: errors.NotFound, 405: MethodUnknown, 413: errors.TooLarge}.get(raised.status_code, errors.Problem)
    return await run_in_threadpool(_page, request, kind())


async def invalid(request: Request, raised: Exception) -> Response:
    return await run_in_threadpool(_page, request, Unsaid())


async def sign_in(request: Request, raised: Exception) -> Response:
    """To the way in, and from there to where one wanted to go; a script is told to go there as a whole page."""
    assert isinstance(raised, errors.SignIn)
    locale = request.state.locale
    here = ended.address(request).removeprefix(f"/{locale}") if request.method == "GET" else ""
    onward = quote(raised.onward if raised.over else here, safe="/")
    way = _by_code(raised.onward) if raised.guest else ""
    said = ("over_code" if way else "over") if raised.over and onward else ""
    return see(request, See((way or "/sign-in?") + f"onward={onward}" if onward else "/sign-in", said), locale)


def _by_code(onward: str) -> str:
    """Where a guest enters the code that opens such a page, up to what comes after; "" when none does."""
    kind, _, rest = onward.removeprefix("/").partition("/")
    if kind == "cases":
        return f"/check?reference={rest.partition('/')[0]}&"
    return "/drafts?" if kind == "drafts" else ""


async def busy(request: Request, raised: Exception) -> Response:
    return await run_in_threadpool(_page, request, errors.Busy())


async def away(request: Request, raised: Exception) -> Response:
    assert isinstance(raised, OperationalError)
    if not db.is_away(raised):
        raise raised
    log.error("the database does not answer", exc_info=raised)
    return await run_in_threadpool(_page, request, errors.Away())


async def broken(request: Request, raised: Exception) -> Response:
    """The one page made outside the layer that dresses answers. What was typed stands on it."""
    log.error("broken", exc_info=raised)
    problem = Broken()
    if (sent := getattr(request.state, "sent", None)) is not None:
        problem.keep(sent.texts)
    response = await run_in_threadpool(_page, request, problem)
    front.dress(response.headers, request.state.town)
    return response


def _page(request: Request, problem: errors.Problem) -> Response:
    locale = request.state.locale

    def say(message: str) -> str:
        return i18n.translate(locale, message, **problem.values)

    files = _files(problem, locale)
    frame, clerk = _around(request, locale)
    page = (DeskErrorPage if clerk else ErrorPage)(
        heading=say(problem.title),
        sentences=_sentences(problem, say, files),
        links=_links(request, problem, locale, clerk),
        drawing="shutters" if problem.status == 404 else "boat" if problem.status == 503 else "",
        kept=_kept(problem),
        files=files,
        again_url=problem.again_url if isinstance(problem, errors.Busy) else "",
        reference_hint=isinstance(problem, errors.NotFound) and clerk is None,
        contact=clerk is None,
        typed=_typed(problem, locale),
    )
    here = replace(
        _bare(locale, factor.DESK if clerk else "/"), town=frame.town, address=frame.address, hours=frame.hours,
        phone=frame.phone, letters=frame.letters, signed_in=clerk,
    )  # fmt: skip
    response = respond(request, page, here, problem.status)
    response.headers["Cache-Control"] = "no-store"
    if problem.status in (429, 503):
        response.headers["Retry-After"] = "60" if problem.status == 429 else "5"
    if request.headers.get("hx-request"):
        response.headers["HX-Failure"] = quote(" ".join(str(each) for each in page.sentences))
    return response


def _sentences(problem: errors.Problem, say: Callable[[str], str], files: tuple[Lost, ...]) -> tuple[str | Markup, ...]:
    if isinstance(problem, errors.Closed):
        return tuple(problem.sentences)
    return (say(problem.words), say(errors.Busy.choose)) if files else (say(problem.words),)


def _typed(problem: errors.Problem, locale: str) -> tuple[Typed, ...]:
    found = () if isinstance(problem, errors.NotFound) else problem.typed
    otherwise = i18n.translate(locale, N_("Your text"))
    return tuple(Typed(label or otherwise, tuple(text.splitlines())) for label, text in found)


def _kept(problem: errors.Problem) -> tuple[tuple[str, str], ...]:
    """What was typed, to be sent again by one press (its token with it)."""
    if not isinstance(problem, errors.Busy):
        return ()
    return tuple((name, value) for name, values in problem.kept.items() for value in values)


def _files(problem: errors.Problem, locale: str) -> tuple[Lost, ...]:
    """A field for each that had files, so that none is left out unseen."""
    if not isinstance(problem, errors.Busy):
        return ()
    label = escape(i18n.translate(locale, N_("Choose again: %(names)s")))
    return tuple(
        Lost(
            name,
            label % {"names": Markup("<br>").join(Markup("<bdi>{}</bdi>").format(each) for each in called)},
            len(called) > 1,
        )
        for name, called in problem.files.items()
    )


def _bare(locale: str, begin: str) -> Here:
    return Here(locale, "", "Ventanilla", alternates(locale, begin))


def _links(request: Request, problem: errors.Problem, locale: str, clerk: Visitor | None) -> tuple[Link, ...]:
    if problem.link:
        return (Link(i18n.translate(locale, problem.link, **problem.values), f"/{locale}{problem.path}"),)
    if problem.status in (400, 413, 429, 500) and request.method == "POST":
        return (Link(i18n.translate(locale, N_("Back to the form")), ended.address(request)), *_ways(locale, clerk))
    return _ways(locale, clerk)


def _ways(locale: str, clerk: Visitor | None) -> tuple[Link, ...]:
    said = [(N_("Home"), "/"), (N_("All services"), "/services"), (N_("Check a receipt or follow a case"), "/check")]
    if clerk:
        said = [(N_("My page"), "/me")]
        if clerk.serves:
            said = [(N_("Start"), factor.DESK), (N_("Queue"), f"{factor.DESK}/cases"), *said]
    return tuple(Link(i18n.translate(locale, words), f"/{locale}{path}") for words, path in said)


def _around(request: Request, locale: str) -> tuple[Frame, Visitor | None]:
    """What stands around an error page too, as long as the database answers; at the desk who works there."""
    hooks = request.app.state.hooks
    try:
        with db.read(request.state.town) as unit:
            frame: Frame = hooks.frame(unit, locale)
            if not factor.is_desk(ended.path(request)):
                return frame, None
            actor: Actor = hooks.whoami(unit, guard.session_secret(request), locale)
            return frame, hooks.visitor(unit, actor) if actor.is_staff else None
    except SQLAlchemyError:
        return Frame("Ventanilla"), None


FAILURES: dict[Any, Any] = {
    errors.Problem: problem,
    errors.SignIn: sign_in,
    HTTPException: http,
    Invalid: invalid,
    db.Conflict: busy,
    OperationalError: away,
    Exception: broken,
}
