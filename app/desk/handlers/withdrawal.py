"""Taking a request back at the word of its person: on the phone, at the window, from a letter."""

from dataclasses import replace

from starlette.requests import Request

from app import cases
from app.cases import at_her_word, hands
from app.desk import entering
from app.desk.at_her_word_pages import TakingBack
from app.desk.handlers.case import heading
from app.desk.pages import Option
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Mistakes, one_of, text
from app.kit.pages import Page, See
from app.kit.views import again_errors

CHANNELS = ("phone", "counter", "post")
CAME = N_("Choose how it came.")


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    at_her_word.insist_open(unit, case)
    cases.look(unit, actor, case)
    locale, form = request.path_params["locale"], again.form if again else Form()
    here = f"/{locale}/desk/cases/{case.reference}"
    return TakingBack(
        reference=case.reference,
        heading=heading(cases.on_desk(unit, case, locale, str), locale),
        channels=[Option(via, translate(locale, hands.WORDS[via][1])) for via in CHANNELS],
        channel=form.get("channel"),
        reason=form.get("reason"),
        case_url=here,
        action_url=f"{here}/withdrawal",
        errors=again_errors(again, locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    wrong = Mistakes()
    via = wrong.read(lambda: one_of(form, "channel", CHANNELS, required=CAME), "")
    reason = wrong.read(lambda: text(form, "reason", most=2000), "")
    wrong.tell()
    at_her_word.take_back(unit, case, replace(actor, via=via), reason)
    return See(f"/desk/cases/{case.reference}", said="withdrawn")
