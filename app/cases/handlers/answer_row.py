"""One row of a marked question that repeats, on a page of its own as in the form: kept, and sent with the others."""

from collections.abc import Mapping
from urllib.parse import quote

from starlette.requests import Request

from app import forms
from app.cases import asking, marked, queries, rows, showing, wording
from app.cases.form_pages import LATER
from app.cases.marked import Marked
from app.cases.pages import AnswerRow, WrongAnswerRow
from app.cases.views import withheld
from app.kit import views
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.inputs import Again, Form
from app.kit.pages import Answer, See


def edit(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    case = queries.own_case(unit, request.state.actor, request.path_params["reference"])
    asked = _asked(request, unit, case)
    group = _group(request, asked)
    row = request.path_params["row"]
    if again:
        typed = rows.read(group, again.form, row, asked.around).typed
    else:
        typed = asked.half.get(_place(request)) or rows.standing(group, row, asked.around)
    return _page(request, unit, asked, group, typed, {})


def update(request: Request, form: Form, unit: Unit) -> Answer:
    """Keep a row and go back to the questions; or show what is wrong with it."""
    case = queries.own_case(unit, request.state.actor, request.path_params["reference"])
    case = queries.locked(unit, case.id)
    asked = _asked(request, unit, case)
    group, later = _group(request, asked), form.get("then") == LATER
    outcome = rows.read(group, form, request.path_params["row"], asked.around)
    if outcome.errors and not later:
        return _page(request, unit, asked, group, outcome.typed, outcome.errors)
    given = {} if outcome.errors else {group.id: outcome.answer}
    half = outcome.typed if outcome.errors else {}
    asking.keep(unit, case, asked.request, given, {_place(request): half})
    if later:
        return See(f"/cases/{case.reference}", said="kept")
    return See(f"/cases/{case.reference}/answers")


def _asked(request: Request, unit: Unit, case: queries.Case) -> Marked:
    """What is asked, as this reader may see it."""
    actor = request.state.actor
    service, kept = wording.of_case(unit, actor, case), withheld.from_reader(unit, case, actor)
    return marked.of(unit, case, service, request.path_params["locale"], kept)


def _group(request: Request, asked: Marked) -> forms.Group:
    field = asked.fields.get(request.path_params["field"])
    if not isinstance(field, forms.Group):
        raise NotFound
    return field


def _place(request: Request) -> str:
    """Where a row that is half done is kept."""
    return f"{request.path_params['field']}/{request.path_params['row']}"


def _page(
    request: Request,
    unit: Unit,
    asked: Marked,
    group: forms.Group,
    typed: Mapping[str, tuple[str, ...]],
    errors: Mapping[str, forms.Problem],
) -> AnswerRow:
    locale = request.path_params["locale"]
    reference = request.path_params["reference"]
    here = f"/{locale}/cases/{reference}/answers"
    words = showing.words(unit, asked.service, locale)
    kind = WrongAnswerRow if errors else AnswerRow
    return kind(
        reference=reference,
        question=rows.called(group, request.path_params["row"], asked.around, words, locale),
        fields=forms.row_controls(group, typed, errors, words, asked.around),
        errors=rows.errors(group, errors, words),
        due=views.day(asked.request.until, locale) if asked.request.until else None,
        back_url=here,
        action_url=f"{here}/{group.id}/{quote(request.path_params['row'], safe='')}",
    )
