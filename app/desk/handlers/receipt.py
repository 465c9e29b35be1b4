"""The receipt of a case, printed at the window for whoever has no e-mail, phone or account."""

from uuid import UUID

from starlette.requests import Request

from app import cases
from app.cases import hands
from app.desk import entering
from app.desk.intake_pages import PrintedReceipt
from app.kit.db import Unit
from app.kit.i18n import N_, language_name, translate
from app.kit.pages import Page


def show(request: Request, unit: Unit) -> Page:
    actor, locale = entering.staff(request), request.path_params["locale"]
    case = hands.taken(unit, actor, request.path_params["reference"])
    cases.look(unit, actor, case)
    other = case.locale if case.locale != locale else ""
    shown = hands.receipt(unit, case, locale).values()
    mine = case.department in actor.departments
    return PrintedReceipt(
        **{**shown, "case_url": f"/{locale}/desk/cases/{case.reference}" if mine else ""},
        other_url=f"/{other}/desk/cases/{case.reference}/receipt" if other else "",
        other_text=translate(
            locale, N_("In the language of the person: %(language)s"), language=language_name(other, locale)
        )
        if other
        else "",
        paper_url=_paper(request.query_params.get("paper", ""), case.reference, locale) if mine else "",
        next_url=f"/{locale}/desk/intake",
    )


def _paper(written: str, reference: str, locale: str) -> str:
    """Where the paper lies that the case was opened from: its pages are added to the case next."""
    try:
        return f"/{locale}/desk/papers/{UUID(written)}?reference={reference}"
    except ValueError:
        return ""
