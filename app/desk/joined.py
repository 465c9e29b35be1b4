"""Cases that were merged: what of them stands in the file of the one that goes on. Reading it is a look at them too."""

from app import cases
from app.cases import Case
from app.cases.together import mergers, splits
from app.desk import person
from app.desk.merging_pages import Half, Joined, Origin
from app.desk.wanted import Address
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import translate


def parts(unit: Unit, actor: Actor, case: Case, address: Address) -> list[Joined]:
    """Each with its own answers, messages, notes and papers, under its own reference."""
    return [_joined(unit, actor, case, part, address) for part in mergers.parts(unit, case)]


def half(unit: Unit, actor: Actor, case: Case, title: str, address: Address) -> Half:
    """One of two cases, where they are compared."""
    cases.look(unit, actor, case)
    shown = cases.on_desk(unit, case, address.locale, str, actor)
    return Half(
        title=translate(address.locale, title),
        reference=case.reference,
        url=address.case(case.reference),
        who=person.name(shown) or person.unnamed(shown.case, address.locale),
        received=shown.received,
        state_kind=shown.state.kind,
        state_text=shown.state.text,
    )


def onward(unit: Unit, case: Case, address: Address) -> tuple[str, str]:
    """The reference and the address of the case in which this one goes on; "" for one that goes on by itself."""
    kept = mergers.goes_on(unit, case)
    return (kept.reference, address.case(kept.reference)) if kept else ("", "")


def _joined(unit: Unit, actor: Actor, case: Case, part: mergers.Part, address: Address) -> Joined:
    reference = part.case.reference
    cases.look(unit, actor, part.case)
    shown = cases.on_desk(unit, part.case, address.locale, lambda path: address.case(reference, path), actor)
    direct = part.merger.into_id == case.id and mergers.partable(unit, part.merger)
    return Joined(
        reference=reference,
        url=address.case(reference),
        who=person.name(shown) or person.unnamed(shown.case, address.locale),
        received=shown.received,
        sections=shown.sections,
        messages=shown.messages,
        notes=shown.notes,
        files=shown.files,
        part_url=address.case(case.reference, f"/mergers/{part.merger.id}") if direct else "",
    )


def compare(address: Address, reference: str, other: str) -> str:
    """Where these two are compared before they are merged."""
    here = address.case(reference, "/mergers")
    return f"{here}{'&' if '?' in here else '?'}other={other}"


def origin(unit: Unit, case: Case, address: Address) -> tuple[Origin, ...]:
    """From which case this one was split off; nothing for one that was sent as it is."""
    found = splits.off(unit, case.id)
    if found is None:
        return ()
    [first] = cases.of_ids(unit, [found.first_id])
    back = found.undone_at is None and splits.untouched(unit, found)
    return (
        Origin(
            reference=first.reference,
            url=address.case(first.reference),
            reason=splits.reason(unit, found),
            back_url=address.case(case.reference, "/rejoining") if back else "",
        ),
    )
