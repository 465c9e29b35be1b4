"""Was it easy? Once after sending and once when the case is closed, by a link that does not say whose case it was."""

from starlette.requests import Request

from app import catalogue
from app.cases import easy
from app.insights.feedback import giving
from app.insights.feedback.pages import Asks
from app.insights.handlers.feedback import options
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.errors import NotFound
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form
from app.kit.pages import Answer, See
from app.kit.unkept import keep_not
from app.kit.views import Named, again_errors

QUESTION = {
    easy.APPLYING: N_("Was this form easy?"),
    easy.DECISION: N_("Was all of it easy, from the form to the end?"),
}
KEPT = N_("Nobody knows that it was you: we keep your answer with the service, the language and the month.")
THANKS = See("/feedback/thanks")


def new(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    """The form; thanks where it was answered already, or too long ago."""
    keep_not(request)
    asked, locale = _asked(request, unit), locale_of(request)
    if not easy.is_open(unit, asked):
        return THANKS
    typed = again.form if again else Form()
    return Asks(
        errors=again_errors(again, locale),
        title=translate(locale, N_("Tell us how it went")),
        about=_named(unit, asked.service, locale),
        question=translate(locale, QUESTION[asked.step]),
        options=options(locale),
        chosen=(typed.get("ease"),),
        words=typed.get("words"),
        most=giving.LONGEST,
        kept=translate(locale, KEPT),
        hidden=(),
        action_url=request.url.path,
    )


def create(request: Request, form: Form, unit: Unit) -> Answer:
    """Keep it, once."""
    asked = _asked(request, unit)
    if easy.is_open(unit, asked):
        giving.of_case(unit, asked.service, asked.step, locale_of(request), giving.read(form))
        easy.close(unit, asked)
    return THANKS


def _asked(request: Request, unit: Unit) -> easy.Asked:
    asked = easy.read(unit, request.path_params["token"])
    if asked is None:
        raise NotFound
    return asked


def _named(unit: Unit, service_id: str, locale: str) -> Named:
    """The service as it is called now, "" for one that is no more."""
    service = catalogue.service(unit, service_id)
    if service is None:
        return Named("", "")
    name = catalogue.texts(unit, service, locale)("service.name")
    return Named(str(name), "", name.lang, name.dir)
