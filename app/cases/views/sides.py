"""The two sides of the counter, as the person sees them: what each does, whose turn it is, and her buttons."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from app import catalogue
from app.cases import answers, asking, choosing, companions, contents, law, moving, queries, remaining, showing, timers
from app.cases.merging.reading import MERGED
from app.cases.pages import FileLine
from app.cases.rights import alerting
from app.cases.views import merged
from app.cases.views.asked import said
from app.kit import views
from app.kit.db import Unit
from app.kit.i18n import N_, translate
from app.kit.views import Link

WITHOUT_MAIL = N_("No e-mail address? Come to the window with a document and the reference: a clerk goes on with you.")
"""No step needs an address: who has none cannot sign in, and is not sent away."""


@dataclass(frozen=True)
class Side:
    """One side of the counter: what it does, and whether it is its turn."""

    title: str
    paragraphs: Sequence[str]
    turn: bool
    action: Link | None = None
    more: Sequence[Link] = ()


def unopened(waits: Any, base: str, locale: str) -> Side:
    """Her side while a notification waits: what opening it means, and the one button."""
    button = Link(translate(locale, N_("Open the notification")), f"{base}/notifications/{waits.id}")
    return Side(translate(locale, N_("Your side: it is your turn")), alerting.meaning(waits, locale)[1:], True, button)


def ours(case: queries.Case, office: str, meaning: str, locale: str) -> Side:
    if case.closed_at is not None:
        title = N_("Our side: together with another case") if case.outcome == MERGED else N_("Our side: done")
        return Side(translate(locale, title), meaning.splitlines(), False)
    if case.yours:
        words = translate(locale, N_("%(office)s is waiting for you."), office=office)
        return Side(translate(locale, N_("Our side: we wait")), (words,), False)
    return Side(translate(locale, N_("Our side: %(office)s"), office=office), meaning.splitlines(), True)


def yours(
    unit: Unit,
    case: queries.Case,
    service: catalogue.Service,
    meaning: str,
    base: str,
    locale: str,
    papers: Sequence[FileLine],
) -> Side:
    chooses = _choices(unit, case, service, base, locale)
    if case.closed_at is not None or not case.yours:
        read = Link(translate(locale, N_("Open the document")), papers[0].url) if papers else None
        if (kept := merged.hers(unit, case)) is not None:
            read = Link(translate(locale, N_("Go to your case")), f"/{locale}/cases/{kept.reference}")
        remains = remaining.lines(unit, case, service, locale)
        title = N_("Your side: if you wish") if chooses else N_("Your side: nothing to do")
        return Side(translate(locale, remaining.TITLE if remains else title), remains, False, read, chooses)
    if case.state == moving.TO_PROVE:
        last = law.last_to_prove(unit, case.received_at)
        words = [translate(locale, N_("Sign in until %(day)s. Then our clock starts."), day=views.day(last, locale))]
        if case.account_id is None:
            words.append(translate(locale, WITHOUT_MAIL))
        link = Link(translate(locale, N_("Sign in")), f"/{locale}/sign-in?onward=/cases/{case.reference}")
        return Side(translate(locale, N_("Your side: show who you are")), words, True, link)
    until = timers.waits_until(unit, case, service, answers.current(unit, case.id))
    asked = contents.open_request(unit, case.id)
    label = showing.words(unit, service, locale).label
    lines = [
        *meaning.splitlines(),
        *(said(unit, case, asked, (locale,))[1] if asked else ()),
        *(str(label(name)) for name in (asked.fields if asked else ()) if name in service.form.fields),
    ]
    if until:
        lines.append(translate(locale, N_("Last day: %(day)s."), day=views.day(until, locale)))
    answer = (
        Link(translate(locale, N_("Answer now")), f"{base}/answers") if asked and asking.takes(unit, case) else None
    )
    if chooses and answer is None:
        answer, *chooses = chooses
    if (onward := companions.onward(unit, case)) is not None:
        answer = Link(translate(locale, onward.label), f"/{locale}{onward.path}")
    return Side(translate(locale, N_("Your side: it is your turn")), tuple(lines), True, answer, chooses)


def _choices(unit: Unit, case: queries.Case, service: catalogue.Service, base: str, locale: str) -> Sequence[Link]:
    """What she may decide herself: each on a page of its own."""
    texts = catalogue.texts(unit, service, locale)
    return [
        Link(str(texts(f"transition.{way.id}.label")), f"{base}/choices/{way.id}")
        for way in choosing.choices(unit, case)
    ]
