from datetime import date
from typing import Any

import pytest

from app.forms import as_text, show
from tests.forms.conftest import around, field, sent, words, wrong

IDENTIFIER = field("identifier", basis="register")
PERSON = field("person", basis="register")


@pytest.mark.parametrize(
    ("kind", "typed", "stored"),
    [
        ("es.dni", "12345678z", "12345678Z"),
        ("es.dni", "12.345.678-Z", "12345678Z"),
        ("es.dni", "١٢٣٤٥٦٧٨Z", "12345678Z"),
        ("es.dni", "１２３４５６７８Ｚ", "12345678Z"),
        ("es.nie", "x-1234567-l", "X1234567L"),
        ("tw.id", "A123456789", "A123456789"),
        ("tw.arc", "A800000014", "A800000014"),
        ("tw.arc", "AB23456789", "AB23456789"),
        ("passport", "ab 123456", "AB123456"),
    ],
)
def test_it_takes_the_number_of_a_document(kind: str, typed: str, stored: str) -> None:
    outcome = sent(IDENTIFIER, kind=kind, value=typed)
    assert (outcome.answer, wrong(outcome)) == ({"kind": kind, "value": stored}, {})


@pytest.mark.parametrize(
    ("kind", "typed", "errors"),
    [
        ("es.dni", "12345678A", {"value": "check"}),
        ("es.dni", "X1234567L", {"value": "es.dni"}),
        ("es.nie", "X1234567A", {"value": "check"}),
        ("es.nie", "12345678Z", {"value": "es.nie"}),
        ("tw.id", "A123456788", {"value": "check"}),
        ("tw.id", "A323456789", {"value": "tw.id"}),
        ("tw.arc", "A800000015", {"value": "check"}),
        ("tw.arc", "A123456789", {"value": "tw.arc"}),
        ("passport", "12", {"value": "passport"}),
        ("passport", "12/34*5", {"value": "passport"}),
        ("passport", "", {"value": "required"}),
        ("", "12345678Z", {"kind": "kind"}),
        ("", "", {"kind": "kind"}),
        ("es.nif", "12345678Z", {"kind": "kind"}),
    ],
)
def test_it_says_what_is_wrong_with_a_number(kind: str, typed: str, errors: dict[str, str]) -> None:
    assert wrong(sent(IDENTIFIER, kind=kind, value=typed)) == errors


def test_the_letters_of_taiwan_are_not_in_alphabetical_order() -> None:
    """One number a letter that the official table lets pass and an alphabetical one would not."""
    for number in ("I100000003", "O100000004", "W100000001", "X100000009", "Z100000002"):
        assert sent(IDENTIFIER, kind="tw.id", value=number).is_good, number


def test_an_old_certificate_is_good_until_the_end_of_2030() -> None:
    for today, errors in ((date(2030, 12, 31), {}), (date(2031, 1, 1), {"value": "tw.arc"})):
        outcome = sent(IDENTIFIER, kind="tw.arc", value="AB23456789", about=around(today=today))
        assert wrong(outcome) == errors


def test_no_document_is_an_answer() -> None:
    assert sent(IDENTIFIER, kind="none", value="").answer == {"kind": "none", "value": ""}


def test_the_town_says_which_documents_and_passport_or_none_are_always_among_them() -> None:
    about = around(identifiers=("es.dni",))
    assert sent(IDENTIFIER, kind="passport", value="AB123456", about=about).is_good
    assert sent(IDENTIFIER, kind="none", about=about).is_good
    assert wrong(sent(IDENTIFIER, kind="tw.id", value="A123456789", about=about)) == {"kind": "kind"}


GOOD = {
    "name": "Amina Belkacem Ruiz", "born__day": "27", "born__month": "3", "born__year": "1985",
    "identifier__kind": "es.nie", "identifier__value": "X1234567L",
}  # fmt: skip


def test_a_person_is_a_name_a_birth_date_and_a_document() -> None:
    assert sent(PERSON, **GOOD).answer == {
        "name": "Amina Belkacem Ruiz",
        "born": "1985-03-27",
        "identifier": {"kind": "es.nie", "value": "X1234567L"},
    }


@pytest.mark.parametrize(
    "name", ["林\uf9d0", "Jose\u0301 Ruiz", "𠮷野", "達‧魯道瑪", "أمينة بلقاسم", "O'Brien–Núñez", "\ue000", "Ø"]
)
def test_a_name_is_kept_exactly_as_typed(name: str) -> None:
    assert sent(PERSON, **{**GOOD, "name": name}).answer["name"] == name


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        ({"name": ""}, {"name": "required"}),
        ({"name": "123 !"}, {"name": "name"}),
        ({"name": "A\x00"}, {"name": "characters"}),
        ({"name": "A\ud800"}, {"name": "characters"}),
        ({"name": ["A", "B"]}, {"name": "repeated"}),
        ({"name": "x" * 201}, {"name": "too_long"}),
        ({"born__year": "2027"}, {"born.day": "max"}),
        ({"identifier__kind": ""}, {"identifier.kind": "kind"}),
    ],
)
def test_each_part_of_a_person_has_its_own_error(change: dict[str, Any], errors: dict[str, str]) -> None:
    outcome = sent(PERSON, **{**GOOD, **change})
    assert (outcome.answer, wrong(outcome)) == (None, errors)


def test_an_optional_person_may_be_left_out_but_not_half_told() -> None:
    optional = field("person", basis="register", optional="true")
    assert sent(optional).is_good
    assert set(wrong(sent(optional, name="Leo"))) == {"born.day", "identifier.kind"}


def test_a_person_may_be_asked_for_less() -> None:
    assert sent(field("person", asks=["name"]), name="Leo").answer == {"name": "Leo"}


def test_the_parts_of_a_name_from_the_register_stay_while_the_name_does() -> None:
    known = {"name": "Amina Belkacem Ruiz", "parts": {"given": "Amina", "surname1": "Belkacem"}}
    about = around(answers={"it": known})
    assert sent(PERSON, about=about, **GOOD).answer["parts"] == known["parts"]
    assert "parts" not in sent(PERSON, about=about, **{**GOOD, "name": "Amina Belkacem"}).answer


def test_a_person_is_shown_with_what_is_own_kept_apart() -> None:
    lines = show(PERSON, sent(PERSON, **GOOD).answer, words(), around())
    assert as_text(lines) == ("Amina Belkacem Ruiz, Born: 27 March 1985, NIE (foreigner's number in Spain): X1234567L")
    assert [span.text for line in lines for span in line if span.apart] == ["Amina Belkacem Ruiz", "X1234567L"]
