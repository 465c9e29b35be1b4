"""Two cases that are one: named, compared, merged; and taken apart again."""

from starlette.requests import Request

from app import cases
from app.cases import Case
from app.cases.together import mergers
from app.desk import entering, joined
from app.desk.merging_pages import MergerPage, PartingPage
from app.desk.queues import working
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.ids import parse_reference
from app.kit.inputs import Again, Form, Invalid, Problem, text
from app.kit.pages import Page, See
from app.kit.views import FieldError, again_errors

NEEDED = N_("Write the reference of the other case.")
UNKNOWN = N_("There is no case of your departments with this reference. Check each letter and digit.")
ITSELF = N_("This is the case itself. Write the reference of the other one.")
STAYS, GOES = N_("This one goes on"), N_("This one is merged into it")


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    cases.look(unit, actor, case)
    address = Address.of(request)
    typed = again.form.get("other") if again else request.query_params.get("other", "")[:60]
    other = _found(unit, actor, case, typed)
    first, second = mergers.in_order(case, other) if other else (case, case)
    return MergerPage(
        reference=case.reference,
        case_url=address.case(case.reference),
        heading=working.heading(unit, case, address.locale),
        action_url=address.case(case.reference, "/mergers"),
        halves=[joined.half(unit, actor, each, title, address) for each, title in ((first, STAYS), (second, GOES))]
        if other
        else [],
        happens=_happens(first, second, address.locale) if other else (),
        refusal=_refusal(unit, actor, case, other, address.locale) if other else "",
        typed=typed,
        errors=again_errors(again, address.locale) or _unknown(case, typed, other, address.locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    address = Address.of(request)
    typed = text(form, "other", required=NEEDED, most=60)
    try:
        other = cases.desk_case(unit, actor, typed)
    except NotFound:
        raise Invalid({"other": Problem(UNKNOWN)}) from None
    if other.id == case.id:
        raise Invalid({"other": Problem(ITSELF)})
    try:
        kept, later = mergers.merge(unit, actor, case, other)
    except mergers.Merged:
        if _pressed(unit, actor, case, other, mergers.MERGER):
            return See(address.path(mergers.in_order(case, other)[0].reference), said="cases_merged")
        raise
    for each in (kept, later):
        cases.changed(unit, actor, each, "case_merged")
    return See(address.path(kept.reference), said="cases_merged")


def edit(request: Request, unit: Unit) -> Page:
    actor, case = entering.open_case(request, unit)
    address, merger = Address.of(request), mergers.one(unit, case, request.path_params["merger"])
    mergers.insist_partable(unit, actor, case, merger)
    parts = {part.merger.id: part.case for part in mergers.parts(unit, case)}
    later = parts.get(merger.id, case)
    kept = case if merger.id in parts else mergers.goes_on(unit, case) or case
    again = N_("This one goes on by itself again")
    return PartingPage(
        title=translate(address.locale, N_("Take two cases apart")),
        button=translate(address.locale, N_("Take them apart")),
        reference=case.reference,
        case_url=address.case(case.reference),
        action_url=address.case(case.reference, f"/mergers/{merger.id}"),
        halves=[joined.half(unit, actor, each, title, address) for each, title in ((kept, STAYS), (later, again))],
        happens=_parts(merger.one_applicant, address.locale),
    )


def update(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    merger = mergers.one(unit, case, request.path_params["merger"])
    there = See(Address.of(request).path(case.reference), said="cases_unmerged")
    if merger.undone_at is not None and mergers.PARTING in cases.pressed(unit, actor, case):
        return there
    for each in mergers.part(unit, actor, case, merger.id):
        cases.changed(unit, actor, each, "cases_parted")
    return there


def _found(unit: Unit, actor: Actor, case: Case, typed: str) -> Case | None:
    """The other case that is named, if she may see it."""
    try:
        other = cases.desk_case(unit, actor, typed)
    except NotFound:
        return None
    return None if other.id == case.id else other


def _unknown(case: Case, typed: str, other: Case | None, locale: str) -> tuple[FieldError, ...]:
    """Why the one that was named cannot be shown."""
    if other is not None or not typed:
        return ()
    itself = parse_reference(typed) == case.reference
    return (FieldError("other", translate(locale, ITSELF if itself else UNKNOWN)),)


def _pressed(unit: Unit, actor: Actor, case: Case, other: Case, what: str) -> bool:
    """Whether she merged just these two a moment ago."""
    first, second = mergers.in_order(case, other)
    merger = mergers.standing(unit, second.id)
    return merger is not None and merger.into_id == first.id and what in cases.pressed(unit, actor, second)


def _refusal(unit: Unit, actor: Actor, case: Case, other: Case, locale: str) -> str:
    try:
        mergers.insist(unit, actor, case, *mergers.in_order(case, other))
    except mergers.NotMerged as refused:
        return translate(locale, refused.words, **refused.values)
    return ""


def _happens(kept: Case, later: Case, locale: str) -> tuple[str, ...]:
    one = N_("Whoever sent them is told at once, with both references.")
    two = N_("They have two applicants. Each is told at once, and learns nothing of the other one.")
    words = (
        N_("%(first)s goes on with its own day: the time counts from when it came."),
        N_("%(second)s stops. Its messages, notes, tasks and papers stand in %(first)s."),
        one if mergers.one_applicant(kept, later) else two,
        N_("You can take them apart again until %(first)s is decided or closed."),
    )
    return tuple(translate(locale, each, first=kept.reference, second=later.reference) for each in words)


def _parts(one_applicant: bool, locale: str) -> tuple[str, ...]:
    one = N_("Whoever sent them is told at once, with both references.")
    two = N_("They have two applicants. Each is told at once, and learns nothing of the other one.")
    words = (
        N_("Both are again as they were before, with their own days and their own clerks."),
        one if one_applicant else two,
    )
    return tuple(translate(locale, each) for each in words)
