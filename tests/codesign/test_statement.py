"""The statement says what is known, and no more."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from app import catalogue
from app.catalogue import Text
from app.codesign import conformance
from app.codesign.conformance import Conformance, Criterion
from app.codesign.statement_page import StatementPage, TownPart, page
from app.codesign.statement_words import REASONS, SHORT, STATES, TRIED
from app.codesign.statements import KnownBarrier
from app.kit import db
from app.kit.i18n import LOCALES, format_day, translate
from app.kit.pages import Here, alternates, render
from app.kit.towns import Town
from app.kit.views import day
from tests.codesign.reporting import place, report
from tests.towns import Client

TODAY = date(2026, 11, 29)
TOWN = TownPart("Puerto Claro", "", Text(""))
HEADINGS = (
    ("en", "Accessibility statement"),
    ("es", "Declaración de accesibilidad"),
    ("zh-Hant", "無障礙聲明"),
    ("ar", "بيان إمكانية الوصول"),
)


def made(known: Conformance, *reported: KnownBarrier, locale: str = "en") -> StatementPage:
    return page(known, reported, "", TOWN, locale)


def clean(**changes: str) -> Conformance:
    """All of it tested to its end, but for these criteria."""
    known = conformance.known()
    criteria = [replace(one, state=changes.get(one.number, "supports")) for one in known.criteria]
    return replace(known, whole=not changes, criteria=tuple(criteria))


def barrier(number: str, component: str = "List of services") -> KnownBarrier:
    named = {one.number: f"{one.number} {one.names['en']}" for one in conformance.known().criteria}
    return KnownBarrier(component, number, named.get(number, ""), "Somebody could not do it", day(TODAY, "en", "long"))


def read(client: Client, locale: str) -> str:
    answer = client.get(f"/{locale}/accessibility")
    assert answer.status_code == 200
    return unescape(answer.text)


@pytest.mark.parametrize("locale", LOCALES)
def test_it_names_each_criterion_once_in_the_language_of_the_page(client: Client, locale: str) -> None:
    html = read(client, locale)
    for one in conformance.known().criteria:
        assert html.count(f"<dt><bdi>{one.number}</bdi> {one.names[locale]}</dt>") == 1


@pytest.mark.parametrize("locale", LOCALES)
def test_it_says_when_and_on_how_much_it_was_tested(client: Client, locale: str) -> None:
    html, known = read(client, locale), conformance.known()
    assert format_day(known.day, locale, "long") in html
    for number in (known.pages, known.views, known.modes):
        assert f"<dd>{number}</dd>" in html


def test_it_says_what_the_town_adds_and_where_to_report_and_to_complain(client: Client) -> None:
    html = read(client, "en")
    assert "Royal Decree 1112/2018" in html
    assert '<h2 id="report">Feedback and contact</h2>' in html
    assert "<h2>Enforcement procedure</h2>" in html
    assert "/en/accessibility/barrier" in html
    assert "Ombudsman" in html


def test_it_says_that_no_person_has_tested_as_long_as_none_has(client: Client) -> None:
    html = read(client, "en")
    assert not any(conformance.known().tried.values())
    assert "No person has tested these pages yet." in html
    assert "conform partially" in html
    assert "conform fully" not in html


def test_what_a_person_tested_is_said_with_its_day() -> None:
    known = conformance.known()
    tried = made(replace(known, tried=known.tried | {"voice": date(2026, 11, 20)})).tried
    assert [str(line.on) for line in tried if line.on] == ["20 November 2026"]


def test_what_programs_found_is_named() -> None:
    [one] = made(clean(**{"1.4.3": "in the way"}), locale="es").failing
    assert one.criterion == "1.4.3 Contraste (mínimo) (nivel AA)"
    assert one.since is None


def test_a_reported_barrier_fails_its_criterion_in_counts_lines_status_and_reason() -> None:
    said = made(clean(), barrier("2.4.7"))
    assert [(one.component, one.reason) for one in said.failing] == [("List of services", "Somebody could not do it")]
    assert {state.text: state.number for state in said.states}["Something is in the way"] == 1
    lines = {line.number: line.said for level in said.levels for line in level.lines}
    assert lines["2.4.7"] == "Something is in the way"
    assert "conform partially" in said.compliance
    assert said.why == "We say “partially” because of the barriers listed below."


@pytest.mark.parametrize(
    ("known", "reported", "compliance", "why"),
    [
        (clean(), (), "conform fully", ""),
        (clean(), ("",), "conform fully", ""),
        (clean(), ("1.4.8",), "conform fully", ""),
        (clean(**{"1.1.1": "in part"}), (), "conform partially", "because not all of it has been tested yet."),
        (clean(**{"1.1.1": "in the way"}), (), "conform partially", "because of the barriers listed below."),
        (clean(**{"1.1.1": "not tested"}), ("2.4.7",), "conform partially", "below, and because not all of it"),
        (
            replace(clean(), criteria=tuple(replace(one, state="in the way") for one in clean().criteria)),
            (),
            "do not conform",
            "in the way of most criteria. The barriers",
        ),
    ],
)
def test_the_status_and_its_reason_follow_from_what_is_known(
    known: Conformance, reported: tuple[str, ...], compliance: str, why: str
) -> None:
    said = made(known, *map(barrier, reported))
    assert compliance in said.compliance
    assert why in said.why
    assert bool(why) == bool(said.why)


def version(town: Town) -> str:
    with db.read(town) as unit:
        return catalogue.content_version(unit)


def test_an_open_barrier_and_a_report_that_waits_stand_in_the_statement(
    comes_as: Callable[..., Client], settle: Callable[..., int], town: Town
) -> None:
    before, failing = version(town), conformance.known().counts()["in the way"]
    reference = report(comes_as())
    settle()
    assert version(town) != before, "what is kept of public pages would not say it"
    assert "1 report waits for a first look." in read(comes_as(), "en")
    assert place(comes_as("clara"), reference, "date-window", "2.4.7").status_code == 303
    html = read(comes_as(), "en")
    assert "waits for a first look" not in html
    assert "<dt><bdi>2.4.7</bdi> Focus Visible</dt><dd>Something is in the way</dd>" in html
    assert f"<dt>Something is in the way</dt><dd>{failing + 1}</dd>" in html
    assert "because of the barriers listed below" in html


@pytest.mark.parametrize(("locale", "heading"), HEADINGS)
def test_it_has_the_form_of_the_model_statement(client: Client, locale: str, heading: str) -> None:
    html = read(client, locale)
    assert f"<h1>{heading}</h1>" in html
    wanted = (
        "Compliance status", "Content that is not accessible", "(a) What does not meet the rules",
        "(b) Disproportionate burden", "(c) What the law does not cover", "Preparation of this statement",
    )  # fmt: skip
    places = [html.index(f">{translate(locale, words)}</h") for words in wanted]
    places += [html.index('<h2 id="report">'), html.index("mailto:")]
    assert places == sorted(places)


def test_mails_and_the_screen_reader_are_told_as_they_were_looked_at(client: Client) -> None:
    known, html = conformance.known(), read(client, "en")
    assert "No person has tested our mails and printed letters yet." in html
    assert (f"Programs have: {known.posted} kinds of them." in html) == bool(known.posted)
    assert ("one screen reader, Orca, on one system" in html) == bool(known.by_ear)


def test_every_criterion_that_the_law_asks_for_is_counted_once() -> None:
    said = made(conformance.known())
    assert said.asked == sum(state.number for state in said.states) == 55
    assert (said.aimed, said.highest) == (21, 31)


def test_there_are_words_for_each_state_reason_and_procedure() -> None:
    known = conformance.known()
    assert set(known.tried) == set(TRIED)
    for one in known.criteria:
        assert one.state in STATES or one.state == "not promised"
        assert one.state in SHORT or one.why in REASONS, one.number


def test_a_criterion_that_nobody_tested_is_never_said_to_be_tested() -> None:
    found = {"level": "A", "name": {}, "claimed": True, "in_part": False, "why": ""}
    states = {result: conformance.state(found | {"result": result}) for result in ("not tested", "supports")}
    assert states == {"not tested": "not tested", "supports": "supports"}
    assert conformance.state(found | {"result": "not tested", "in_part": True}) == "in part"
    assert conformance.state(found | {"result": "does not support"}) == "in the way"
    assert isinstance(conformance.known().criteria[0], Criterion)


@pytest.mark.parametrize("locale", LOCALES)
def test_it_says_when_programs_took_several_days_and_left_out_a_language(locale: str) -> None:
    known = conformance.known()
    whole, apart = replace(known, since=None, partly=0), replace(known, since=date(2026, 11, 27), partly=347)
    here = Here(locale, "/accessibility", "Puerto Claro", alternates(locale, "/accessibility"))
    html = {one.since: unescape(render(locale, made(one, locale=locale), here)) for one in (whole, apart)}
    first = format_day(date(2026, 11, 27), locale, "long")
    for words in (first, "<dd>347</dd>"):
        assert (words in html[None], words in html[apart.since]) == (False, True)
