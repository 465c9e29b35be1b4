"""Beginning an appeal for its person: on the phone, at the window, from a letter. The form is the same as online."""

from dataclasses import replace

from starlette.requests import Request

from app import cases
from app.cases import at_her_word, hands
from app.desk import entering
from app.desk.at_her_word_pages import AppealForHer
from app.desk.handlers.case import heading
from app.desk.handlers.intake_start import KNOWN, WHO
from app.desk.handlers.withdrawal import CAME, CHANNELS
from app.desk.pages import Option
from app.kit.db import Unit
from app.kit.i18n import format_day, translate
from app.kit.inputs import Again, Form, Mistakes, one_of
from app.kit.pages import Page, See
from app.kit.views import again_errors


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    locale, form = request.path_params["locale"], again.form if again else Form()
    last = at_her_word.insist_appeal(unit, case, locale, at_her_word.ANY_DAY)
    cases.look(unit, actor, case)
    here = f"/{locale}/desk/cases/{case.reference}"
    return AppealForHer(
        reference=case.reference,
        heading=heading(cases.on_desk(unit, case, locale, str), locale),
        last=format_day(last, locale, "long"),
        channels=[Option(via, translate(locale, hands.WORDS[via][1])) for via in CHANNELS],
        channel=form.get("channel"),
        knowledge=[Option(known, translate(locale, KNOWN[known])) for known in hands.KNOWN],
        known=form.get("known"),
        case_url=here,
        action_url=f"{here}/appeal",
        errors=again_errors(again, locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    wrong = Mistakes()
    via = wrong.read(lambda: one_of(form, "channel", CHANNELS, required=CAME), "")
    known = wrong.read(lambda: one_of(form, "known", hands.KNOWN, required=WHO), "")
    wrong.tell()
    return See(f"/desk/intake/{at_her_word.begin_appeal(unit, case, replace(actor, via=via), known)}")
