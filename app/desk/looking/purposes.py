"""What a clerk looks at people for: said once for a session of work, and written down with each look."""

import re
from collections.abc import Sequence

from starlette.requests import Request

from app import catalogue
from app.desk.looking.pages import PurposeLine, PurposePage
from app.desk.pages import Option
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import AskFirst
from app.kit.i18n import N_
from app.kit.inputs import Again
from app.kit.views import again_errors, moment
from app.people import finding

KIND = "look_purpose"
OTHER = "look_other"
"""The purpose that says nothing by itself: it needs words."""
SEARCH = "/desk/search"
ONWARD = re.compile(r"/desk/(search|people)([/?][!-~]*)?")


def options(unit: Unit, locale: str) -> Sequence[Option]:
    return [Option(each.id, str(each.label)) for each in catalogue.phrases(unit, KIND, "", locale)]


def line(unit: Unit, purpose: finding.Purpose, locale: str, to: str) -> PurposeLine:
    """What stands above everything that is shown of people."""
    phrase = catalogue.phrase(unit, purpose.code, locale)
    return PurposeLine(
        str(phrase.label) if phrase else purpose.code,
        purpose.words,
        moment(purpose.until, locale, unit.town.zone),
        f"/{locale}/desk/purpose",
        to,
    )


def page(request: Request, unit: Unit, to: str, again: Again | None = None) -> PurposePage:
    """The question what for. Whoever is asked again because the time is over reads so; what she wanted is kept."""
    locale, actor = request.path_params["locale"], request.state.actor
    before = finding.chosen(unit, actor)
    over = before is not None and before.over
    kept = again.form if again else None
    return PurposePage(
        over=moment(before.until, locale, unit.town.zone) if before and over else None,
        hours=int(finding.LASTS.total_seconds() // 3600),
        options=options(unit, locale),
        chosen=kept.get("purpose") if kept else "",
        words=kept.get("words") if kept else "",
        to=onward(to),
        errors=again_errors(again, locale),
    )


def current(unit: Unit, actor: Actor) -> finding.Purpose | None:
    """What this session of work looks for, while that holds."""
    purpose = finding.chosen(unit, actor)
    return None if purpose is None or purpose.over else purpose


def holding(unit: Unit, actor: Actor, to: str) -> finding.Purpose:
    """The purpose for which she writes something down at `to`. Where it is over she is asked for it first."""
    purpose = current(unit, actor)
    if purpose is None:
        raise AskFirst("/desk/purpose", to, "purpose_over")
    return purpose


def onward(to: str) -> str:
    """Where to go on to: a search or a person, nothing else."""
    return to if ONWARD.fullmatch(to) else SEARCH


NEEDED = N_("Choose why you are looking.")
WORDS_NEEDED = N_("Say in a few words why you are looking.")
