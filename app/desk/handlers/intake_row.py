"""One row of a question that repeats, while a form is filled in for somebody."""

from collections.abc import Mapping
from urllib.parse import quote

from markupsafe import Markup, escape
from starlette.requests import Request

from app import catalogue, forms
from app.cases import hands
from app.desk import entering
from app.desk.intake_pages import OneRow, WrongRow
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form
from app.kit.pages import Answer, See


def edit(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    row = _row(request, unit)
    hands.look(unit, row.dense.held)
    return _page(request, unit, row, row.standing(again.form if again else None), {})


def update(request: Request, form: Form, unit: Unit) -> Answer:
    row = _row(request, unit)
    outcome = row.read(form)
    if outcome.errors:
        hands.look(unit, row.dense.held)
        return _page(request, unit, row, outcome.typed, outcome.errors)
    row.keep(unit, outcome)
    return See(f"/desk/intake/{row.dense.held.draft.id}#{forms.html_id(row.group.id)}")


def _row(request: Request, unit: Unit) -> hands.OneRow:
    held = hands.held(unit, entering.staff(request), request.path_params["draft"])
    dense = hands.of(unit, held, request.path_params["locale"])
    return hands.one_row(dense, request.path_params["field"], request.path_params["row"])


def _page(
    request: Request,
    unit: Unit,
    row: hands.OneRow,
    typed: Mapping[str, tuple[str, ...]],
    errors: Mapping[str, forms.Problem],
) -> OneRow:
    locale, held = request.path_params["locale"], row.dense.held
    here = f"/{locale}/desk/intake/{held.draft.id}"
    service = str(catalogue.texts(unit, held.service, locale)("service.name"))
    name = Markup("<bdi>{}</bdi>").format(held.whom.name)
    kind = WrongRow if errors else OneRow
    return kind(
        title=translate(locale, N_("%(question)s – %(service)s"), question=row.question, service=service),
        question=row.question,
        whose=escape(translate(locale, N_("Answers of %(name)s"))) % {"name": name},
        fields=row.draw(typed, errors),
        errors=row.errors(errors),
        action_url=f"{here}/{row.group.id}/{quote(row.id, safe='')}",
        back_url=here,
        back_text=escape(translate(locale, N_("%(service)s: %(name)s"))) % {"service": service, "name": name},
    )
