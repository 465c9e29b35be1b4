import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.forms import as_text, show, typed
from app.forms.folding import for_pattern
from tests.forms.conftest import around, field, sent, words, wrong

TEXT, LONG, YES_NO = field("text", max="20"), field("long_text", max="30"), field("yes_no")
CHIP = field("text", pattern="[0-9]{15}")
KIND = field("choice", options=["dog", "cat", {"id": "exotic", "retired": "true"}])
REACH = field("choices", options=["email", "sms", {"id": "fax", "retired": "true"}], optional="true")
TRUTH = field("declaration")


@pytest.mark.parametrize(
    ("pattern", "text", "stored"),
    [
        ("[0-9]{15}", "724 000 000 000 001", "724000000000001"),
        ("[0-9]{15}", "724-000.000-000 001", "724000000000001"),
        ("[0-9]{15}", "٧٢٤ ٠٠٠ ٠٠٠ ٠٠٠ ٠٠١", "724000000000001"),
        (r"\d{2}-\d{2}", "１２-34", "12-34"),
        (r"\d{2} \d{2}", "12 3-4", "12 34"),
        (r"\d\.\d", "1. 2", "1.2"),
        ("[A-Z.]+", "A.B-C", "A.BC"),
        ("[a-z-]+", "a-b c", "a-bc"),
        ("[A-Z0-9]{6,14}", "b20 004 512", "B20004512"),
    ],
)
def test_a_pattern_sees_folded_digits_and_only_the_signs_it_holds(pattern: str, text: str, stored: str) -> None:
    assert for_pattern(text, pattern) == stored
    assert re.fullmatch(pattern, stored)


def test_the_folded_form_is_what_is_stored() -> None:
    assert sent(CHIP, _="724 000 000 000 001").answer == "724000000000001"
    assert wrong(sent(CHIP, _="724 000 000 000 00")) == {"it": "pattern"}
    assert wrong(sent(CHIP, _="724 000 000 000 001 2")) == {"it": "pattern"}


def test_a_text_without_a_pattern_is_kept_as_typed() -> None:
    assert sent(TEXT, _="  Cafe\u0301 ١٢  ").answer == "Cafe\u0301 ١٢"


@pytest.mark.parametrize("one", [TEXT, LONG, CHIP, KIND, YES_NO, TRUTH, field("number"), field("email", basis="x")])
def test_what_is_required_is_missed(one: Any) -> None:
    assert wrong(sent(one)) == {"it": "required"}
    assert wrong(sent(one, _="")) == {"it": "required"}


@pytest.mark.parametrize("type", ["text", "long_text", "number", "yes_no", "date", "address", "email", "phone"])
def test_what_is_optional_may_be_left_empty(type: str) -> None:
    outcome = sent(field(type, optional="true"), _="")
    assert (outcome.answer, outcome.is_good) == (None, True)


def test_a_long_text_keeps_its_lines_and_counts_them_as_one_letter() -> None:
    assert sent(LONG, _="one\r\ntwo\rthree\n").answer == "one\ntwo\nthree"
    outcome = sent(LONG, _="x" * 42)
    assert (wrong(outcome), outcome.errors["it"].values["over"]) == ({"it": "too_long"}, 12)


def test_a_text_has_one_line() -> None:
    assert wrong(sent(TEXT, _="one\ntwo")) == {"it": "characters"}


@pytest.mark.parametrize(
    ("decimals", "locale", "text", "stored"),
    [
        (0, "en", "40", "40"),
        (0, "en", " 1,000 ", "1000"),
        (0, "es", "1.000", "1000"),
        (0, "es", "1.000.000", "1000000"),
        (0, "es", "1 000", "1000"),
        (0, "ar", "١٬٠٠٠", "1000"),
        (0, "zh-Hant", "４０", "40"),
        (0, "en", "40.0", "40"),
        (2, "es", "2,5", "2.5"),
        (2, "en", "2.50", "2.5"),
        (2, "es", "1.234,56", "1234.56"),
        (2, "en", "1,234.56", "1234.56"),
        (2, "ar", "٢٫٥", "2.5"),
        (3, "es", "1,234", "1.234"),
        (3, "en", "1,234", "1234"),
        (0, "en", "-3", "-3"),
        (0, "en", "-0", "0"),
        (0, "en", "007", "7"),
    ],
)
def test_a_number_is_read_as_the_language_writes_it(decimals: int, locale: str, text: str, stored: str) -> None:
    outcome = sent(field("number", decimals=str(decimals)), _=text, about=around(locale=locale))
    assert (outcome.answer, wrong(outcome)) == (stored, {})


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("many", "format"), ("1e3", "format"), ("1,00,0", "format"), ("1.2.3", "format"), ("NaN", "format"),
        ("Infinity", "format"), ("1" * 16, "format"), ("2.5", "whole"), ("0", "min"), ("6", "max"), ("½", "format"),
    ],
)  # fmt: skip
def test_it_refuses_what_is_no_number_here(text: str, error: str) -> None:
    assert wrong(sent(field("number", min="1", max="5"), _=text)) == {"it": error}


def test_a_choice_takes_what_is_offered_and_nothing_retired() -> None:
    assert sent(KIND, _="dog").answer == "dog"
    assert wrong(sent(KIND, _="exotic")) == {"it": "option"}
    assert wrong(sent(KIND, _=["dog", "cat"])) == {"it": "repeated"}


def test_choices_are_kept_in_the_order_of_the_package_each_once() -> None:
    assert sent(REACH, _=["sms", "email", "sms"]).answer == ["email", "sms"]
    assert sent(REACH).answer is None
    assert wrong(sent(REACH, _=["fax"])) == {"it": "option"}
    assert wrong(sent(field("choices", options=["a"]))) == {"it": "required"}


def test_yes_and_no() -> None:
    assert (sent(YES_NO, _="yes").answer, sent(YES_NO, _="no").answer) == (True, False)
    assert wrong(sent(YES_NO, _="true")) == {"it": "option"}


def test_a_declaration_is_true_or_missing() -> None:
    assert sent(TRUTH, _="yes").answer is True


def test_options_are_shown_in_the_words_of_the_package() -> None:
    said = words(it__option__sms="A text message", it__option__email="E-mail")
    assert as_text(show(REACH, ["email", "sms"], said, around())) == "E-mail, A text message"
    assert as_text(show(YES_NO, False, said, around())) == "No"
    assert as_text(show(field("number"), "1234.5", words(it__unit="m²"), around())) == "1,234.5 m²"


def test_a_package_may_have_its_own_words_for_an_error() -> None:
    problem = sent(field("number", max="5"), _="6").errors["it"]
    assert words().error("it", "number", problem) == "Write 5 or less."
    assert words(it__error__max="At most {max} copies").error("it", "number", problem) == "At most 5 copies"


ANYTHING = st.text(st.characters(), max_size=8) | st.sampled_from(
    ["\x00", "\ud800", "x" * 1_000_000, "９" * 100_000, "\u202e", "%s%(max)s{max}", "<script>", "٣" * 30, "-", "."]
)
EVERY = [
    TEXT, LONG, CHIP, KIND, REACH, YES_NO, TRUTH, field("number", decimals="2"), field("date"),
    field("email", basis="x"), field("phone", basis="x"), field("identifier", basis="x"), field("person", basis="x"),
    field("address", basis="x"), field("address", basis="x", street="rounds"), field("file"), field("note"),
    field("group", fields={"chip": {"type": "text"}}),
    field("date", choose={"table": "rounds", "by": "place.street", "column": "weekday"}),
]  # fmt: skip
PARTS = [
    "_", "day", "month", "year", "name", "born__day", "born__month", "born__year", "kind", "value", "identifier__kind",
    "identifier__value", "street", "number", "postcode", "town", "line", "no_fixed_address", "word", "remove",
]  # fmt: skip


@given(st.sampled_from(EVERY), st.dictionaries(st.sampled_from(PARTS), st.lists(ANYTHING, max_size=2), max_size=6))
def test_nothing_that_a_browser_can_send_raises(one: Any, parts: dict[str, list[str]]) -> None:
    outcome = sent(one, **parts)
    for values in outcome.typed.values():
        for value in values:
            value.encode()
            assert "\x00" not in value
            assert len(value) <= 20_000
    if outcome.answer is not None:
        assert as_text(show(one, outcome.answer, words(), around())) is not None
        typed(one, outcome.answer, around())


@given(st.text(max_size=20))
def test_a_text_goes_through_the_page_unchanged(text: str) -> None:
    outcome = sent(TEXT, _=text)
    if outcome.answer is not None:
        assert outcome.answer == text.strip()
        assert sent(TEXT, _=list(typed(TEXT, outcome.answer, around())["it"])).answer == outcome.answer
