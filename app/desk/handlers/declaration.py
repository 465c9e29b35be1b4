"""A declaration by a code: sent to the person, read by her to the clerk, typed here."""

from datetime import timedelta

from starlette.requests import Request

from app import catalogue
from app.cases import hands
from app.desk import entering
from app.desk.intake_pages import Declaring, WrongDeclaring
from app.desk.pages import Option
from app.kit import guard, views
from app.kit.actor import Actor
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.inputs import Form, Problem
from app.kit.pages import Answer, See
from app.kit.views import FieldError

WITHIN = timedelta(minutes=15)
KNOWN, WRITTEN = N_("The town knows it"), N_("It stands in this form")
WAYS = {"email": N_("By e-mail to %(to)s"), "sms": N_("By text message to %(to)s")}


def show(request: Request, unit: Unit) -> Answer:
    """Without answers that are all right there is nothing to declare: back to the form."""
    actor = entering.staff(request)
    try:
        dense, waiting = _waiting(request, unit, actor)
    except NotFound:
        return _sent(request, unit, actor)
    if waiting is None:
        return See(_form(dense.held))
    hands.look(unit, dense.held)
    return _page(request, unit, dense, waiting, None)


def count(request: Request, form: Form) -> None:
    """Codes are counted one by one; this is for whoever tries with many forms."""
    guard.limit(request.state.town, "declaration-from", guard.client(request), 60, WITHIN)


def create(request: Request, form: Form, unit: Unit) -> Answer:
    """Send a code, or use the one that was read out."""
    actor = entering.staff(request)
    try:
        dense, waiting = _waiting(request, unit, actor)
    except NotFound:
        return _sent(request, unit, actor)
    if waiting is None:
        return See(_form(dense.held))
    if form.get("then") == "send":
        return _send(request, unit, form, dense, waiting)
    found = hands.declaring.enter(unit, dense, form.get("_code"))
    if isinstance(found, Problem):
        return _page(request, unit, dense, waiting, ("_code", found))
    clerk, how = entering.signature(unit, actor), hands.declaring.BY_CODE
    case = hands.take_in(unit, dense, hands.Declaration(how, waiting.who, clerk, waiting.came, found))
    paper = f"?paper={dense.held.whom.paper}" if dense.held.whom.paper else ""
    return See(f"/desk/cases/{case.reference}/receipt{paper}", said="taken_in")


def _send(request: Request, unit: Unit, form: Form, dense: hands.Dense, waiting: hands.declaring.Waiting) -> Answer:
    way = next((each for each in hands.declaring.ways(unit, dense) if each.id == form.get("_contact")), None)
    problem = hands.declaring.send(unit, dense, way) if way else Problem(hands.declaring.CHOOSE)
    if problem is not None:
        return _page(request, unit, dense, waiting, ("_contact", problem))
    return See(f"{_form(dense.held)}/code", said="code_sent")


def _waiting(request: Request, unit: Unit, actor: Actor) -> tuple[hands.Dense, hands.declaring.Waiting | None]:
    held = hands.held(unit, actor, request.path_params["draft"])
    return hands.of(unit, held, request.path_params["locale"]), hands.declaring.waiting(unit, held)


def _form(held: hands.Held) -> str:
    return f"/desk/intake/{held.draft.id}"


def _sent(request: Request, unit: Unit, actor: Actor) -> See:
    case = hands.sent(unit, actor, request.path_params["draft"])
    return See(f"/desk/cases/{case.reference}/receipt")


def _page(
    request: Request,
    unit: Unit,
    dense: hands.Dense,
    waiting: hands.declaring.Waiting,
    wrong: tuple[str, Problem] | None,
) -> Declaring:
    locale, zone = request.path_params["locale"], unit.town.zone
    ways, sent = hands.declaring.ways(unit, dense), hands.declaring.sent(unit, dense)
    place = wrong[0] if wrong else ""
    if wrong and place == "_code" and sent is None:
        place = "_contact"
    kind = WrongDeclaring if wrong else Declaring
    return kind(
        service=str(catalogue.texts(unit, dense.held.service, locale)("service.name")),
        name=dense.held.whom.name,
        who=waiting.who,
        statements=dense.statements,
        sent=sent.shown if sent else "",
        at=views.moment(sent.at, locale, zone) if sent else None,
        until=views.moment(sent.until, locale, zone) if sent else None,
        ways=[
            Option(way.id, translate(locale, WAYS[way.channel], to=way.shown), translate(locale, _from(way)))
            for way in ways
        ],
        chosen=ways[0].id if len(ways) == 1 else "",
        action_url=f"/{locale}{_form(dense.held)}/code",
        back_url=f"/{locale}{_form(dense.held)}",
        errors=(FieldError(place, wrong[1].say(locale)),) if wrong else (),
    )


def _from(way: hands.declaring.Way) -> str:
    return KNOWN if way.known else WRITTEN
