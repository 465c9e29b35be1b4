"""The shortcuts: all of them, whether they are wanted, and their keys."""

from starlette.requests import Request

from app.desk.entering import staff
from app.desk.queue_pages import Option
from app.desk.queues import shortcuts
from app.desk.queues.view_pages import ShortcutLine, ShortcutsPage
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, text
from app.kit.pages import Page, See
from app.kit.views import FieldError, again_errors, error_of


def index(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, locale = staff(request), request.path_params["locale"]
    assert actor.account_id is not None
    wanted, keys = shortcuts.of(unit, actor.account_id)
    if again:
        wanted, keys = bool(again.form.get("wanted")), {name: again.form.get(f"key.{name}") for name in keys}
    return ShortcutsPage(
        lines=[
            ShortcutLine(f"key.{action}", translate(locale, words), keys[action])
            for action, (_, words) in shortcuts.ACTIONS.items()
        ],
        options=[Option("yes", translate(locale, N_("I want to use shortcuts")))],
        wanted=["yes"] if wanted else [],
        action_url=f"/{locale}/desk/shortcuts",
        errors=_errors(again, locale),
    )


def _errors(again: Again | None, locale: str) -> list[FieldError]:
    """Each with its action: the same words may stand twice on this page."""
    named = {f"key.{action}": translate(locale, words) for action, (_, words) in shortcuts.ACTIONS.items()}
    return [error_of(each.field, named[each.field], each.message, locale) for each in again_errors(again, locale)]


def create(request: Request, form: Form, unit: Unit) -> See:
    keys = {action: text(form, f"key.{action}", most=20).casefold() for action in shortcuts.ACTIONS}
    shortcuts.keep(unit, staff(request), form.get("wanted") == "yes", keys)
    return See("/desk/shortcuts", said="shortcuts_kept")
