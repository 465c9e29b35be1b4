"""The pages about many cases at once: which, what, and what became of each."""

from collections.abc import Mapping
from uuid import UUID

from app import cases, catalogue, identity
from app.cases.queues import Batch, batches
from app.desk.queue import counted, queue_lines
from app.desk.queue_pages import Option
from app.desk.queues.batch_pages import BatchDonePage, BatchPage, Outcome, Pick
from app.desk.queues.viewing import told
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate, translate_many
from app.kit.inputs import Again
from app.kit.views import again_errors, moment

ALL, TICKED = "all", "ticked"
KINDS = {
    "take": N_("Take them myself"),
    "give": N_("Give them to a colleague"),
    "leave": N_("Give them back: nobody has them then"),
    "note": N_("Write the same note in each"),
}
RESULTS = {
    "done": N_("Done"),
    "same": N_("Nothing to do: it was so already"),
    "closed": N_("Not done: the case is closed"),
    "elsewhere": N_("Not done: the colleague does not work in its department"),
    "planned": N_("Planned for the time above"),
    "other_service": N_("Not done: it is about another service"),
    "decided": N_("Not done: a decision waits to be told"),
    "not_open": N_("Not done: this step is not open in its state, or not for you"),
    "first": N_("Not done: the colleague decided or examined the case that this appeal is about"),
    "changed": N_("Left as it is: something was done with it since"),
}
BACK = {**RESULTS, "done": N_("Put back")}
STEP = "step"
GOOD = ("done", "planned")


def staff(unit: Unit, actor: Actor) -> Mapping[UUID, frozenset[str]]:
    """Who may be given cases of this actor's departments."""
    return {each.id: each.departments for each in identity.colleagues(unit, actor.departments)}


def choice(unit: Unit, actor: Actor, address: Address, again: Again | None) -> BatchPage:
    locale, form = address.locale, again.form if again else None
    found, more = cases.queues.up_to(unit, actor, address.page().wanted, batches.MOST)
    colleagues = identity.colleagues(unit, actor.departments)
    ticked = set(form.texts.get("cases", ())) if form else set()
    queue = queue_lines(
        unit, address, cases.queues.lines(unit, found, locale), {each.id: each.name for each in colleagues}
    )
    number = len(found)
    steps = cases.queues.shared(unit, actor, [each.case for each in found], locale)
    return BatchPage(
        counted=translate_many(locale, "%(number)s case", "%(number)s cases", number),
        filters=told(unit, actor, address.page()),
        more=more,
        picks=[
            Pick(
                line.reference,
                line.service,
                line.who,
                line.state_kind,
                line.state_text,
                line.due_text,
                line.late,
                line.assignee,
                line.reference in ticked,
            )
            for line in queue
        ],
        which=[
            Option(TICKED, translate(locale, N_("Only those that I tick"))),
            Option(ALL, translate_many(locale, "The one in this list", "All %(number)s in this list", number)),
        ],
        chosen_which=form.get("which") if form else TICKED,
        kinds=[
            *(Option(kind, translate(locale, words)) for kind, words in KINDS.items()),
            *(Option(step_kind(step.service, step.transition), _step(step, locale)) for step in steps),
        ],
        steps_note=_steps_note(unit, locale) if steps else "",
        kind=form.get("kind") if form else "",
        colleagues=[Option(str(each.id), each.name) for each in colleagues if each.id != actor.account_id],
        to=form.get("to") if form else "",
        words=form.get("words") if form else "",
        action_url=f"/{locale}/desk/batches{address.page().query}",
        queue_url=address.page().queue(),
        errors=again_errors(again, locale),
    )


def done(unit: Unit, batch: Batch, locale: str) -> BatchDonePage:
    good = sum(line.result in GOOD for line in batch.lines)
    planned = any(line.result == "planned" for line in batch.lines)
    of_all = N_("Planned for %(good)s of %(all)s cases") if planned else N_("Done with %(good)s of %(all)s cases")
    return BatchDonePage(
        title=translate(locale, of_all, good=counted(good) or "0", all=len(batch.lines)),
        what=_what(unit, batch, locale),
        at=moment(batch.at, locale, unit.town.zone),
        outcomes=[_outcome(unit, line, locale) for line in batch.lines],
        undone=batch.undone,
        due=batch.due_at is not None,
        undo_url=f"/{locale}/desk/batches/{batch.id}" if batch.undoable else "",
    )


def step_kind(service: str, transition: str) -> str:
    """How the form names a step."""
    return f"{STEP}.{service}.{transition}"


def _step(step: cases.queues.SharedStep, locale: str) -> str:
    return translate_many(
        locale,
        "%(what)s: %(service)s, %(number)s case",
        "%(what)s: %(service)s, %(number)s cases",
        step.number,
        what=step.label,
        service=step.service_name,
    )


def _steps_note(unit: Unit, locale: str) -> str:
    words = N_(
        "A step is taken at this time: %(moment)s. Until then you can take it back, and the person hears nothing."
    )
    return translate(locale, words, moment=moment(cases.told_from(unit), locale, unit.town.zone))


def _what(unit: Unit, batch: Batch, locale: str) -> str:
    if batch.kind == STEP and batch.due_at is not None and batch.lines:
        of_service = [line.case for line in batch.lines if line.case.service == batch.service]
        service = catalogue.version(unit, (of_service or [batch.lines[0].case])[0].version)
        label = catalogue.texts(unit, service, locale).get(f"transition.{batch.transition}.label") or batch.transition
        said = {"what": str(label), "moment": moment(batch.due_at, locale, unit.town.zone)}
        return translate(locale, N_("%(what)s, at this time: %(moment)s"), **said)
    if batch.kind == "give" and batch.to is not None:
        name = identity.account_names(unit, [batch.to]).get(batch.to, "")
        return translate(locale, N_("Given to %(name)s"), name=name)
    return translate(locale, KINDS.get(batch.kind, ""))


def _outcome(unit: Unit, line: batches.Line, locale: str) -> Outcome:
    service = catalogue.version(unit, line.case.version)
    return Outcome(
        reference=line.case.reference,
        url=f"/{locale}/desk/cases/{line.case.reference}",
        service=str(catalogue.texts(unit, service, locale)("service.name")),
        good=line.result in GOOD,
        text=translate(locale, RESULTS[line.result]),
        undone_good=line.undone == "done",
        undone_text=translate(locale, BACK[line.undone]) if line.undone else "",
    )
