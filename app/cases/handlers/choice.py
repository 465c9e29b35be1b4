"""What the person decides herself: what it means, by when, and one button."""

from starlette.requests import Request

from app import catalogue
from app.cases import addressees, answers, choosing, contents, decisions, messaging, queries, timers, wording
from app.cases.choice_pages import Choice
from app.cases.helping import naming, reaching
from app.cases.views.asked import said
from app.kit import i18n, views
from app.kit.db import Unit
from app.kit.inputs import Again, Form, text
from app.kit.pages import Page, See

VISIT = "visit"


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale, actor = request.path_params["locale"], request.state.actor
    case = queries.own_case(unit, actor, request.path_params["reference"])
    way = choosing.insist(unit, case, request.path_params["transition"])
    service = wording.of_case(unit, actor, case)
    texts, base = catalogue.texts(unit, service, locale), f"/{locale}/cases/{case.reference}"
    until = timers.waits_until(unit, case, service, answers.current(unit, case.id))
    asked = contents.open_request(unit, case.id)
    wanted = (locale, case.locale, *decisions.languages(unit, case))
    spoken, words = said(unit, case, asked, wanted) if asked else ("", ())
    return Choice(
        service=str(texts("service.name")),
        reference=case.reference,
        case_url=base,
        title=str(texts(f"transition.{way.id}.label")),
        means=tuple(str(texts(f"transition.{way.id}.meaning")).splitlines()),
        words=words,
        words_lang=i18n.lang_tag(spoken) if spoken not in ("", locale) else "",
        words_dir=i18n.direction(spoken) if spoken not in ("", locale) else "",
        by=str(catalogue.department_name(unit, case.department, locale)),
        until=views.day(until, locale, "full") if until else None,
        visit=case.entries,
        typed=again.form.get("text") if again else "",
        errors=views.again_errors(again, locale),
        action_url=f"{base}/choices/{way.id}",
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    """Take it once; what she adds goes to the office as a message."""
    actor, transition = request.state.actor, request.path_params["transition"]
    case = queries.own_case(unit, actor, request.path_params["reference"])
    words, visit = text(form, "text", most=2000), form.get(VISIT)
    taken = choosing.choose(unit, case, actor, transition, int(visit) if visit.isdecimal() and len(visit) < 6 else -1)
    if taken and words:
        writer = reaching.acting(unit, actor)
        who = naming.signature(unit, writer, addressees.person_name(unit, case))
        messaging.write(unit, case, writer, who, words, ours=False)
    return See(f"/cases/{case.reference}", said="chosen")
