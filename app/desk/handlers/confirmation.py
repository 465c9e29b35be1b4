"""Writing down what somebody said who is named in a case: at the window, on the phone, in a letter."""

from dataclasses import replace

from starlette.requests import Request

from app import cases
from app.cases import confirmations, hands
from app.desk import entering
from app.desk.at_her_word_pages import WordOfAnother
from app.desk.handlers.case import heading
from app.desk.pages import Option
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Mistakes, one_of
from app.kit.pages import Page, See
from app.kit.views import again_errors

CHANNELS = ("counter", "phone", "post")
SAYS = {"yes": N_("Yes"), "no": N_("No")}
CAME = N_("Choose how it came.")
SAID = N_("Choose what the person said.")


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    row = confirmations.of_case(unit, case, request.path_params["confirmation"])
    cases.look(unit, actor, case)
    locale, form = request.path_params["locale"], again.form if again else Form()
    here, shown = f"/{locale}/desk/cases/{case.reference}", cases.on_desk(unit, case, locale, str)
    asked = confirmations.question(unit, row, locale)
    return WordOfAnother(
        reference=case.reference,
        heading=heading(shown, locale),
        name=confirmations.name(unit, case, row),
        question=asked.title,
        says=[Option(each, translate(locale, words)) for each, words in SAYS.items()],
        said=form.get("says"),
        channels=[Option(via, translate(locale, hands.WORDS[via][1])) for via in CHANNELS],
        channel=form.get("channel"),
        case_url=here,
        action_url=f"{here}/confirmations/{row.id}",
        errors=again_errors(again, locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    wrong = Mistakes()
    says = wrong.read(lambda: one_of(form, "says", tuple(SAYS), required=SAID), "")
    via = wrong.read(lambda: one_of(form, "channel", CHANNELS, required=CAME), "")
    wrong.tell()
    confirmation = request.path_params["confirmation"]
    confirmations.answer_for(unit, replace(actor, via=via), case, confirmation, says == "yes")
    return See(f"/desk/cases/{case.reference}", said="called")
