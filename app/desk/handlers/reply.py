"""Answering for the person what the office asked her: the same questions, from the phone, the window or paper."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from markupsafe import escape
from starlette.requests import Request

from app import cases, forms
from app.cases import Case, hands
from app.desk import entering, needs
from app.desk.intake_pages import OneRow, WrongRow
from app.desk.pages import Option
from app.desk.reply_pages import ReplyPage, WrongReplyPage
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form
from app.kit.pages import Answer, See
from app.kit.views import FieldError

Problems = Mapping[str, forms.Problem]


def edit(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    actor, case = entering.open_case(request, unit)
    reply = hands.reply(unit, case, request.path_params["locale"], entering.staff(request))
    cases.look(unit, actor, case)
    if again:
        reply = replace(reply, asked=reply.asked.as_typed(again.form))
    return _page(request, unit, reply, again.form if again else Form(), {}, (), {})


def update(request: Request, form: Form, unit: Unit) -> Answer:
    actor, case = entering.open_case(request, unit)
    locale = request.path_params["locale"]
    case = hands.locked(unit, case)
    reply = hands.reply(unit, case, locale, actor)
    outcomes = reply.read(form)
    button = reply.pressed(form, outcomes)
    hands.keep_reply(unit, reply, form, outcomes)
    here = f"/desk/cases/{case.reference}/answers"
    if button:
        what, name, row = button
        return See(here if what == "remove" else f"{here}/{name}/{hands.NEW if what == 'add' else quote(row, safe='')}")
    if form.get("then") == "later":
        return See(f"/desk/cases/{case.reference}", said="kept")
    day, wrong = hands.came(unit, form, locale)
    errors = [*reply.errors(outcomes), *_channel(form, locale), *hands.came_errors(wrong, locale)]
    if day is not None and day < hands.day_of(unit, reply.since):
        errors.append(FieldError(forms.html_id("came.day"), translate(locale, hands.EARLY)))
    if errors:
        cases.look(unit, actor, case)
        again = hands.reply(unit, case, locale, actor)
        again = replace(again, asked=again.asked.as_typed(form))
        return _page(request, unit, again, form, outcomes, errors, wrong)
    hands.send_reply(unit, reply, replace(actor, via=form.get("channel")), outcomes, day)
    return See(f"/desk/cases/{case.reference}", said="answered_for")


def _channel(form: Form, locale: str) -> list[FieldError]:
    if form.get("channel") in hands.VIA:
        return []
    return [FieldError("channel", translate(locale, N_("Choose how it came.")))]


def _page(
    request: Request,
    unit: Unit,
    reply: hands.Reply,
    form: Form,
    outcomes: Mapping[str, forms.Outcome],
    errors: Sequence[FieldError],
    wrong: Problems,
) -> ReplyPage:
    locale, case = request.path_params["locale"], reply.case
    kind = WrongReplyPage if errors else ReplyPage
    return kind(
        reference=case.reference,
        needs=needs.of_case(unit, case, locale),
        fields=reply.draw(outcomes),
        channels=[Option(via, translate(locale, hands.WORDS[via][1])) for via in ("phone", "counter", "post")],
        channel=form.get("channel"),
        came=hands.draw_came(unit, locale, form, wrong),
        multipart=reply.multipart,
        action_url=f"/{locale}/desk/cases/{case.reference}/answers",
        back_url=f"/{locale}/desk/cases/{case.reference}",
        errors=tuple(errors),
    )


def edit_row(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    actor, case = entering.open_case(request, unit)
    row = _row(request, unit, case)
    cases.look(unit, actor, case)
    return _row_page(request, row, row.standing(again.form if again else None), {})


def update_row(request: Request, form: Form, unit: Unit) -> Answer:
    actor, case = entering.open_case(request, unit)
    row = _row(request, unit, hands.locked(unit, case))
    outcome = row.read(form)
    if outcome.errors:
        cases.look(unit, actor, case)
        return _row_page(request, row, outcome.typed, outcome.errors)
    row.keep(unit, outcome)
    return See(f"/desk/cases/{case.reference}/answers#{forms.html_id(row.group.id)}")


def _row(request: Request, unit: Unit, case: Case) -> hands.ReplyRow:
    reply = hands.reply(unit, case, request.path_params["locale"], entering.staff(request))
    row = hands.reply_row(reply, request.path_params["field"], request.path_params["row"])
    if row is None:
        raise NotFound
    return row


def _row_page(request: Request, row: hands.ReplyRow, typed: Mapping[str, tuple[str, ...]], errors: Problems) -> OneRow:
    reference = row.reply.case.reference
    locale = request.path_params["locale"]
    here = f"/{locale}/desk/cases/{reference}/answers"
    kind = WrongRow if errors else OneRow
    return kind(
        title=translate(locale, N_("%(heading)s, %(reference)s"), heading=row.question, reference=reference),
        question=row.question,
        whose=escape(translate(locale, N_("What the person answers"))),
        fields=row.draw(typed, errors),
        errors=row.errors(errors),
        action_url=f"{here}/{row.group.id}/{quote(row.id, safe='')}",
        back_url=here,
        back_text=escape(translate(locale, N_("Answer for the person"))),
    )
