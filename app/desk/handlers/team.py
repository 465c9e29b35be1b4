"""The supervisor's pages: the load of a team, and samples of what rules decided."""

from collections.abc import Sequence

from starlette.requests import Request

from app import cases, catalogue
from app.desk.entering import ELSEWHERE, staff
from app.desk.queue_pages import Option
from app.desk.queues import team
from app.desk.queues.team_pages import SamplePage, TeamPage
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, listed, translate
from app.kit.inputs import Again, Form, one_of, text
from app.kit.pages import Answer, Page, See
from app.kit.views import again_errors, moment


def show(request: Request, unit: Unit) -> Answer:
    actor, locale = staff(request), request.path_params["locale"]
    if not actor.answers:
        raise NotFound
    led = actor.leads
    if not led:
        return ELSEWHERE
    return TeamPage(
        departments=listed((str(catalogue.department_name(unit, each, locale)) for each in led), locale),
        clerks=team.clerks(unit, led, locale),
        services=team.services(unit, led, locale),
        samples=team.samples(unit, led, locale),
    )


def draw(request: Request, form: Form, unit: Unit) -> See:
    actor, led = _leads(request)
    cases.supervising.draw(unit, actor, led)
    return See("/desk/team", said="samples_drawn")


def sample(request: Request, unit: Unit, again: Again | None = None) -> Page:
    _, led = _leads(request)
    locale = request.path_params["locale"]
    found = cases.supervising.one(unit, led, request.path_params["sample"])
    return SamplePage(
        reference=found.case.reference,
        case_url=f"/{locale}/desk/cases/{found.case.reference}",
        service=team.service_of(unit, found, locale),
        decided=team.decided(found, locale),
        by_rule=found.by_rule,
        otherwise=team.otherwise(unit, found, locale),
        when=moment(found.decided_at, locale, unit.town.zone),
        verdicts=[Option(each, translate(locale, words)) for each, words in team.VERDICTS.items()],
        verdict=again.form.get("verdict") if again else "",
        note=again.form.get("note") if again else found.note,
        done=team.state(found, locale)[1] if found.verdict else "",
        action_url=f"/{locale}/desk/team/samples/{found.id}",
        errors=again_errors(again, locale),
    )


def judge(request: Request, form: Form, unit: Unit) -> See:
    actor, led = _leads(request)
    found = cases.supervising.one(unit, led, request.path_params["sample"])
    verdict = one_of(form, "verdict", tuple(team.VERDICTS), required=N_("Choose whether the decision was right."))
    needed = N_("Say what was wrong.") if verdict == "wrong" else ""
    cases.supervising.judge(unit, actor, found, verdict, text(form, "note", required=needed, most=5000))
    return See("/desk/team", said="sample_judged")


def _leads(request: Request) -> tuple[Actor, Sequence[str]]:
    """A supervisor and the departments that she leads; for everybody else there is nothing here."""
    actor = staff(request)
    if not actor.leads:
        raise NotFound
    return actor, actor.leads
