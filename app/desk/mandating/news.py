"""Who gets the news of a mandate, changed at the window: for whoever has no account, and with her agreement."""

from starlette.requests import Request

from app.desk import entering
from app.desk.looking.handlers.needs import AGREED, WAYS
from app.desk.mandating.handlers import PURPOSE
from app.desk.mandating.pages import News
from app.desk.pages import Option
from app.identity import mandates
from app.kit import audit
from app.kit.db import Unit
from app.kit.i18n import translate
from app.kit.inputs import Again, Form, Mistakes, one_of
from app.kit.pages import Page, See
from app.kit.views import again_errors


def edit(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, record = entering.open_record(request, unit)
    locale = request.path_params["locale"]
    held = mandates.standing(unit, record.id, request.path_params["mandate"])
    audit.look_first(unit, actor, None, (record.id,), PURPOSE)
    here = f"/{locale}/desk/people/{record.id}/mandates"
    form = again.form if again else Form()
    return News(
        name=record.name,
        helper=mandates.helper(unit, held),
        question=translate(locale, mandates.QUESTION),
        hint=translate(locale, mandates.HINT),
        choices=_options(mandates.TOLD, locale),
        chosen=form.get("notices") if again else held.notices,
        ways=_options(WAYS, locale),
        way=form.get("way"),
        errors=again_errors(again, locale),
        back_url=here,
        action_url=f"{here}/{held.id}/notices",
    )


def _options(words: dict[str, str], locale: str) -> list[Option]:
    return [Option(value, translate(locale, said)) for value, said in words.items()]


def update(request: Request, form: Form, unit: Unit) -> See:
    actor, record = entering.open_record(request, unit)
    held = mandates.standing(unit, record.id, request.path_params["mandate"])
    wrong = Mistakes()
    notices = wrong.read(lambda: one_of(form, "notices", tuple(mandates.TOLD), required=mandates.REQUIRED), "")
    way = wrong.read(lambda: one_of(form, "way", tuple(WAYS), required=AGREED), "")
    wrong.tell()
    changed = mandates.change_for_her(unit, actor, held, notices, way)
    return See(f"/desk/people/{record.id}/mandates", said="mandate_news_of" if changed else "mandate_notices")
