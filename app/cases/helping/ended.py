"""A mandate that ended while somebody was at a case or a form by it: what happened, what becomes of what she filled in,
and what to do. Only for whom it once opened just this; for anybody else there is nothing here."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from app import catalogue, forms, identity
from app.cases import law, showing, wording
from app.cases.helping import reaching
from app.identity import mandates
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, format_day

SENT = N_("What was sent before stays sent. It belongs to %(giver)s.")
KEPT = N_("What was filled in is kept until %(day)s. %(giver)s finds it on “My page” and can go on.")
KEPT_AWAY = N_("What was filled in is kept until %(day)s. Nobody can open it meanwhile.")
AGAIN = N_("With a new mandate from %(giver)s you can go on where you stopped, as long as it is kept.")
TAKEN = N_("What was filled in is with %(giver)s now.")
ASK = N_("To go on helping, ask %(giver)s for a new mandate.")
OWN_WORDS = ("text", "statement", "reason")
"""Texts of pages that are no question of a form."""


def insist_case(unit: Unit, actor: Actor, row: Any | None) -> None:
    """MandateOver, where it once opened this case. The same questions whether there is such a case or not."""
    held = _held(unit, actor, row, row.received_at if row else None)
    if held is not None:
        _over(unit, actor, row, held, (SENT, ASK))


def insist_draft(unit: Unit, actor: Actor, row: Any | None) -> None:
    """The same for a draft; its person may have gone on with it."""
    held = _held(unit, actor, row, row.created_at if row else None)
    if held is None or row is None:
        return
    if row.account_id != actor.account_id:
        _over(unit, actor, row, held, (TAKEN, ASK))
    known = KEPT if identity.account_of(unit, held.person_id) else KEPT_AWAY
    _over(unit, actor, row, held, (known, AGAIN), format_day(law.calendar(unit).day_of(row.until), actor.locale))


def insist_sent(unit: Unit, actor: Actor, row: Any | None) -> None:
    """The same for the case that its person made of a draft, asked for by the draft's address, which only those two
    ever had."""
    held = _held(unit, actor, row, None)
    if held is not None:
        _over(unit, actor, row, held, (TAKEN, ASK))


def _held(unit: Unit, actor: Actor, row: Any | None, began: datetime | None) -> mandates.Held | None:
    if actor.account_id is None:
        return None
    past = mandates.past(unit, actor.account_id, row.person_id if row else None)
    return next((each for each in past if reaching.opened_once(unit, each, row, began)), None)


def _over(unit: Unit, actor: Actor, row: Any, held: mandates.Held, more: Iterable[str], day: str = "") -> None:
    said = [mandates.say(unit, held, actor.locale, each, day=day) for each in more]
    read = _reader(unit, wording.to_reader(unit, actor, row.version), actor.locale)
    raise mandates.MandateOver(
        [*mandates.sentences(unit, held, actor.locale), *said], read, path="/me/mandates", link=N_("Mandates")
    )


def _reader(
    unit: Unit, service: catalogue.Service, locale: str
) -> Callable[[Mapping[str, Sequence[str]]], list[tuple[str, str]]]:
    """Reads back what somebody typed on one page, as it would have stood in the case; needs no database."""
    words, around = showing.words(unit, service, locale), showing.around(unit, service, locale)
    groups = [each for each in service.form.fields.values() if isinstance(each, forms.Group)]
    fields = [*service.form.fields.values(), *(inner for group in groups for inner in group.fields.values())]

    def read(texts: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
        found = [("", "\n".join(texts[name])) for name in OWN_WORDS if any(texts.get(name, ()))]
        for field in fields:
            own = {name: all for name, all in texts.items() if name.partition(".")[0] == field.id and any(all)}
            if own and not isinstance(field, forms.Group):
                found.append((words.label(field.path), _shown(field, own, words, around)))
        return found

    return read


def _shown(field: forms.Field, own: Mapping[str, Sequence[str]], words: forms.Words, around: forms.Around) -> str:
    outcome = forms.parse(field, own, around)
    if outcome.errors or outcome.answer is None:
        return "\n".join(value for values in own.values() for value in values if value)
    lines = forms.show(field, outcome.answer, words, around)
    return "\n".join("".join(span.text for span in line) for line in lines)
