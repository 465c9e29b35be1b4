"""Who gets the notices of a mandate that I gave."""

from starlette.requests import Request

from app.identity.mandating import asking, hearing, pages, words
from app.kit.db import Unit
from app.kit.i18n import translate
from app.kit.inputs import Again, Form, one_of
from app.kit.pages import Page, See
from app.kit.views import again_errors


def edit(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale = request.path_params["locale"]
    held = hearing.own(unit, request.state.actor, request.path_params["mandate"])
    return pages.MandateNotices(
        line=pages.given(unit, held, locale),
        question=translate(locale, hearing.QUESTION),
        hint=translate(locale, hearing.HINT),
        choices=asking.notices(locale),
        chosen=again.form.get("notices") if again else held.notices,
        action_url=f"/{locale}/me/mandates/{held.id}/notices",
        errors=again_errors(again, locale),
    )


def update(request: Request, form: Form, unit: Unit) -> See:
    chosen = one_of(form, "notices", tuple(words.TOLD), required=hearing.REQUIRED)
    hearing.change(unit, request.state.actor, request.path_params["mandate"], chosen)
    return See("/me/mandates", said="mandate_notices")
