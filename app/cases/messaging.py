"""Messages both ways. The office's are told when the recall time is over; the person's are there at once."""

from datetime import datetime, timedelta
from uuid import UUID

from app.cases import contents, law, moving, queries, signing, telling, vault
from app.cases.events import MessageWritten
from app.cases.merging import reading
from app.cases.models import Attachment, Message, Note
from app.cases.queries import Case
from app.kit import blobs, db, events, jobs
from app.kit.actor import Actor
from app.kit.blobs import Received
from app.kit.db import Unit
from app.kit.durations import shift_moment
from app.kit.errors import Refused
from app.kit.i18n import N_
from app.kit.ids import new_id

TELL = "cases.tell_message"
READ = timedelta(days=31)
"""How long messages to a case are read after it was closed."""


class NotRead(Refused):
    """Words to a case that nobody looks at any more would wait for ever."""

    title = N_("This case was closed too long ago")
    words = N_("Nobody reads messages to it any more. Call us, write to us or come to the window.")


def is_read(unit: Unit, case: Case) -> bool:
    """Whether the office reads what the person writes to this case."""
    return case.closed_at is None or unit.now - case.closed_at < READ


def insist_read(unit: Unit, case: Case) -> None:
    if not is_read(unit, case):
        raise NotRead(path=f"/cases/{case.reference}", link=N_("Go to your case"))


def write(
    unit: Unit, case: Case, by: Actor, who: str, body: str, files: tuple[Received, ...] = (), *, ours: bool,
    replaces: UUID | None = None,
) -> UUID:  # fmt: skip
    """Add a message with its files. `ours`: from the office; `who` is the name that stands under it; `replaces` is the
    message that it corrects."""
    message_id, who = new_id(), signing.known_as(unit, case, who) if ours else who
    tell_at = told_from(unit) if ours else unit.now
    db.add(
        unit, Message, id=message_id, case_id=case.id, at=unit.now, tell_at=tell_at, recalled_at=None, ours=ours,
        replaces=replaces, account_id=by.account_id, acting_for=by.acting_for, locale=by.locale,
        who=vault.seal(unit, case.id, Message, "who", message_id, who),
        body=vault.seal(unit, case.id, Message, "body", message_id, body),
    )  # fmt: skip
    for received in files:
        blobs.attach(unit, case.id, received)
        db.add(unit, Attachment, id=new_id(), message_id=message_id, case_id=case.id, blob_id=received.id)
    moving.note_step(unit, case.id, "message_ours" if ours else "message_yours", by)
    if not ours and (kept := reading.goes_on(unit, case)) is not None:
        moving.note_step(unit, kept.id, "message_beside", by)
    written = MessageWritten(case.id, message_id)
    events.record(unit, written)
    if ours:
        jobs.enqueue(unit, TELL, written, run_at=tell_at)
    return message_id


def tell(unit: Unit, args: MessageWritten) -> None:
    """The recall time of a message is over: the person is told, unless it was recalled."""
    case = queries.locked(unit, args.case_id)
    if all(row.id != args.message_id or row.recalled_at is None for row in contents.messages(unit, case.id)):
        telling.tell_message(unit, moving.touch(unit, case))


def told_from(unit: Unit) -> datetime:
    """When the recall time of something written now is over."""
    return shift_moment(unit.now, law.profile(unit).recall, law.calendar(unit).zone)


def note(unit: Unit, case: Case, by: Actor, who: str, body: str) -> UUID:
    """Add an internal note."""
    note_id = new_id()
    db.add(
        unit, Note, id=note_id, case_id=case.id, at=unit.now, account_id=by.account_id,
        who=vault.seal(unit, case.id, Note, "who", note_id, who),
        body=vault.seal(unit, case.id, Note, "body", note_id, body),
    )  # fmt: skip
    return note_id
