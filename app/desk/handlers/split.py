"""One case that is two: what belongs to the second is chosen; and it is put back."""

from uuid import UUID

from markupsafe import Markup
from starlette.requests import Request

from app import cases
from app.cases import Case, lawful
from app.cases.together import splits
from app.desk import entering, joined
from app.desk.merging_pages import PartingPage, SplitPage
from app.desk.queue_pages import Option
from app.desk.queues import working
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, text
from app.kit.pages import Page, See
from app.kit.views import again_errors

HAPPENS = (
    N_("The second case starts where this one stands, with the same answers and the same day of receipt."),
    N_("What you choose is read there too. It stays here as well."),
    N_("The person is told at once, with both references and your reason."),
    N_("You can put it back as long as nothing was done with the second one."),
)
LONGER = N_("The time to decide was made longer already. That counts for the second case as well.")
PUT_BACK = (
    N_("We go on with the first one alone. Both references lead there."),
    N_("The person is told at once, with both references."),
)
LONGEST = 120


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    actor, case = entering.open_case(request, unit)
    splits.insist(unit, actor, case)
    cases.look(unit, actor, case)
    address, form = Address.of(request), again.form if again else Form()
    messages, files = _offered(unit, actor, case, address.locale)
    return SplitPage(
        reference=case.reference,
        case_url=address.case(case.reference),
        heading=working.heading(unit, case, address.locale),
        action_url=address.case(case.reference, "/splits"),
        messages=messages,
        chosen_messages=tuple(form.texts.get("messages", ())),
        files=files,
        chosen_files=tuple(form.texts.get("files", ())),
        reason=form.get("reason"),
        happens=tuple(
            translate(address.locale, words)
            for words in (*HAPPENS, *([LONGER] if lawful.was_extended(unit, case) else []))
        ),
        errors=again_errors(again, address.locale),
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    address = Address.of(request)
    if splits.SPLIT in cases.pressed(unit, actor, case) and (made := splits.parted(unit, case.id)):
        references = {each.id: each.reference for each in cases.of_ids(unit, [made[-1].case_id])}
        return See(address.path(references[made[-1].case_id]), said="case_split")
    reason = text(form, "reason", required=N_("Say why these are two things."), most=2000)
    messages, files = _offered(unit, actor, case, address.locale)
    second = splits.split(
        unit, actor, case, _chosen(form, "messages", messages), _chosen(form, "files", files), reason
    )  # fmt: skip
    for each in (case, second):
        cases.changed(unit, actor, each, "case_split")
    return See(address.path(second.reference), said="case_split")


def edit(request: Request, unit: Unit) -> Page:
    actor, case = entering.open_case(request, unit)
    address, found = Address.of(request), splits.one(unit, case)
    splits.insist_rejoinable(unit, actor, found)
    first = cases.desk_case(unit, actor, joined.origin(unit, case, address)[0].reference)
    stays, goes = N_("This one goes on"), N_("This one is put back into it")
    return PartingPage(
        title=translate(address.locale, N_("Put the second case back")),
        button=translate(address.locale, N_("Put it back")),
        reference=case.reference,
        case_url=address.case(case.reference),
        action_url=address.case(case.reference, "/rejoining"),
        halves=[joined.half(unit, actor, each, title, address) for each, title in ((first, stays), (case, goes))],
        happens=tuple(translate(address.locale, words) for words in PUT_BACK),
    )


def update(request: Request, form: Form, unit: Unit) -> See:
    actor, case = entering.open_case(request, unit)
    address, found = Address.of(request), splits.one(unit, case)
    first_reference = joined.origin(unit, case, address)[0].reference
    if found.undone_at is None or cases.together.mergers.MERGER not in cases.pressed(unit, actor, case):
        for each in splits.rejoin(unit, actor, case):
            cases.changed(unit, actor, each, "cases_parted")
    return See(address.path(first_reference), said="case_rejoined")


def _offered(unit: Unit, actor: Actor, case: Case, locale: str) -> tuple[list[Option], list[Option]]:
    """The messages and the files of the case that this clerk may read and the person has. What came along from another
    case stays with that one."""
    found = splits.off(unit, case.id)
    along = {*found.messages, *(str(each) for each in splits.files(unit, found))} if found else set()
    shown = cases.on_desk(unit, case, locale, str, actor)
    messages = [
        Option(
            each.id.removeprefix("message-"),
            Markup('<bdi>{}</bdi> · {}').format(each.who, each.when),
            Markup('<bdi>{}</bdi>').format(" ".join(each.paragraphs)[:LONGEST]),
        )
        for each in shown.messages
        if not each.recall and each.id.removeprefix("message-") not in along
    ]  # fmt: skip
    files = [
        Option(each.url.split("/")[2], Markup('<bdi>{}</bdi>').format(each.name), each.meta)
        for each in shown.files
        if each.url.startswith("/files/") and each.url.split("/")[2] not in along
    ]  # fmt: skip
    return messages, files


def _chosen(form: Form, name: str, offered: list[Option]) -> list[UUID]:
    """Those that were ticked, in order; what was not offered is left out."""
    ticked = set(form.texts.get(name, ()))
    return [UUID(option.value) for option in offered if option.value in ticked]
