"""One question a page: shown, read, kept; what is wrong is said where it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from starlette.requests import Request

from app import catalogue, forms
from app.cases import drafts, law, prefilling, queries, rows, showing, uploads, wording
from app.cases.alike import finding
from app.cases.form_pages import LATER, Question, WrongQuestion
from app.kit.db import Unit
from app.kit.errors import NotFound
from app.kit.i18n import N_, format_day, translate
from app.kit.inputs import Again, Form
from app.kit.pages import Answer, See
from app.kit.views import FieldError

REVIEW = "review"
KNOWN = N_("From the town's register, known since %(day)s. Is it wrong? Write what is right, and we will check it.")
FOLLOWS = N_("You changed your answer to “%(question)s”. Choose again what goes with it.")
SHARED = N_("Others who report the same can read this answer. Please write no names.")
TOLD = N_("From the account, known since %(day)s. Is it wrong? Write what is right, and we will check it.")


@dataclass(frozen=True)
class Asked:
    """A step of somebody's draft with all that is around it. `row` is "" outside the rows of a group."""

    draft: Any
    service: catalogue.Service
    step: Any
    field: Any
    answers: dict[str, Any]
    around: forms.Around
    words: forms.Words
    locale: str
    row: str
    back: str

    @property
    def here(self) -> str:
        row = f"/{self.row}" if self.row else ""
        return f"/drafts/{self.draft.id}/{self.step.id}{row}"

    def url(self, path: str) -> str:
        return f"/{self.locale}{path}" + (f"?back={REVIEW}" if self.back else "")


def asked(request: Request, unit: Unit) -> Asked:
    """What a request for a step is about, or NotFound."""
    locale = request.path_params["locale"]
    draft = drafts.own(unit, request.state.actor, request.path_params["draft"])
    service = wording.to_reader(unit, request.state.actor, draft.version)
    step = service.form.step(request.path_params["step"])
    given = drafts.answers(unit, draft)
    today = law.calendar(unit).day_of(unit.now)
    if step is None or step not in forms.reachable(service.form, service.rules, given, today):
        raise NotFound
    field = service.form.asked(step)
    row = request.path_params.get("row", "")
    if row and field.type != "group":
        raise NotFound
    around = showing.around(unit, service, locale, given)
    words = showing.words(unit, service, locale)
    back = REVIEW if request.query_params.get("back") == REVIEW else ""
    return Asked(draft, service, step, field, given, around, words, locale, row, back)


def edit(request: Request, unit: Unit, again: Again | None = None) -> Answer:
    """Show a question with what is known of its answer, or as it was typed when a session ended."""
    ask = asked(request, unit)
    if ask.field.type == "group" and not ask.row and not ask.answers.get(ask.step.ask) and ask.field.required:
        return See(f"{ask.here}/new" + (f"?back={REVIEW}" if ask.back else ""))
    typed = _unsent(ask, again.form) if again and ask.field.type != "file" else _typed(unit, ask)
    return _page(request, unit, ask, typed, {}, _notices(request, unit, ask))


def update(request: Request, form: Form, unit: Unit) -> Answer:
    """Keep an answer and go on; or show what is wrong, with everything that was typed."""
    ask = asked(request, unit)
    if ask.row:
        return _keep_row(request, form, unit, ask)
    button, row_id = forms.pressed(ask.field, form.texts) or ("", "")
    if button == "add":
        row_id = rows.NEW
    if button in ("add", "change"):
        return See(f"{ask.here}/{quote(row_id, safe='')}" + (f"?back={REVIEW}" if ask.back else ""))
    received = tuple(form.files.get(ask.field.id, ()))
    outcome = forms.parse(ask.field, form.texts, ask.around, received)
    if ask.field.type == "file":
        uploads.hold(unit, ask.draft.id, received, outcome.answer, ask.answers.get(ask.step.ask))
        drafts.save(unit, ask.draft, {ask.step.ask: outcome.answer})
    if outcome.errors and form.get("then") == LATER:
        return _keep_typed(unit, ask, outcome.typed)
    if outcome.errors:
        return _page(request, unit, _fresh(unit, ask), outcome.typed, outcome.errors, ())
    drafts.save(unit, ask.draft, {ask.step.ask: outcome.answer})
    if button == "remove":
        return See(ask.here + (f"?back={REVIEW}" if ask.back else ""))
    return _onward(unit, ask, form)


def _keep_row(request: Request, form: Form, unit: Unit, ask: Asked) -> Answer:
    outcome = rows.read(ask.field, form, ask.row, ask.around)
    if outcome.errors and form.get("then") == LATER:
        return _keep_typed(unit, ask, outcome.typed)
    if outcome.errors:
        return _page(request, unit, ask, outcome.typed, outcome.errors, ())
    drafts.save(unit, ask.draft, {ask.step.ask: outcome.answer})
    if form.get("then") == LATER:
        return See(f"/drafts/{ask.draft.id}/saved")
    return See(f"/drafts/{ask.draft.id}/{ask.step.id}" + (f"?back={REVIEW}" if ask.back else ""))


def _keep_typed(unit: Unit, ask: Asked, typed: Mapping[str, Sequence[str]]) -> See:
    """Finish later with an answer that is not whole yet: it stands there again, nobody demands it now."""
    kept = {name: list(values) for name, values in typed.items()}
    drafts.save(unit, ask.draft, {drafts.TYPED: {ask.here: kept}})
    return See(f"/drafts/{ask.draft.id}/saved")


def _fresh(unit: Unit, ask: Asked) -> Asked:
    """The same question after something of it was saved."""
    if ask.field.type != "file":
        return ask
    draft = queries.draft(unit, ask.draft.id)
    given = drafts.answers(unit, draft)
    return Asked(draft, ask.service, ask.step, ask.field, given, showing.around(unit, ask.service, ask.locale, given),
                 ask.words, ask.locale, ask.row, ask.back)  # fmt: skip


def _onward(unit: Unit, ask: Asked, form: Form) -> See:
    draft = queries.draft(unit, ask.draft.id)
    given, today = drafts.answers(unit, draft), ask.around.today
    if form.get("then") == LATER:
        return See(f"/drafts/{draft.id}/saved")
    if finding.asks(ask.service, given, ask.step.ask) and finding.cases(unit, ask.service, given):
        return See(f"/drafts/{draft.id}/alike" + (f"?back={REVIEW}" if ask.back else ""))
    flow = (ask.service.form, ask.service.rules, given, today)
    if ask.back:
        step = forms.first_unanswered(*flow)
        return See(f"/drafts/{draft.id}/{step.id}?back={REVIEW}" if step else f"/drafts/{draft.id}/{REVIEW}")
    step = forms.next_step(*flow, ask.step.id)
    return See(f"/drafts/{draft.id}/{step.id if step else REVIEW}")


def _typed(unit: Unit, ask: Asked) -> Any:
    kept = drafts.typed(unit, ask.draft, ask.here)
    if kept:
        return kept
    if ask.row:
        return rows.standing(ask.field, ask.row, ask.around)
    answer = ask.answers.get(ask.step.ask)
    if ask.step.ask not in ask.answers:
        answer = drafts.known(unit, ask.draft, ask.field.id)
    return forms.typed(ask.field, answer, ask.around)


def _unsent(ask: Asked, form: Form) -> Any:
    read = (
        rows.read(ask.field, form, ask.row, ask.around) if ask.row else forms.parse(ask.field, form.texts, ask.around)
    )
    return read.typed


def _notices(request: Request, unit: Unit, ask: Asked) -> tuple[str, ...]:
    """Why it is asked again; who else reads the answer; where a prefilled value comes from, and how to correct it."""
    if name := forms.overtaken(ask.field, ask.answers, ask.row):
        return (translate(ask.locale, FOLLOWS, question=ask.words.label(name)),)
    if (
        ask.field.type in ("position", "text")
        and ask.service.duplicates
        and ask.step.ask in ask.service.duplicates.show
    ):
        return (translate(ask.locale, SHARED),)
    if not ask.field.prefill or ask.step.ask in ask.answers or ask.row:
        return ()
    source = prefilling.source(unit, request.state.actor, ask.field.prefill)
    if source is None or drafts.known(unit, ask.draft, ask.field.id) is None:
        return ()
    day = format_day(source.since, ask.locale)
    return (translate(ask.locale, TOLD if source.source == "self" else KNOWN, day=day),)


def _page(request: Request, unit: Unit, ask: Asked, typed: Any, errors: Any, notices: tuple[str, ...]) -> Question:
    """The page of a question; with errors it has the status 422."""
    flow = (ask.service.form, ask.service.rules, ask.answers, ask.around.today)
    number, total = forms.place(*flow, ask.step.id)
    texts = catalogue.texts(unit, ask.service, ask.locale)
    draw = forms.row_controls if ask.row else forms.question
    controls = draw(ask.field, typed, errors, ask.words, ask.around)
    kind = WrongQuestion if errors else Question
    service = str(texts("service.name"))
    question = ask.words.label(ask.field.path)
    if isinstance(ask.field, forms.Group) and ask.row:
        question = rows.called(ask.field, ask.row, ask.around, ask.words, ask.locale)
    return kind(
        service=service,
        question=question,
        heading="" if getattr(controls[0], "is_heading", False) else question,
        fields=controls,
        errors=_errors(ask, errors),
        notices=notices,
        past=number - 1,
        total=total + 1,
        progress=translate(
            ask.locale, N_("%(service)s: question %(number)s of %(total)s"), service=service, number=number, total=total
        ),
        why=str(texts.get(f"field.{ask.field.id}.why") or ""),
        back_url=_back(ask, flow),
        action_url=ask.url(ask.here),
        multipart=ask.field.type == "file",
        locates=ask.field.type == "position",
    )


def _errors(ask: Asked, errors: Any) -> tuple[FieldError, ...]:
    if ask.row:
        return rows.errors(ask.field, errors, ask.words)
    said = forms.sentences(ask.field, errors, ask.words)
    return tuple(FieldError(forms.html_id(name), words) for name, words in said.items())


def _back(ask: Asked, flow: tuple[Any, Any, Any, Any]) -> str:
    if ask.row and ask.answers.get(ask.step.ask):
        return ask.url(f"/drafts/{ask.draft.id}/{ask.step.id}")
    if ask.back:
        return f"/{ask.locale}/drafts/{ask.draft.id}/{REVIEW}"
    form, rules, given, today = flow
    step = forms.previous_step(form, rules, given, today, ask.step.id)
    if step is None:
        return f"/{ask.locale}/services/{ask.service.slug}"
    return f"/{ask.locale}/drafts/{ask.draft.id}/{step.id}"
