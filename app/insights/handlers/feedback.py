"""Was this page easy? A form for everybody, the same for whoever asks: no session is read, and nobody is told apart."""

from datetime import timedelta

from starlette.requests import Request

from app.insights.feedback import giving, subjects
from app.insights.feedback.pages import Asks, Thanks
from app.insights.feedback.subjects import Subject
from app.kit import guard
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.i18n import N_, translate
from app.kit.inputs import Again, Form
from app.kit.pages import Answer, Page, See
from app.kit.views import Named, Option, again_errors

MOST, WITHIN = 60, timedelta(hours=1)
KEPT = N_("Nobody knows that it was you: we keep your answer with the page, the language and the day.")


def new(request: Request, unit: Unit, again: Again | None = None) -> Page:
    """The form about the page one comes from."""
    locale = locale_of(request)
    typed = again.form if again else Form()
    page = typed.get("page") if again else request.query_params.get("page", "")
    about = subjects.of_page(unit, page, locale)
    return Asks(
        errors=again_errors(again, locale),
        title=translate(locale, N_("Tell us about this page")),
        about=named(about, locale),
        question=translate(locale, N_("Was this page easy?")),
        options=options(locale),
        chosen=(typed.get("ease"),),
        words=typed.get("words"),
        most=giving.LONGEST,
        kept=translate(locale, KEPT),
        hidden=(Option("page", about.path),),
        action_url=f"/{locale}/feedback",
    )


def count(request: Request, form: Form) -> None:
    guard.limit(request.state.town, "feedback", guard.client(request), MOST, WITHIN)


def create(request: Request, form: Form, unit: Unit) -> Answer:
    locale = locale_of(request)
    about = subjects.of_page(unit, form.get("page"), locale)
    giving.of_page(unit, about.path, locale, giving.read(form))
    return See(f"/feedback/thanks?page={about.path}" if about.path else "/feedback/thanks")


def thanks(request: Request, unit: Unit) -> Page:
    locale = locale_of(request)
    return Thanks(named(subjects.of_page(unit, request.query_params.get("page", ""), locale), locale))


def named(about: Subject, locale: str) -> Named:
    """What is asked about, and the way back to it."""
    return Named(about.title, f"/{locale}{about.path}" if about.path else "", about.lang, about.dir)


def options(locale: str) -> tuple[Option, ...]:
    return tuple(Option(value, translate(locale, label)) for value, label in giving.EASE.items())
