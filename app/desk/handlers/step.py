"""Deciding, and hearing before it: reasons and conditions from phrases, words of the clerk's own."""

from collections.abc import Sequence
from typing import Any

from starlette.requests import Request

from app import cases, catalogue
from app.cases import Case, Chosen, OnDesk, Way, advice
from app.desk import entering, needs, phrases, ways
from app.desk.handlers.case import heading
from app.desk.pages import DecisionPage
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, lang_tag, translate
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Answer, Page, See
from app.kit.views import again_errors

CONDITION = ("condition",)


def new(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    actor, case = entering.open_case(request, unit)
    address = Address.of(request)
    way = ways.way(unit, actor, case, address.locale, request.path_params["transition"])
    if way.asks:
        return See(address.path(case.reference, "/request"))
    cases.look(unit, actor, case)
    said = _advice(unit, actor, case, way, address.locale)
    return page(unit, case, way, address, again, f"/steps/{way.id}", "", said)


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    address, transition = Address.of(request), request.path_params["transition"]
    if ways.twice(unit, actor, case, address.locale, transition):
        return See(address.path(case.reference))
    way = ways.way(unit, actor, case, address.locale, transition)
    if way.asks:
        return See(address.path(case.reference, "/request"))
    grounds = read(unit, case, way, form, address.locale)
    moved = cases.press(unit, actor, case, way.id, grounds, entering.signature(unit, actor))
    word = "decided" if way.outcome else "moved"
    cases.changed(unit, actor, case, word, told_later=bool(way.outcome))
    if moved.department not in actor.departments:
        return See(f"/desk/cases{address.query}", said="handed_over")
    return See(address.path(case.reference), said="heard" if way.hears else word)


def read(unit: Unit, case: Case, way: Way, form: Form, locale: str) -> cases.Grounds:
    """The grounds that were given, or Invalid."""
    reasons = phrases.read(unit, case, form, "reasons", _kinds(way), locale)
    conditions: Sequence[Chosen] = ()
    if "conditions" in way.needs:
        conditions = phrases.read(unit, case, form, "conditions", CONDITION, locale)
    words = text(form, "text", most=2000)
    errors = {}
    if "reason" in way.needs and not reasons and not words:
        errors["reasons"] = Problem(N_("Give a reason: choose one, or write it in your own words."))
    if "conditions" in way.needs and not conditions:
        errors["conditions"] = Problem(N_("Choose at least one condition."))
    grounds = cases.Grounds(reasons=reasons, conditions=conditions, words=words)
    for phrase in way.says if not errors else ():
        if not grounds.says([phrase]) and (known := catalogue.phrase(unit, phrase, locale)):
            field = "conditions" if known.kind == CONDITION[0] else "reasons"
            problem = Problem(N_("This decision always says it, so choose it too: %(phrase)s"), {"phrase": known.label})
            errors.setdefault(field, problem)
    if errors:
        raise Invalid(errors)
    return grounds


def _kinds(way: Way) -> tuple[str, ...]:
    if way.hears:
        return ("hearing",)
    return {"granted": ("reason_grant",), "refused": ("reason_refuse",)}.get(way.outcome, ())


def _advice(unit: Unit, actor: Actor, case: Case, way: Way, locale: str) -> tuple[str, ...]:
    """What the rules would do, beside a decision; who decides otherwise reads that it is kept."""
    said = advice.advice(unit, case, locale, actor) if way.outcome else None
    if said is None or not said.advised:
        return ()
    if said.outcome == way.outcome:
        return said.lead, *said.more
    kept = N_("You decide. That the rules would do otherwise stays with the decision, for whoever looks after it.")
    return said.lead, *said.more, translate(locale, kept)


def page(
    unit: Unit, case: Case, way: Way, address: Address, again: Again | None, below: str, lead: str,
    said: Sequence[str] = (),
) -> Page:  # fmt: skip
    """Deciding, or correcting a decision; the form goes to `below` the case. `said` is what the rules would do."""
    locale, form = address.locale, again.form if again else Form()
    shown, turn = cases.on_desk(unit, case, locale, str), cases.turn(unit, case, way)
    typed = phrases.values(form)
    remedy, remedy_locale = _remedy(unit, case, way, locale)
    return DecisionPage(
        reference=case.reference,
        title=way.label,
        heading=heading(shown, locale),
        needs=needs.of_case(unit, case, locale),
        lead=lead or ways.turn(turn, locale),
        case_url=address.case(case.reference),
        action_url=address.case(case.reference, below),
        reasons=phrases.offered(unit, case, _kinds(way), locale, typed),
        reasons_needed="reason" in way.needs,
        chosen=tuple(form.texts.get("reasons", ())),
        conditions=phrases.offered(unit, case, CONDITION, locale, typed) if "conditions" in way.needs else (),
        conditions_needed="conditions" in way.needs,
        chosen_conditions=tuple(form.texts.get("conditions", ())) if again else way.says,
        text=form.get("text"),
        text_label=translate(locale, N_("In your own words")),
        text_hint=translate(locale, N_("The person reads them as you write them. They are not translated.")),
        remedy=(remedy,) if remedy else (),
        remedy_lang=lang_tag(remedy_locale) if remedy_locale != locale else "",
        heard=_heard(shown) if way.outcome == "refused" else None,
        advice=said,
        recall_note=ways.told(unit, turn, locale),
        button=way.label,
        grave=way.outcome == "refused",
        errors=again_errors(again, locale),
    )


def _heard(shown: OnDesk) -> Any:
    """What the person said last: who refuses has it before her eyes."""
    return next((each for each in reversed(shown.messages) if not each.mine), None)


def _remedy(unit: Unit, case: Case, way: Way, locale: str) -> tuple[str, str]:
    """How to appeal, as the decision will say it: in the clerk's language where the decision has it."""
    if not way.outcome:
        return "", locale
    said = cases.compose(unit, case, way.outcome, cases.Grounds())["remedy"]
    if not said:
        return "", locale
    spoken = locale if locale in said else next(iter(said))
    return str(said[spoken]), spoken
