"""One box: people as their names sound or are half remembered, by number, address or phone; cases by reference."""

from collections.abc import Callable

import pytest

from app.kit import db
from app.kit.actor import Actor
from app.kit.towns import Town
from app.people import importing
from app.wiring import keepers
from tests.applying import certificate
from tests.days import today
from tests.desk.cases import copies, words
from tests.desk.people import people_of, search, with_purpose
from tests.towns import Client


@pytest.fixture
def looking(clara: Client) -> Client:
    return with_purpose(clara)


FINDS = {
    "belkasem": ("Amina Belkacem Ruiz", "Boris Belkacem", "Leo Belkacem Navas"),
    "ruis amina": ("Amina Belkacem Ruiz",),
    "bor bel": ("Boris Belkacem",),
    "林": ("林美惠",),
    "美惠": ("林美惠",),
    "mei-hui": ("林美惠 Lin Mei-Hui",),
    "teo": ("Teodoro Salas Pino Teo",),
    "Y-2046817-s": ("Amina Belkacem Ruiz",),
    " AMINA@puertoclaro.example ": ("Amina Belkacem Ruiz",),
    "600 000 014": ("Amina Belkacem Ruiz",),
    "+34 600000014": ("Amina Belkacem Ruiz",),
    "Zyxnobody": ("Nobody found",),
    "de la": ("Nobody found",),
    "%": ("Nobody found",),
    "600 000 099": ("Nobody found",),
}


def test_it_finds_people_as_they_are_remembered(looking: Client) -> None:
    for typed, expected in FINDS.items():
        said = search(looking, typed)
        for each in expected:
            assert each in said, typed
        if len(expected) == 1:
            assert "1 person found" in said or "Nobody found" in said, typed
    assert "3 people found. No name is written so: they are alike." in search(looking, "belkasem")
    said = search(looking, "belkacem")
    assert "3 people found" in said and "written so" not in said
    assert "Born 27 March 1985" in said


def test_the_words_themselves_come_before_what_sounds_alike(looking: Client, town: Town) -> None:
    with db.write(town) as unit:
        named = ("Muñoz Zabala", "Rodrigo Zavala Munos", "Rodrigo Zabala Muñoz")
        importing.import_people(unit, [{"key": str(at), "name": name} for at, name in enumerate(named)])
    said = search(looking, "zabala muñoz")
    order = [said.index(name) for name in ("Muñoz Zabala", "Rodrigo Zabala Muñoz", "Rodrigo Zavala Munos")]
    assert order == sorted(order)


def test_a_common_name_shows_the_first_and_asks_for_a_further_word(looking: Client, town: Town) -> None:
    with db.write(town) as unit:
        named = ["Garza Belmonte", "Garza Belmondo", *(f"Garza Number{at}" for at in range(20))]
        importing.import_people(unit, [{"key": f"g{at}", "name": name} for at, name in enumerate(named)])
    assert "The first 20 people. Add a word to find fewer." in search(looking, "garza")
    assert "2 people found" in search(looking, "garza belmo")
    assert "1 person found Garza Belmonte" in search(looking, "garza belmont")


def test_a_case_is_found_by_its_reference_without_a_purpose(
    comes_as: Callable[..., Client], clara: Client, asked: str
) -> None:
    written = asked.lower().replace("-", " ")
    found = clara.get("/en/desk/search", params={"q": written})
    assert (found.status_code, found.headers["location"]) == (303, f"/en/desk/cases/{asked}")
    short = clara.get("/en/desk/search", params={"q": written.removeprefix("vc")})
    assert short.headers.get("location") == f"/en/desk/cases/{asked}", "the town's letters are left out"
    for who in ("tomas", "vera"):
        unknown = comes_as(who).get("/en/desk/search", params={"q": asked})
        assert unknown.status_code == 404
        assert "We cannot find this case" in unknown.text


def test_it_counts_only_the_cases_that_the_clerk_may_see(
    comes_as: Callable[..., Client], looking: Client, town: Town, asked: str
) -> None:
    copies(town, asked, 2, department="streets")
    assert "1 open case" in search(looking, "amina")
    assert "open case" not in search(with_purpose(comes_as("tomas")), "amina")


def test_two_records_that_are_one_are_found_by_either_name_and_an_erased_one_by_none(
    looking: Client, town: Town
) -> None:
    with db.write(town) as unit:
        made = importing.import_people(
            unit, [{"key": "a", "name": "Zenobia Quill", "latin_name": "Senova"}, {"key": "b", "name": "Zora Quill"}]
        )
        keepers.merge(unit, Actor.system("test"), made["a"], made["b"])
    for typed in ("zenobia quill", "zora quill", "senova"):
        said = search(looking, typed)
        assert "1 person found" in said, typed
        assert "Zora Quill Senova · Zenobia Quill" in said, typed
    with db.write(town) as unit:
        keepers.erase(unit, Actor.system("test"), made["b"])
    assert "Nobody found" in search(looking, "quill")


def test_a_contact_point_that_came_later_is_found(looking: Client, town: Town) -> None:
    rosa = people_of(town)["rosa"]
    with db.write(town) as unit:
        importing.add_contact(unit, rosa, "phone", "+34600000077", "counter", today())
    assert "Rosa Cabello Nieto" in search(looking, "600000077")


def test_the_search_without_words_says_how_to_search(looking: Client) -> None:
    assert "Whom do you look for?" in words(looking.get("/en/desk/search").text)


@pytest.mark.databases("sqlite")
def test_nobody_else_has_the_box(comes_as: Callable[..., Client], town: Town) -> None:
    amina = people_of(town)["amina"]
    for path in ("/desk/search?q=amina", "/desk/purpose", f"/desk/people/{amina}"):
        assert comes_as("dan").get(f"/en{path}").status_code == 404
        for who in ("dolores", "vera"):
            answer = comes_as(who).get(f"/en{path}")
            assert (answer.status_code, answer.headers["location"]) == (303, "/en/me"), path
    vera = comes_as("vera")
    sent = vera.post("/en/desk/purpose", data={"_token": vera.token("/en/me"), "purpose": "look_case"})
    assert sent.status_code == 404


def test_a_person_in_full_shows_the_cases_of_the_clerks_offices_only(
    comes_as: Callable[..., Client], looking: Client, town: Town, amina: Client, asked: str
) -> None:
    [street] = copies(town, asked, 1, department="streets")
    person = f"/en/desk/people/{people_of(town)['amina']}"
    said = words(looking.get(person).text)
    assert asked in said
    assert street not in said
    assert "1 open case with other offices" in said
    assert "amina@puertoclaro.example" in said
    assert "Reads Arabic best." in said
    assert certificate(amina) in words(looking.get(person).text)
    assert looking.get("/en/desk/people/01234567-89ab-7def-8123-456789abcdef").status_code == 404
