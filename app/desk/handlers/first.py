"""The file of the case that an appeal is about: who decides on the appeal may read it, and nothing else."""

from starlette.requests import Request

from app import cases, documents
from app.cases import Case, lawful, papers
from app.desk import entering
from app.desk.handlers.case import heading
from app.desk.lawful_pages import FirstPage
from app.desk.wanted import Address
from app.kit import blobs
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.pages import Data, Page


def show(request: Request, unit: Unit) -> Page:
    case, first = _first(request, unit)
    address, reader = Address.of(request), entering.staff(request)
    locale = address.locale
    shown = cases.on_desk(
        unit, first, locale, lambda path: address.case(case.reference, f"/first{path}"), reader=reader
    )
    return FirstPage(
        reference=first.reference,
        heading=heading(shown, locale),
        case_url=address.case(case.reference),
        state_kind=shown.state.kind,
        state_text=shown.state.text,
        decision=shown.decision,
        sections=shown.sections,
        messages=shown.messages,
        history=shown.history,
        files=shown.files,
    )


def file(request: Request, unit: Unit) -> Data:
    _, first = _first(request, unit)
    blob = request.path_params["blob"]
    found = blobs.find(unit, first.id, blob)
    if found is None or blob in papers.reserved_files(unit, entering.staff(request), first):
        raise NotFound
    return Data.of_file(unit.town, found)


def document(request: Request, unit: Unit) -> Page:
    case, first = _first(request, unit)
    found = documents.show(unit, first.id, request.path_params["document"])
    if found is None:
        raise NotFound
    papers.insist_silent(unit, entering.staff(request), first, found)
    address = Address.of(request)
    return documents.page(unit.town, found, address.locale, address.case(case.reference, "/first"))


def _first(request: Request, unit: Unit) -> tuple[Case, Case]:
    """The appeal and the case it is about; each look is written down with that case."""
    actor, case = entering.open_case(request, unit)
    first = lawful.appealed(unit, case)
    if first is None:
        raise NotFound
    cases.look(unit, actor, first)
    return case, first
