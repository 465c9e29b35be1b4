"""The statement says what is known, and no more."""

import re
from dataclasses import replace
from datetime import date
from html import unescape

import pytest

from app.catalogue import Text
from app.codesign import conformance
from app.codesign.conformance import Criterion
from app.codesign.statement_page import REASONS, SHORT, STATES, TRIED, TownPart, page
from app.kit.i18n import LOCALES, format_day
from tests.towns import Client

TOWN = TownPart("Puerto Claro", "", Text(""))


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
    assert re.search(rf"\b{known.pages}\b", re.sub(r"<[^>]+>", " ", html))


def test_it_says_what_the_town_adds_and_where_to_report_and_to_complain(client: Client) -> None:
    html = read(client, "en")
    assert "Royal Decree 1112/2018" in html
    assert '<h2 id="report">' in html
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
    made = page(replace(known, tried=known.tried | {"voice": date(2026, 11, 20)}), (), TOWN, "en")
    assert [str(line.on) for line in made.tried if line.on] == ["20 November 2026"]


def test_what_programs_found_is_named() -> None:
    known = conformance.known()
    wrong = [replace(one, state="in the way") if one.number == "1.4.3" else one for one in known.criteria]
    made = page(replace(known, criteria=tuple(wrong)), (), TOWN, "es")
    assert [(line.number, line.name) for line in made.in_the_way if line.number == "1.4.3"] == [
        ("1.4.3", "Contraste (mínimo)")
    ]


def test_every_criterion_that_the_law_asks_for_is_counted_once() -> None:
    made = page(conformance.known(), (), TOWN, "en")
    assert made.asked == sum(state.number for state in made.states) == 55
    assert (made.aimed, made.highest) == (21, 31)


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
