"""The purpose of looking at people."""

from starlette.requests import Request

from app.desk.entering import ELSEWHERE, staff
from app.desk.looking import purposes
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.inputs import Again, Form, Invalid, Problem, one_of, text
from app.kit.pages import Answer, See
from app.people import finding

WORDS = 300


def new(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    if not staff(request).departments:
        return ELSEWHERE
    to = again.form.get("to") if again else request.query_params.get("to", "")
    return purposes.page(request, unit, to, again)


def create(request: Request, form: Form, unit: Unit) -> See:
    actor = staff(request)
    if not actor.departments:
        raise NotFound
    known = [option.value for option in purposes.options(unit, "en")]
    code = one_of(form, "purpose", known, required=purposes.NEEDED)
    words = text(form, "words", most=WORDS)
    if code == purposes.OTHER and not words:
        raise Invalid({"words": Problem(purposes.WORDS_NEEDED)})
    finding.choose(unit, actor, code, words)
    return See(purposes.onward(form.get("to")))
