"""What a person decides herself, taken at her word: she calls, comes by or writes that she takes what was offered.

Who it is is checked first, and how is kept: a choice may cost somebody what cannot be had again.
"""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, select

from app import catalogue, workflow
from app.cases import addressees, choosing, messaging, moving, queries, telling, wording
from app.cases.counter.at_her_word import BACK
from app.cases.counter.models import SpokenChoice
from app.cases.queries import Case
from app.kit import db
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.ids import new_id

STEP = "chosen_for"
DOCUMENT, NUMBERED, ATTESTED, SIGNED = "document", "numbered", "attested", "signed"
KNOWN = {
    DOCUMENT: N_("I saw a document"),
    NUMBERED: N_("The number of the document and the date of birth were right"),
    ATTESTED: N_("I know the person and vouch for it"),
    SIGNED: N_("The letter is signed"),
}
FITS = {"phone": (NUMBERED, ATTESTED), "counter": (DOCUMENT, NUMBERED, ATTESTED), "post": (SIGNED,)}
"""By which way it came: how staff can know who it was."""
TOLD = {
    "phone": N_("You told us on the phone: “%(what)s”. We wrote it down for you."),
    "counter": N_("You told us at the window: “%(what)s”. We wrote it down for you."),
    "post": N_("You wrote to us in a letter: “%(what)s”. We wrote it down for you."),
}

C = db.table(SpokenChoice).c
ONE = select(C.known).where(C.id == bindparam("step"))


@dataclass(frozen=True)
class Spoken:
    """Which choice, for which visit to the state that offers it; how staff know who said it; what she added."""

    transition: str
    visit: int
    known: str
    words: str = ""


def insist(unit: Unit, case: Case, transition: str) -> workflow.Transition:
    """The choice of this name, or NothingToChoose that leads back to the desk."""
    found = next((way for way in choosing.choices(unit, case) if way.id == transition), None)
    if found is None:
        raise _over(case)
    return found


def choose(unit: Unit, case: Case, by: Actor, spoken: Spoken) -> None:
    """Take it as if she had pressed it; the actor carries the way it came. She is told, so that nobody can choose in
    her name unseen. Pressed twice, it is taken once."""
    held = queries.locked(unit, case.id)
    if choosing.chosen(unit, held.id, spoken.transition, spoken.visit):
        return
    way = insist(unit, held, spoken.transition)
    if spoken.visit != held.entries:
        raise _over(case)
    step_id = new_id()
    db.add(unit, SpokenChoice, id=step_id, case_id=held.id, known=spoken.known)
    moving.note_step(unit, held.id, STEP, by, transition=way.id, step_id=step_id)
    if spoken.words:
        messaging.write(unit, held, by, addressees.person_name(unit, held), spoken.words, ours=False)
    said = _label(unit, wording.to_person(unit, held), way.id, held.locale)
    choosing.choose(unit, held, by, way.id, spoken.visit, noted=STEP)
    _tell(unit, held, by.via, said)


def known(unit: Unit, step: Any) -> str:
    """How staff knew who it was, at this step."""
    return KNOWN[str(db.value(unit, ONE, step=step.id))]


def _tell(unit: Unit, case: Case, via: str, said: str) -> None:
    telling.say(
        unit,
        case,
        STEP,
        translate(case.locale, N_("%(reference)s: we wrote down what you chose"), reference=case.reference),
        translate(case.locale, TOLD[via], what=said),
        translate(case.locale, N_("Was it not you, or is it not right? Tell us at once.")),
    )


def _label(unit: Unit, service: catalogue.Service, transition: str, locale: str) -> str:
    return str(catalogue.texts(unit, service, locale)(f"transition.{transition}.label"))


def _over(case: Case) -> choosing.NothingToChoose:
    return choosing.NothingToChoose(
        N_("This can no longer be chosen. The case shows where it stands."),
        path=f"/desk/cases/{case.reference}",
        link=BACK,
    )
