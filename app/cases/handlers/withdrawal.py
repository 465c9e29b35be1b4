"""Taking a request back."""

from starlette.requests import Request

from app import catalogue
from app.cases import addressees, messaging, queries, withdrawing
from app.cases.helping import naming, reaching
from app.cases.pages import Withdrawal
from app.kit import views
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form, text
from app.kit.pages import Page, See


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    locale = request.path_params["locale"]
    case = queries.own_case(unit, request.state.actor, request.path_params["reference"])
    if withdrawing.withdrawal(unit, case) is None:
        raise withdrawing.TooLate(path=f"/cases/{case.reference}", link=N_("Go to your case"))
    service = catalogue.version(unit, case.version)
    happens = (
        N_("The office stops working on it at once."),
        N_("It cannot be undone. You can apply again at any time."),
        N_("What you sent stays in the record of this case."),
    )
    return Withdrawal(
        service=str(catalogue.texts(unit, service, locale)("service.name")),
        reference=case.reference,
        case_url=f"/{locale}/cases/{case.reference}",
        what_happens=tuple(translate(locale, words) for words in happens),
        reason_asked=True,
        reason=again.form.get("reason") if again else "",
        errors=views.again_errors(again, locale),
        action_url=f"/{locale}/cases/{case.reference}/withdrawal",
    )


def create(request: Request, form: Form, unit: Unit) -> See:
    actor = request.state.actor
    case = queries.own_case(unit, actor, request.path_params["reference"])
    reason = text(form, "reason", most=2000)
    if reason:
        actor = reaching.acting(unit, actor)
        who = naming.signature(unit, actor, addressees.person_name(unit, case))
        messaging.write(unit, case, actor, who, reason, ours=False)
    withdrawing.withdraw(unit, case, actor)
    return See(f"/cases/{case.reference}", said="withdrawn")
