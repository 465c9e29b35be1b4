"""Following a case: where it stands, what is expected of whom and by when, and what was said."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from starlette.requests import Request

from app import catalogue, documents
from app.cases import (
    answers,
    betraying,
    messaging,
    moving,
    queries,
    showing,
    withdrawing,
    wording,
)
from app.cases.confirming import reading as confirming
from app.cases.easing import asking
from app.cases.helping import naming, reaching
from app.cases.pages import Answers, FileLine, Show
from app.cases.rights import appealing, serving
from app.cases.splitting import reading
from app.cases.views import (
    agreed,
    clock,
    decision,
    merged,
    messages,
    related,
    served,
    shown,
    sides,
    split,
    state,
    timeline,
    withheld,
)
from app.kit import views
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.inputs import Again
from app.kit.pages import Answer, Data, Page, See

SIGNED_IN = N_("You have signed in. We are noting that this case is yours. Load this page again in a few seconds.")


def show(request: Request, unit: Unit, again: Again | None = None) -> Page:
    case = queries.own_case(unit, request.state.actor, request.path_params["reference"])
    return _page(request, unit, case, again)


def _page(request: Request, unit: Unit, case: queries.Case, again: Again | None) -> Page:
    locale = request.path_params["locale"]
    service = wording.of_case(unit, request.state.actor, case)
    texts = catalogue.texts(unit, service, locale)
    base = f"/{locale}/cases/{case.reference}"
    office = str(catalogue.department_name(unit, case.department, locale))
    waits, appeal_by = serving.waiting(unit, case.id), _appeal_by(unit, case)
    now = state.state(unit, case, service, locale, for_staff=False, waits=waits is not None)
    meaning = served.means(locale) if waits else state.meaning(unit, case, service, locale)
    if _being_proven(case, service, request.state.actor):
        case, meaning = case._replace(yours=False), translate(locale, SIGNED_IN)
    kept = withheld.from_reader(unit, case, request.state.actor)
    filed = answers.current(unit, case.id)
    told = showing.sections(unit, service, withheld.without(service, filed, kept), locale)
    visit = agreed.sentence(unit, case, service, filed, locale)
    coming = [clock.ClockLine("clock", visit)] if visit and visit not in meaning else []
    rows = [row for section in shown.sections(told) for row in section.rows]
    onward = merged.hers(unit, case)

    def url(blob: UUID) -> str:
        return f"{base}/files/{blob}"

    along, came = split.moved(unit, case, locale, for_staff=False, url=url)
    withdrawal = withdrawing.withdrawal(unit, case)
    easy = "" if waits else asking.path(unit, case, asking.DECISION)
    papers = _papers(unit, case, waits, base, locale)
    return Show(
        service=str(texts("service.name")),
        reference=case.reference,
        errors=views.again_errors(again, locale),
        state_kind=now.kind,
        state_text=now.text,
        acting="" if reaching.acting(unit, request.state.actor).acting_for else naming.sentence(unit, case, locale),
        ours=sides.ours(case, office, meaning, locale),
        yours=sides.unopened(waits, base, locale)
        if waits
        else sides.yours(unit, case, service, meaning, base, locale, papers),
        clock=(*coming, *clock.lines(unit, case, service, locale)),
        decision=None if waits else _decision(unit, case, service, locale, papers, appeal_by),
        timeline=timeline.timeline(unit, case, service, locale, for_staff=False),
        messages=(*along, *messages.messages(unit, case, locale, for_staff=False, url=url)),
        message_url=f"{base}/messages" if onward is None and messaging.is_read(unit, case) else "",
        message_hint=translate(locale, N_("Write in your language. We answer within 2 working days.")),
        office=office,
        typed=again.form.get("text") if again else "",
        documents=(
            *papers,
            *(FileLine(each.name, each.meta, each.url) for each in came.values()),
            FileLine(translate(locale, N_("Receipt: what you sent")), "", f"{base}/receipt"),
        ),
        facts=rows[:4],
        answers_url=f"{base}/filed",
        withdrawal_url=f"{base}/withdrawal" if withdrawal else "",
        appeal_url=f"{base}/appeal" if appeal_by else "",
        easy_url=f"/{locale}{easy}" if easy else "",
        served=served.latest(unit, case, locale),
        related=related.lines(unit, case, locale, f"/{locale}/cases"),
        others=confirming.others(unit, case, locale, for_staff=False),
        withdrawal_note=translate(locale, N_("You can take it back until it is decided.")) if withdrawal else "",
    )


def _papers(unit: Unit, case: queries.Case, waits: Any, base: str, locale: str) -> list[FileLine]:
    """What was issued, the newest first, without what waits to be opened."""
    issued = [line for line in documents.of_case(unit, case.id, locale) if not waits or line.id != waits.document_id]
    old = translate(locale, N_("Replaced by a newer one"))
    return [
        FileLine(line.title, old if line.replaced and not waits else "", f"{base}/documents/{line.id}")
        for line in reversed(issued)
    ]


def _decision(
    unit: Unit, case: queries.Case, service: catalogue.Service, locale: str, papers: Sequence[FileLine],
    appeal_by: date | None,
) -> decision.Decision | None:  # fmt: skip
    url = papers[0].url if papers else ""
    return decision.decision(unit, case, service, locale, url=url, appeal_by=appeal_by)


def _appeal_by(unit: Unit, case: queries.Case) -> date | None:
    """The last day to appeal, where somebody can."""
    try:
        return appealing.insist(unit, case)
    except appealing.NoAppeal:
        return None


def _being_proven(case: queries.Case, service: catalogue.Service, actor: Actor) -> bool:
    """She signed in a moment ago; the job that makes a guest's case hers has not run yet."""
    return case.state == moving.TO_PROVE and case.closed_at is None and actor.level >= service.level


def filed(request: Request, unit: Unit) -> Page:
    """All answers as they stand now."""
    locale = request.path_params["locale"]
    case = queries.own_case(unit, request.state.actor, request.path_params["reference"])
    service = wording.of_case(unit, request.state.actor, case)
    kept = withheld.from_reader(unit, case, request.state.actor)
    filed_now = withheld.without(service, answers.current(unit, case.id), kept)
    base = f"/{locale}/cases/{case.reference}"
    return Answers(
        service=str(catalogue.texts(unit, service, locale)("service.name")),
        reference=case.reference,
        case_url=base,
        sections=shown.sections(showing.sections(unit, service, filed_now, locale)),
        files=shown.files(service.form.fields, filed_now, locale, f"{base}/files"),
    )


def file(request: Request, unit: Unit) -> Data:
    """A file of the case, to be saved."""
    case = queries.own_case(unit, request.state.actor, request.path_params["reference"])
    found = reading.find(unit, case, request.path_params["blob"])
    if found is None:
        raise NotFound
    return Data.of_file(unit.town, found[0])


def document(request: Request, unit: Unit) -> Answer:
    """A document as it was issued, to read, print and prove; a decision that is served is opened first."""
    locale = request.path_params["locale"]
    case = queries.own_case(unit, request.state.actor, request.path_params["reference"])
    wanted: UUID = request.path_params["document"]
    found = documents.show(unit, case.id, wanted)
    if found is None:
        raise NotFound
    waits, base = serving.waiting(unit, case.id, wanted), f"/cases/{case.reference}"
    if waits is not None:
        return See(f"/cases/{case.reference}/notifications/{waits.id}")
    betraying.insist_silent(unit, case, found, withheld.from_reader(unit, case, request.state.actor), base)
    return documents.page(unit.town, found, locale, f"/{locale}/cases/{case.reference}")
