"""Asking the person for information: exactly these questions, for this reason."""

from starlette.requests import Request

from app import cases
from app.desk import entering, needs, phrases, ways
from app.desk.handlers.case import heading
from app.desk.pages import Option, RequestPage
from app.desk.wanted import Address
from app.kit.db import Unit
from app.kit.i18n import N_, sentences, translate
from app.kit.inputs import Again, Form, Invalid, Problem, one_of, text
from app.kit.pages import Page, See
from app.kit.views import again_errors

KINDS = ("request_reason",)
REASONS = {
    "missing": (N_("Something is missing"), N_("For example, a paper or a name.")),
    "wrong": (N_("Something is wrong"), N_("For example, it does not match what we have.")),
    "outdated": (N_("Something is out of date"), N_("For example, a paper is no longer valid.")),
}


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    address = Address.of(request)
    way = ways.asking(unit, actor, case, address.locale)
    cases.look(unit, actor, case)
    locale, form = address.locale, again.form if again else Form()
    shown, turn = cases.on_desk(unit, case, locale, str), cases.turn(unit, case, way)
    unanswered = translate(locale, N_("Not answered"))
    questions = cases.questions(unit, case, locale, actor)
    as_a_rule = tuple(each.field for each in questions if each.field in way.fields and each.answer)
    return RequestPage(
        reference=case.reference,
        title=way.label,
        heading=heading(shown, locale),
        needs=needs.of_case(unit, case, locale),
        case_url=address.case(case.reference),
        action_url=address.case(case.reference, "/request"),
        fields=[Option(asked.field, asked.label, asked.answer or unanswered) for asked in questions],
        chosen=tuple(form.texts.get("fields", ())) if again else as_a_rule,
        reasons=[
            Option(id, translate(locale, label), translate(locale, hint)) for id, (label, hint) in REASONS.items()
        ],
        reason=form.get("reason"),
        phrases=phrases.offered(unit, case, KINDS, locale, phrases.values(form)),
        chosen_phrases=tuple(form.texts.get("phrases", ())),
        text=form.get("text"),
        clock_note=sentences((ways.told(unit, turn, locale), ways.turn(turn, locale)), locale),
        errors=again_errors(again, locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    address = Address.of(request)
    known = {asked.field for asked in cases.questions(unit, case, address.locale)}
    fields = tuple(name for name in dict.fromkeys(form.texts.get("fields", ())) if name in known)
    if cases.repeats(unit, actor, case, form.get("reason"), fields):
        return See(address.path(case.reference), said="asked")
    way = ways.asking(unit, actor, case, address.locale)
    if not fields:
        raise Invalid({"fields": Problem(N_("Choose at least one question."))})
    grounds = cases.Grounds(
        reasons=phrases.read(unit, case, form, "phrases", KINDS, address.locale),
        words=text(form, "text", most=2000),
        fields=fields,
        typed=one_of(form, "reason", tuple(REASONS), required=N_("Choose why.")),
    )
    cases.press(unit, actor, case, way.id, grounds, entering.signature(unit, actor))
    cases.changed(unit, actor, case, "asked")
    return See(address.path(case.reference), said="asked")
