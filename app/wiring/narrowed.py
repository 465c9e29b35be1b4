"""Somebody works on at the desk while a function is taken away from her: she reads why what she was at is closed."""

from starlette.requests import Request

from app.identity import staff
from app.identity.staffing import factor
from app.kit import db, ended, errors, i18n
from app.kit.actor import Actor
from app.kit.i18n import N_


class Narrowed(errors.Problem):
    """The same for whatever has been closed to her and for what never was: nobody learns what there is."""

    status = 404
    title = N_("We cannot open this page for you")
    words = N_(
        "Your functions here were changed at this time: %(moment)s. Pages that belonged to the earlier ones are closed "
        "to you since then. Nothing was saved just now. If this is a mistake, ask an administrator."
    )


def why(request: Request, lost: errors.NotFound) -> Narrowed | None:
    """What to say instead of `lost` to somebody whose functions were changed lately, with what she typed."""
    actor: Actor | None = getattr(request.state, "actor", None)
    if actor is None or actor.account_id is None or not factor.is_desk(ended.path(request)):
        return None
    with db.read(request.state.town) as unit:
        at = staff.narrowed(unit, actor.account_id)
    if at is None:
        return None
    moment = i18n.format_moment(at, request.state.locale, request.state.town.zone)
    problem = Narrowed(values={"moment": moment}, path="/me", link=N_("My page"))
    problem.typed = lost.typed
    return problem
