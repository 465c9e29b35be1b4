"""Questions in people's own words, thirty a language: at least 28 find what they look for in the first three, 24 first.

A question whose answer the town does not have yet counts as soon as it has it; until then for neither side.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from app import catalogue
from app.catalogue.content import often
from app.catalogue.reading import services, texts
from app.catalogue.searching.documents import documents
from app.catalogue.searching.index import Index
from app.kit import db
from app.kit.towns import Town

ROOT = Path(__file__).parents[2]
QUERIES = Path(__file__).parent / "queries"
LOCALES = ("en", "es", "zh-Hant", "ar")
NUMBER, IN_THREE, FIRST = 30, 28, 24


@pytest.fixture
def puerto_claro(town: Town) -> Iterator[db.Unit]:
    with db.write(town) as unit:
        catalogue.import_town(unit, catalogue.load_town(ROOT / "towns" / "puerto-claro"))
    with db.read(town) as unit:
        yield unit


def questions(locale: str) -> list[dict[str, str]]:
    found: list[dict[str, str]] = yaml.safe_load((QUERIES / f"{locale}.yaml").read_text("utf-8"))
    return found


def places(index: Index, known: set[str], locale: str) -> dict[str, int]:
    """The place of what was looked for, by question; 99 where it is not found."""
    found = {}
    for each in questions(locale):
        if each["first"] in known:
            order = [index.documents[hit.number] for hit in index.search(each["ask"])]
            names = [f"{document.kind}:{document.id}" for document in order]
            found[each["ask"]] = names.index(each["first"]) + 1 if each["first"] in names else 99
    return found


def test_people_find_what_they_look_for_in_their_own_words(puerto_claro: db.Unit) -> None:
    told = []
    for locale in LOCALES:
        index = Index(documents(puerto_claro, locale), locale)
        known = {f"{document.kind}:{document.id}" for document in index.documents}
        found = places(index, known, locale)
        assert len(found) >= 6
        missed = [f"{locale}: {asked} ({place})" for asked, place in found.items() if place > 1]
        in_three = sum(place <= 3 for place in found.values()) / len(found)
        first = sum(place == 1 for place in found.values()) / len(found)
        if in_three < IN_THREE / NUMBER or first < FIRST / NUMBER:
            told += missed
    assert not told, "\n".join(told)


def test_what_people_asked_later_is_among_the_first_three(puerto_claro: db.Unit) -> None:
    missed = []
    for locale in LOCALES:
        index = Index(documents(puerto_claro, locale), locale)
        for each in yaml.safe_load((QUERIES / "later" / f"{locale}.yaml").read_text("utf-8")):
            best = [index.documents[hit.number] for hit in index.search(each["ask"])][:3]
            if each["among"] not in [f"{document.kind}:{document.id}" for document in best]:
                missed.append(f"{locale}: {each['ask']}")
    assert not missed


@pytest.mark.parametrize("locale", LOCALES)
def test_what_the_front_page_says_is_searched_for_often_is_found_first(puerto_claro: db.Unit, locale: str) -> None:
    index = Index(documents(puerto_claro, locale), locale)
    known = {service.id: service for service in services(puerto_claro)}
    for id in often(puerto_claro):
        asked = texts(puerto_claro, known[id], locale)("service.words").partition(",")[0]
        first = index.documents[index.search(asked)[0].number]
        assert (first.kind, first.id) == ("service", id), asked


@pytest.mark.parametrize("locale", LOCALES)
def test_there_are_thirty_questions_a_language(locale: str) -> None:
    asked = questions(locale)
    assert len({each["ask"] for each in asked}) == NUMBER
    assert {each["first"].partition(":")[0] for each in asked} >= {"service", "life_event", "office"}
