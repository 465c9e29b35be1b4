"""What came along from the first case into one that was split off: messages and files, with their origin."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

from app.cases import queries
from app.cases.queries import Case
from app.cases.splitting import reading
from app.cases.views import files, messages
from app.cases.views.files import File
from app.cases.views.messages import Message
from app.kit.db import Unit
from app.kit.i18n import N_, sentences, translate


def moved(
    unit: Unit, case: Case, locale: str, *, for_staff: bool, url: Callable[[UUID], str]
) -> tuple[tuple[Message, ...], dict[UUID, File]]:
    """The messages and the files that were chosen; `url` gives the address of a file below this case."""
    found = reading.off(unit, case.id)
    if found is None:
        return (), {}
    first = queries.case(unit, found.first_id)
    origin = translate(locale, N_("From %(reference)s"), reference=first.reference)
    chosen = {f"message-{each}" for each in found.messages}
    said = tuple(
        replace(each, note=sentences((origin, each.note), locale) if each.note else origin)
        for each in messages.messages(unit, first, locale, for_staff=for_staff, url=url)
        if each.id in chosen
    )
    picked = {UUID(each) for each in found.files}
    along = {
        id: file._replace(meta=f"{file.meta} · {origin}")
        for id, file in files.of_case(unit, first, locale, url).items()
        if id in picked
    }
    return said, along
