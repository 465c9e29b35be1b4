"""What I was told: every notice, also those that went by mail or on paper."""

from uuid import UUID

from starlette.requests import Request

from app import notifications
from app.kit import db, views
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import direction, lang_tag
from app.kit.pages import Page
from app.kit.towns import Town
from app.kit.views import Link
from app.mypage import cards
from app.mypage.pages import Messages, Notice

PAGE = 20


def index(request: Request, unit: Unit) -> Page:
    """The newest first; `before` in the address goes further back."""
    locale, actor = request.path_params["locale"], request.state.actor
    before = _uuid(request.query_params.get("before", ""))
    at = {"before": before} if before else {}
    found = notifications.notices(unit, actor.account_id, most=PAGE + 1, **at)
    here = f"/{locale}/me/messages"
    return Messages(
        messages=tuple(cards.message(unit, told, locale) for told in found[:PAGE]),
        earlier=f"{here}?before={found[PAGE - 1].id}" if len(found) > PAGE else "",
        later=here if before else "",
    )


def show(request: Request, unit: Unit) -> Page:
    """One notice. It counts as read when its page has been made, in a unit of its own."""
    locale, actor = request.path_params["locale"], request.state.actor
    told = notifications.notice(unit, actor.account_id, request.path_params["notice"])
    if told is None:
        raise NotFound
    if not told.read:
        account: UUID = actor.account_id
        unit.afterwards.append(lambda: _mark_read(unit.town, account, told.id))
    other = told.locale != locale
    return Notice(
        title=told.subject,
        when=views.moment(told.at, locale, unit.town.zone),
        paragraphs=told.body,
        words_lang=lang_tag(told.locale) if other else "",
        words_dir=direction(told.locale) if other else "",
        action=Link(told.label, f"/{locale}{told.path}") if told.path else None,
    )


def _mark_read(town: Town, account: UUID, notice: UUID) -> None:
    """Nothing is lost when it does not succeed: the notice then stays new."""
    try:
        with db.apart(town) as unit:
            notifications.mark_read(unit, account, notice_id=notice)
    except db.Conflict:
        return


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
