"""The receipt as data: what was filed, when, under which reference; a page, a print sheet, a proof."""

from collections.abc import Sequence

from app import catalogue
from app.cases import codes, contents, law, moving, queries, remaining, vault, wording
from app.cases.counter import taking
from app.cases.models import Filing
from app.cases.receipt_pages import Receipt
from app.cases.rights import serving
from app.cases.views import agreed, owing, reached, shown, sides, timeline, withheld
from app.kit import views
from app.kit.db import Unit
from app.kit.i18n import N_, sentences, translate
from app.kit.qr import picture
from app.people import needing


def receipt(
    unit: Unit, case: queries.Case, locale: str, *, offers_passkey: bool = False, easy_path: str = ""
) -> Receipt:
    """The receipt of a case in a language, for whoever may see it: in the words of the person whose case it is."""
    zone = unit.town.zone
    service = wording.to_person(unit, case)
    filing = contents.filings(unit, case.id)[0]
    filed = vault.unseal(unit, case.id, Filing, "answers", filing.id, filing.answers)
    kept = vault.unseal(unit, case.id, Filing, "shown", filing.id, filing.shown)
    code = codes.code(unit, codes.RECEIPT, filing.id)
    check_url = f"/{locale}/check?code={code}"
    last = case.due or case.agreed
    remains = remaining.lines(unit, case, service, locale)
    texts = catalogue.texts(unit, service, locale)
    return Receipt(
        service=str(texts("service.name")),
        title=str(texts.get("service.received") or translate(locale, N_("We have your request"))),
        reference=case.reference,
        received=views.moment(case.received_at, locale, zone),
        due=views.day(case.due, locale) if case.due and case.closed_at is None else None,
        due_text=_due_text(unit, case, service, locale, str(views.day(last, locale)) if last else "", remains),
        sent=reached.sent(unit, case, service, filed, locale),
        keep=reached.keep(unit, case, service, filed, locale),
        next_title=translate(locale, N_("What happened") if case.closed_at else N_("What happens next")),
        next=timeline.timeline(unit, case, service, locale, for_staff=False),
        case_url=f"/{locale}/cases/{case.reference}",
        check_url=check_url,
        code=code,
        digest=filing.digest,
        qr=picture(f"{unit.town.base_url}{check_url}"),
        sections=shown.sections(
            withheld.masked(service, kept, withheld.from_paper(unit, case), filing.locale),
            locale="" if filing.locale == locale else filing.locale,
        ),
        files=shown.files(service.form.fields, filed, locale),
        offers_passkey=offers_passkey,
        taken_in=taking.said(unit, case, locale),
        check_address=f"{unit.town.base_url}/{locale}/check".partition("://")[2],
        easy_url=f"/{locale}{easy_path}" if easy_path else "",
        owing=owing.owing(unit, service, filed, locale),
        remaining=remains,
        visit=agreed.sentence(unit, case, service, filed, locale),
        large=needing.LARGE_PRINT in needing.names(unit, needing.Whose(case.person_id, case.account_id)),
    )


def _due_text(
    unit: Unit, case: queries.Case, service: catalogue.Service, locale: str, day: str, remains: Sequence[str]
) -> str:
    if case.state == moving.TO_PROVE:
        until = law.last_to_prove(unit, case.received_at)
        words = N_("We must know who you are. Follow the case and sign in until %(day)s. Then our clock starts.")
        said = translate(locale, words, day=views.day(until, locale))
        return said if case.account_id else sentences((said, translate(locale, sides.WITHOUT_MAIL)), locale)
    if case.closed_at and serving.waiting(unit, case.id):
        return translate(locale, N_("This case is closed. It shows how it ended."))
    if case.closed_at:
        how = str(catalogue.texts(unit, service, locale).get(f"state.{case.state}.name") or "")
        closed = translate(locale, N_("This case is closed. It shows how it ended."))
        return translate(locale, N_("Result: %(how)s."), how=how.rstrip(".。")) if how else closed
    if case.agreed:
        return translate(locale, N_("Agreed day: %(day)s."), day=day)
    if not day:
        return "" if remains else translate(locale, N_("Nothing more to do."))
    words = N_("We answer by %(day)s.") if remains else N_("Nothing more to do. Answer by %(day)s.")
    return translate(locale, words, day=day)
