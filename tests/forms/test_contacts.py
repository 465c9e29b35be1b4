from typing import Any

import pytest

from app.forms import as_text, show, typed
from tests.forms.conftest import ROUNDS, around, field, sent, words, wrong

EMAIL, PHONE = field("email", basis="contact"), field("phone", basis="contact")
ADDRESS = field("address", basis="register")
PLACE = field("address", basis="pickup", street="rounds")
HOME = {"street": "Calle del Ancla", "number": "5", "postcode": "29990", "town": "Puerto Claro"}


@pytest.mark.parametrize(
    ("sent_as", "stored"),
    [
        (" amina@puertoclaro.example ", "amina@puertoclaro.example"),
        ("Amina@PuertoClaro.Example", "Amina@puertoclaro.example"),
        ("ａｍｉｎａ＠ｐｕｅｒｔｏｃｌａｒｏ．ｅｘａｍｐｌｅ", "amina@puertoclaro.example"),
        ("\u200eamina@puertoclaro.example\u200f", "amina@puertoclaro.example"),
        ("josé@correo.example", "josé@correo.example"),
    ],
)
def test_it_takes_an_email_address(sent_as: str, stored: str) -> None:
    assert sent(EMAIL, _=sent_as).answer == stored


@pytest.mark.parametrize("text", ["amina", "amina@", "@x.example", "a b@x.example", "a@localhost", "a@x..example"])
def test_it_refuses_what_is_no_email_address(text: str) -> None:
    assert wrong(sent(EMAIL, _=text)) == {"it": "format"}


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("600 000 014", "+34600000014"),
        ("+34 600-000-014", "+34600000014"),
        ("0034600000014", "+34600000014"),
        ("٦٠٠ ٠٠٠ ٠١٤", "+34600000014"),
        ("＋８８６ ９１２ ３４５ ６７８", "+886912345678"),
        ("951 234 567", "+34951234567"),
    ],
)
def test_it_takes_a_phone_number(text: str, stored: str) -> None:
    assert sent(PHONE, _=text).answer == stored


@pytest.mark.parametrize(
    ("text", "error"),
    [("12", "format"), ("010", "format"), ("call me", "format"), ("600 000 014 ext. 5", "extension"), ("", "required")],
)
def test_it_refuses_what_is_no_phone_number(text: str, error: str) -> None:
    assert wrong(sent(PHONE, _=text)) == {"it": error}


def test_a_phone_is_shown_as_it_is_written_here_and_kept_apart() -> None:
    ((span,),) = show(PHONE, "+34600000014", words("ar"), around())
    assert (span.text, span.apart) == ("600 00 00 14", True)
    assert as_text(show(PHONE, "+886912345678", words(), around())) == "+886 912 345 678"


def test_an_address_is_of_the_town_by_its_name_in_any_language_or_its_postcode() -> None:
    for town, postcode, is_in in (
        ("puerto claro", "28001", True),
        ("晴港", "28001", True),
        ("Pto. Claro", "29990", True),
        ("Madrid", "28001", False),
    ):
        answer = sent(ADDRESS, **{**HOME, "town": town, "postcode": postcode}).answer
        assert (answer["in_town"], answer["town"]) == (is_in, town)


@pytest.mark.parametrize(
    ("change", "errors"),
    [
        ({"street": ""}, {"street": "required"}),
        ({"number": ""}, {"number": "number"}),
        ({"number": "s/n"}, {}),
        ({"postcode": "2999"}, {"postcode": "postcode"}),
        ({"postcode": "99990"}, {"postcode": "postcode"}),
        ({"postcode": "٢٩٩٩٠"}, {}),
        ({"town": ""}, {"town": "town"}),
        ({"floor": "x" * 21}, {"floor": "too_long"}),
        ({"street": "a\x00"}, {"street": "characters"}),
        ({"street": ["a", "b"]}, {"street": "repeated"}),
    ],
)
def test_each_part_of_an_address_has_its_own_error(change: dict[str, Any], errors: dict[str, str]) -> None:
    assert wrong(sent(ADDRESS, **{**HOME, **change})) == errors


def test_a_browser_may_fill_street_and_number_into_one() -> None:
    answer = sent(ADDRESS, **{**HOME, "street": "Calle del Ancla, 5B", "number": ""}).answer
    assert (answer["street"], answer["number"]) == ("Calle del Ancla", "5B")


def test_one_free_line_is_enough() -> None:
    answer = sent(ADDRESS, line="臺北市大安區和平東路一段 1 號").answer
    assert answer == {"line": "臺北市大安區和平東路一段 1 號", "in_town": False, "no_fixed_address": False}


def test_no_fixed_address_is_an_answer_and_says_where_to_leave_word() -> None:
    assert sent(ADDRESS, no_fixed_address="yes", word="Library").answer == {
        "in_town": False, "no_fixed_address": True, "word": "Library",
    }  # fmt: skip
    assert wrong(sent(ADDRESS, no_fixed_address="yes")) == {"word": "word"}


@pytest.mark.parametrize(
    "street", ["Calle del Ancla", "calle ancla", "C/ Ancla", "c. del ancla", "Ancla", "CALLE DEL ÁNCLA"]
)
def test_it_finds_the_street_however_it_is_written(street: str) -> None:
    answer = sent(PLACE, street=street, number="5").answer
    assert answer == {
        "street": "Calle del Ancla", "number": "5", "postcode": "29990", "town": "Puerto Claro", "in_town": True,
        "no_fixed_address": False,
    }  # fmt: skip


@pytest.mark.parametrize("street", ["Paseo Maritimo", "Pº Marítimo", "p. marítimo", "paseo marítimo"])
def test_accents_and_short_forms_do_not_count(street: str) -> None:
    known = {**ROUNDS["Paseo Marítimo"], "aliases": "P. Marítimo"}
    about = around(tables={"rounds": {**ROUNDS, "Paseo Marítimo": known}})
    assert sent(PLACE, street=street, number="1", about=about).answer["street"] == "Paseo Marítimo"


def test_a_street_that_is_not_in_the_table_says_what_to_do() -> None:
    near = sent(PLACE, street="Calle del Ankla", number="5")
    assert wrong(near) == {"street": "similar"}
    said = words().error("it", "address", near.errors["it.street"])
    assert said == "We do not know this street. Did you mean: Calle del Ancla?"
    assert wrong(sent(PLACE, street="Quinta Avenida Norte", number="5")) == {"street": "street"}


def test_an_address_is_shown_line_by_line() -> None:
    answer = sent(ADDRESS, **HOME, floor="2", door="B", province="Málaga").answer
    assert as_text(show(ADDRESS, answer, words(), around())) == (
        "Calle del Ancla 5, floor 2, door B, 29990 Puerto Claro, Málaga"
    )


@pytest.mark.parametrize(
    ("one", "answer"),
    [
        (EMAIL, "amina@puertoclaro.example"),
        (PHONE, "+34600000014"),
        (PHONE, "+886912345678"),
        (ADDRESS, {**HOME, "floor": "2", "in_town": True, "no_fixed_address": False}),
        (ADDRESS, {"in_town": False, "no_fixed_address": True, "word": "Library"}),
        (PLACE, {**HOME, "in_town": True, "no_fixed_address": False, "line": "by the gate"}),
    ],
)
def test_a_stored_answer_goes_through_the_page_unchanged(one: Any, answer: Any) -> None:
    parts = {name.removeprefix("it.").replace("it", "_"): list(v) for name, v in typed(one, answer, around()).items()}
    assert sent(one, **parts).answer == answer
