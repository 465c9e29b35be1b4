"""A case in full, beside the queue. Looking at it is written down."""

from datetime import date

from markupsafe import Markup, escape
from starlette.requests import Request

from app import cases, documents, identity
from app.cases import Case, OnDesk, advice, at_her_word, lawful, papers, served
from app.desk import entering, joined, needs, person, spoken
from app.desk.pages import Action, Assign, CasePage, Option, Side, Typed
from app.desk.queue import pane
from app.desk.queues import working
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, direction, format_day, lang_tag, translate, translate_many
from app.kit.inputs import Again
from app.kit.pages import Data, Page
from app.kit.views import again_errors


def show(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    cases.look(unit, actor, case)
    address = Address.of(request)
    locale = address.locale
    shown = cases.on_desk(unit, case, locale, lambda path: address.case(case.reference, path), actor)
    twin = working.twin(unit, actor, case)
    onward, onward_url = joined.onward(unit, case, address)
    return CasePage(
        queue=pane(unit, actor, address, case.id),
        reference=case.reference,
        heading=heading(shown, locale),
        related=shown.related,
        served=shown.served,
        seen_too=shown.seen_too,
        first_url=address.case(case.reference, "/first") if lawful.appealed(unit, case) else "",
        state_kind=shown.state.kind,
        state_text=shown.state.text,
        received=shown.received,
        due_text=shown.due.text,
        late=shown.due.late,
        needs=needs.needs(unit, shown, locale),
        ours=_ours(unit, actor, shown, locale),
        yours=_theirs(shown, locale, waits=served.waiting(unit, case.id) is not None),
        clock=shown.clock,
        asked=shown.asked,
        choices=spoken.choices(unit, case, locale),
        pending=shown.pending,
        decision=shown.decision,
        actions=_actions(unit, actor, case, address),
        advice=None if shown.pending else advice.advice(unit, case, locale, actor),
        checks=person.checks(shown, locale),
        sections=shown.sections,
        messages=shown.messages,
        message_url=address.case(case.reference, "/messages"),
        message_hint=_message_hint(unit, locale),
        notes=shown.notes,
        note_url=address.case(case.reference, "/notes"),
        history=shown.history,
        others=shown.others,
        files=shown.files,
        person_name=person.name(shown) or person.unnamed(case, locale),
        person=person.card(unit, actor, shown, locale),
        assign=_assign(unit, actor, case, address),
        together=working.ways(unit, actor, case, address),
        twin=twin,
        twin_url=address.case(twin) if twin else "",
        merge_url=joined.compare(address, case.reference, twin) if twin else "",
        onward=onward,
        onward_url=onward_url,
        joined=joined.parts(unit, actor, case, address),
        origin=joined.origin(unit, case, address),
        errors=again_errors(again, locale),
        typed=Typed(again.form.get("text"), again.form.get("note"), again.form.get("words")) if again else Typed(),
    )


def file(request: Request, unit: Unit) -> Data:
    """A file of the case, to be saved; that is a look too."""
    actor, case, found = entering.open_file(request, unit)
    cases.look(unit, actor, case)
    return Data.of_file(unit.town, found)


def document(request: Request, unit: Unit) -> Page:
    """A document as it was issued; reading it is a look."""
    actor, case = entering.open_case(request, unit)
    found = documents.show(unit, case.id, request.path_params["document"])
    if found is None:
        raise NotFound
    papers.insist_silent(unit, actor, case, found)
    cases.look(unit, actor, case)
    address = Address.of(request)
    return documents.page(unit.town, found, address.locale, address.case(case.reference))


def heading(shown: OnDesk, locale: str) -> Markup:
    """The service and whom it is for; a name keeps its own direction."""
    if not shown.subject:
        return escape(shown.service_name)
    name = Markup("<bdi>{}</bdi>").format(shown.subject)
    return escape(translate(locale, N_("%(service)s: %(name)s"))) % {"service": shown.service_name, "name": name}


def _ours(unit: Unit, actor: Actor, shown: OnDesk, locale: str) -> Side:
    case = shown.case
    if case.closed_at is not None:
        merged = case.outcome == cases.together.mergers.MERGED
        title = N_("Our side: together with another case") if merged else N_("Our side: done")
        return Side(translate(locale, title), (), False)
    holder = identity.contact(unit, case.assignee) if case.assignee else None
    has = N_("%(name)s has this case.") if holder else N_("Nobody has this case yet.")
    lines: tuple[str, ...] = (translate(locale, has, name=holder.name if holder else ""),)
    if lawful.took_part(unit, case, actor.account_id):
        lines = (*lines, translate(locale, lawful.HersBefore.words))
    if shown.pending is not None:
        return Side(translate(locale, N_("Our side: decided")), lines, False)
    if case.yours:
        return Side(translate(locale, N_("Our side: we wait")), lines, False)
    if cases.supervising.left_to_supervisors(unit, actor, case):
        words = N_("A supervisor decides this. When all is ready, give the case to one.")
        lines = (*lines, translate(locale, words))
    return Side(translate(locale, N_("Our side: our turn")), lines, True)


def _theirs(shown: OnDesk, locale: str, *, waits: bool) -> Side:
    """What the person has to do, and what she reads, in her language. `waits`: a notification, to be opened."""
    case = shown.case
    turn = case.yours and case.closed_at is None
    title = N_("The person’s side: to answer") if turn else N_("The person’s side: nothing to do")
    title = N_("The person’s side: to show who they are") if at_her_word.waits(case) else title
    title = N_("The person’s side: papers still to come") if shown.remains and not turn else title
    title = N_("The person’s side: to open the notification") if waits else title
    until = translate(locale, N_("Last day: %(day)s."), day=shown.waits_until) if turn and shown.waits_until else ""
    said = Markup('<q lang="{}" dir="{}">{}</q>').format(lang_tag(case.locale), direction(case.locale), shown.meaning)
    told = (translate(locale, N_("The person was told:")), *map(_quoted, shown.remains)) if shown.remains else ()
    lines = [until, *told, translate(locale, N_("The person reads now:")), said]
    return Side(translate(locale, title), tuple(line for line in lines if line), turn or waits)


def _quoted(words: str) -> Markup:
    return Markup("<q>{}</q>").format(words)


def _actions(unit: Unit, actor: Actor, case: Case, address: Address) -> tuple[Action, ...]:
    """The way to a grant first; asking is quiet; the others are links."""
    ways = sorted(cases.offered(unit, actor, case, address.locale), key=lambda way: way.outcome != "granted")
    tended = cases.tends(unit, case)
    made = (
        [Action("tend", translate(address.locale, tended[0]), address.case(case.reference, tended[1]), "main")]
        if tended
        else []
    )
    if at_her_word.waits(case):
        words = translate(address.locale, N_("Note who the person is"))
        made.append(Action("proof", words, address.case(case.reference, "/proof"), "main"))
    for number, way in enumerate(ways):
        below = "/request" if way.asks else f"/steps/{way.id}"
        main = number == 0 and not tended and way.outcome == "granted"
        kind = "main" if main else "quiet" if way.asks or way.outcome == "granted" else "link"
        made.append(Action(way.id, way.label, address.case(case.reference, below), kind))
    if lawful.recallable(unit, actor, case):
        words = translate(address.locale, N_("Recall the decision"))
        made.append(Action("recall", words, address.case(case.reference, "/recall"), "quiet"))
    if served.waiting(unit, case.id):
        words = translate(address.locale, N_("Hand the decision over at the window"))
        made.append(Action("serving", words, address.case(case.reference, "/serving"), "link"))
    for way in lawful.corrections(unit, actor, case, address.locale):
        made.append(Action(way.id, way.label, address.case(case.reference, f"/correction/{way.id}"), "link"))
    if lawful.is_open(unit, case) and not lawful.took_part(unit, case, actor.account_id):
        words = translate(address.locale, N_("Take more time"))
        made.append(Action("extension", words, address.case(case.reference, "/extension"), "link"))
    return tuple(made)


def _assign(unit: Unit, actor: Actor, case: Case, address: Address) -> Assign | None:
    if case.closed_at is not None:
        return None
    staff = identity.colleagues(unit, actor.departments)
    away = {each.account_id: each.last for each in cases.absences.begun(unit)}
    options = [
        Option(str(each.id), _here(each.name, away.get(each.id), address.locale))
        for each in staff
        if case.department in each.departments
    ]
    free = case.assignee is None and not lawful.took_part(unit, case, actor.account_id)
    me = next((each.value for each in options if free and each.value == str(actor.account_id)), "")
    return Assign(address.case(case.reference, "/assignment"), options, str(case.assignee or ""), me)


def _here(name: str, last: date | None, locale: str) -> str:
    """A colleague as somebody to whom a case is given: whether she is here."""
    if last is None:
        return name
    words = N_("%(name)s (away until %(day)s)")
    return translate(locale, words, name=name, day=format_day(last, locale))


def _message_hint(unit: Unit, locale: str) -> str:
    minutes = round((cases.told_from(unit) - unit.now).total_seconds() / 60)
    if not minutes:
        return translate(locale, N_("The person reads it at once."))
    return translate_many(
        locale, "The person reads it after %(number)s minute.", "The person reads it after %(number)s minutes.", minutes
    )
