"""A cover sheet for papers: it says to which case they belong, for people and for whoever scans them."""

from starlette.requests import Request

from app import cases, catalogue
from app.cases import papers
from app.desk import entering
from app.desk.paper_pages import CoverPage
from app.kit.db import Unit
from app.kit.i18n import direction, lang_tag
from app.kit.pages import Page
from app.kit.qr import picture


def show(request: Request, unit: Unit) -> Page:
    """In the person's language: she may be the one who posts it. The picture holds the reference alone, which a hand
    scanner types into the box of references."""
    actor, case = entering.open_case(request, unit)
    cases.look(unit, actor, case)
    locale = request.path_params["locale"]
    service = catalogue.version(unit, case.version)
    named = (
        ""
        if papers.is_confidential(unit, case, service)
        else str(catalogue.texts(unit, service, case.locale)("service.name"))
    )
    return CoverPage(
        reference=case.reference,
        service=named,
        words_lang=lang_tag(case.locale) if case.locale != locale else "",
        words_dir=direction(case.locale) if case.locale != locale else "",
        qr=picture(case.reference),
        back_url=f"/{locale}/desk/cases/{case.reference}",
    )
