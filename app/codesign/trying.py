"""Whoever reported a barrier tries it again: it works now, or it is still there."""

from collections.abc import Mapping, Sequence
from hmac import compare_digest
from uuid import UUID

from app import cases, notifications
from app.cases import TRIAL, Case, Onward
from app.codesign import queries, standing, triaging
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.ids import fold_code

MINTER = "trial"
WORKS, STILL = "works", "still"
TRYING, WORKED, REOPENED = "trying", "works", "reopened"


def path(reference: str) -> str:
    return f"/accessibility/barrier/{reference}/trial"


class Companion:
    """What barriers add to the messages of their cases."""

    def tends(self, unit: Unit, case: Case) -> tuple[str, str] | None:
        return (N_("Look after the barrier"), "/barrier") if queries.barrier(unit, case.id) else None

    def lines(self, unit: Unit, case: Case) -> Sequence[str]:
        """Which release it is mended in."""
        found = queries.barrier(unit, case.id)
        if found is None or found.mended_at is None:
            return ()
        return (translate(case.locale, N_("It is mended in version %(release)s."), release=found.release),)

    def onward(self, unit: Unit, case: Case) -> Onward | None:
        found = queries.barrier(unit, case.id)
        if found is None or found.trial is None or case.state != TRYING:
            return None
        ids = {"trial": str(found.trial), "reference": case.reference}
        return Onward(N_("Say whether it works now"), path(case.reference), MINTER, ids)


def mint(unit: Unit, ids: Mapping[str, str]) -> notifications.Minted:
    """The link of the message, made when it leaves."""
    code = cases.code(unit, TRIAL, UUID(ids["trial"]))
    return notifications.Minted(f"{path(ids['reference'])}?code={code}", code)


def asked(unit: Unit, actor: Actor, reference: str, typed: str) -> Case:
    """The case of a trial, for who brings the code of the message, or follows the case anyway."""
    case = cases.by_reference(unit, reference) if typed else None
    found = queries.barrier(unit, case.id) if case else None
    if case and found and found.trial:
        known = cases.code(unit, TRIAL, found.trial)
        if compare_digest(fold_code(known).encode(), fold_code(typed)[:64].encode("utf-8", "replace")):
            return case
    return cases.own_case(unit, actor, reference)


def answer(unit: Unit, case: Case, by: Actor, said: str) -> Case:
    """One press. The same answer once more changes nothing."""
    triaging.of(unit, case)
    if (said == WORKS and case.state == WORKED) or (said == STILL and case.state == REOPENED):
        return case
    if case.state != TRYING:
        raise cases.NotNow
    if said == WORKS:
        return cases.happen(unit, case, "works_now", by)
    standing.change(unit, case.id, release="", mended_at=None)
    return cases.happen(unit, case, "still_there", by)
