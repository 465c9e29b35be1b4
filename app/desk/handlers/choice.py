"""Writing down what a person chose in her case: she said it on the phone or at the window, or wrote it in a letter."""

from dataclasses import replace

from starlette.requests import Request

from app import cases
from app.cases import at_her_word, hands
from app.desk import entering
from app.desk.at_her_word_pages import ChoiceOfHers
from app.desk.handlers.case import heading
from app.desk.handlers.intake_start import WHO
from app.desk.handlers.withdrawal import CAME, CHANNELS
from app.desk.pages import Option
from app.desk.spoken import label, meaning, said
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, Mistakes, Problem, one_of, text
from app.kit.pages import Page, See
from app.kit.views import again_errors

VISIT = "visit"
NOT_SO = N_("Nobody can know it in this way. Choose another one, or let the person come to the window.")


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    way = at_her_word.insist_choice(unit, case, request.path_params["transition"])
    cases.look(unit, actor, case)
    locale, form = request.path_params["locale"], again.form if again else Form()
    shown = cases.on_desk(unit, case, locale, str)
    here = f"/{locale}/desk/cases/{case.reference}"
    return ChoiceOfHers(
        reference=case.reference,
        title=said(label(unit, case, way.id, locale), locale),
        heading=heading(shown, locale),
        asked=shown.asked,
        means=meaning(unit, case, way.id, locale),
        until=shown.waits_until,
        visit=form.get(VISIT) or str(case.entries),
        channels=[Option(via, translate(locale, hands.WORDS[via][1])) for via in CHANNELS],
        channel=form.get("channel"),
        knowledge=[Option(known, translate(locale, words)) for known, words in at_her_word.KNOWN.items()],
        known=form.get("known"),
        typed=form.get("text"),
        case_url=here,
        action_url=f"{here}/choices/{way.id}",
        errors=again_errors(again, locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    wrong = Mistakes()
    via = wrong.read(lambda: one_of(form, "channel", CHANNELS, required=CAME), "")
    known = wrong.read(lambda: one_of(form, "known", tuple(at_her_word.KNOWN), required=WHO), "")
    words = wrong.read(lambda: text(form, "text", most=2000), "")
    if via and known and known not in at_her_word.FITS[via]:
        wrong.found["known"] = Problem(NOT_SO)
    wrong.tell()
    visit = form.get(VISIT)
    spoken = at_her_word.Spoken(
        request.path_params["transition"], int(visit) if visit.isdecimal() and len(visit) < 6 else -1, known, words
    )
    at_her_word.choose(unit, case, replace(actor, via=via), spoken)
    return See(f"/desk/cases/{case.reference}", said="chosen_for")
