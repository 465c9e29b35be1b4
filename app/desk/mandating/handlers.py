"""Who acts for somebody, at the window: looked at, recorded with what was seen, ended."""

from starlette.requests import Request

from app import catalogue, people
from app.desk import entering
from app.desk.mandating import asking
from app.desk.mandating.pages import MandateEndedHere, OnFile, Shown, WrongOnFile
from app.identity import linked, mandates
from app.identity.mandates import Held
from app.kit import audit, blobs
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, format_day, translate
from app.kit.inputs import Again, Form, Invalid
from app.kit.pages import Answer, Data, Page, See
from app.kit.views import FieldError

ACCEPTED = ("application/pdf", "image/jpeg", "image/png")
WRONG_FILE = N_("Send a PDF, JPG or PNG file. This one is of another kind.")
APART = N_("Services that are confidential")
PURPOSE = "mandate"


def index(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, record = entering.open_record(request, unit)
    audit.look_first(unit, actor, None, (record.id,), PURPOSE)
    asked = asking.ask(unit, actor, request.path_params["locale"])
    return _page(request, unit, actor, record, asking.read(asked, again.form.texts).unjudged() if again else asked)


def create(request: Request, form: Form, unit: Unit) -> Answer:
    actor, record = entering.open_record(request, unit)
    locale = request.path_params["locale"]
    asked = asking.read(asking.ask(unit, actor, locale), form.texts)
    scans = form.files.get("scan", ())
    wrong_file = translate(locale, WRONG_FILE) if any(scan.type not in ACCEPTED for scan in scans) else ""
    if not asked.wrong:
        asked = _against_the_record(unit, record, asked)
    if asked.wrong or wrong_file:
        audit.look_first(unit, actor, None, (record.id,), PURPOSE)
        return _page(request, unit, actor, record, asked, wrong_file)
    try:
        mandates.record(unit, actor, record.id, asked.recorded(), scans[0] if scans else None)
    except mandates.NotMinor as problem:
        wrong = asked.but(asking.KIND, "of_age" if problem.known else "no_birthday")
        audit.look_first(unit, actor, None, (record.id,), PURPOSE)
        return _page(request, unit, actor, record, wrong)
    return See(f"/desk/people/{record.id}/mandates", said="mandate_given")


def _against_the_record(unit: Unit, record: people.Record, asked: asking.Asked) -> asking.Asked:
    """Nobody helps herself, nor twice."""
    try:
        mandates.check(unit, record.id, asked.answers[asking.EMAIL])
    except Invalid as problem:
        own = problem.errors["email"].message == mandates.OWN
        return asked.but(asking.EMAIL, "own" if own else "twice")
    return asked


def _page(
    request: Request, unit: Unit, actor: Actor, record: people.Record, asked: asking.Asked, wrong_file: str = ""
) -> Page:
    locale = request.path_params["locale"]
    here = f"/{locale}/desk/people/{record.id}"
    wrong = asked.errors + ((FieldError("scan", wrong_file),) if wrong_file else ())
    kind = WrongOnFile if wrong else OnFile
    return kind(
        name=record.name,
        codes_url=f"{here}/codes",
        mandates=tuple(_shown(unit, actor, held, here, locale) for held in mandates.given(unit, record.id)),
        fields=asked.controls,
        errors=wrong,
        scan_error=wrong_file,
    )


def _shown(unit: Unit, actor: Actor, held: Held, here: str, locale: str) -> Shown:
    """What is confidential is named to its own office only."""
    line = mandates.line(unit, held, locale)
    found = [service for service in (catalogue.service(unit, id) for id in held.services) if service]
    hidden = any(each.confidential and each.department not in actor.departments for each in found)
    words = mandates.SEEN.get(held.seen) or linked.SEEN.get(held.seen, "")
    seen = translate(locale, words) if words else ""
    if seen and held.seen_on:
        seen = translate(locale, N_("%(what)s, of %(day)s"), what=seen, day=format_day(held.seen_on, locale))
    return Shown(
        line=line,
        what=translate(locale, APART) if hidden else line.what,
        seen=seen,
        scan_url=f"{here}/mandates/{held.id}/scan" if held.blob_id and not hidden else "",
        end_url="" if held.ended_at else f"{here}/mandates/{held.id}/end",
        news_url="" if mandates.over_since(unit, held) else f"{here}/mandates/{held.id}/notices",
    )


def scan(request: Request, unit: Unit) -> Data:
    """What was shown, to be saved; a look as well."""
    actor, record = entering.open_record(request, unit)
    held = _held(request, unit, record)
    found = blobs.find(unit, record.id, held.blob_id) if held.blob_id else None
    if found is None or not _shown(unit, actor, held, "", "en").scan_url:
        raise NotFound
    audit.look_first(unit, actor, None, (record.id,), PURPOSE)
    return Data.of_file(unit.town, found)


def ask_end(request: Request, unit: Unit) -> Page:
    actor, record = entering.open_record(request, unit)
    held = _held(request, unit, record)
    audit.look_first(unit, actor, None, (record.id,), PURPOSE)
    back = f"/{request.path_params['locale']}/desk/people/{record.id}/mandates"
    return MandateEndedHere(record.name, mandates.helper(unit, held), back)


def end(request: Request, form: Form, unit: Unit) -> See:
    actor, record = entering.open_record(request, unit)
    mandates.by_clerk(unit, actor, record.id, request.path_params["mandate"])
    return See(f"/desk/people/{record.id}/mandates", said="mandate_ended")


def _held(request: Request, unit: Unit, record: people.Record) -> Held:
    held = mandates.one(unit, request.path_params["mandate"])
    if held is None or held.person_id != record.id:
        raise NotFound
    return held
