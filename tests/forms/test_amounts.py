"""Money, accounts, months, times of day, organisations."""

from typing import Any

import pytest

from app.forms import as_text, findings, from_yaml, show, typed
from app.kit.i18n import LOCALES
from tests.forms.conftest import around, field, form, sent, words, wrong

MONEY, ORGANISATION = field("money", max="500000"), field("organisation")
IBAN, MONTH, TIME = field("iban", basis="pay"), field("month", max="today"), field("time", min="08:00", max="20:00")


def euros(minor: int) -> dict[str, str]:
    return {"amount": str(minor), "currency": "EUR"}


@pytest.mark.parametrize(
    ("locale", "text", "minor"),
    [
        ("en", "1234.5", 123450), ("en", "1,234.50", 123450), ("en", "€1,234", 123400), ("en", "1.234", 123400),
        ("es", "1.234,50 €", 123450), ("es", "12,5", 1250), ("es", "1 234 euros", 123400), ("es", "0", 0),
        ("ar", "١٬٢٣٤٫٥٠", 123450), ("ar", "١٢ يورو", 1200), ("ar", "۱۲", 1200), ("zh-Hant", "１，２３４．５", 123450),
        ("zh-Hant", "12歐元", 1200), ("en", "EUR 12", 1200), ("en", "007", 700),
    ],
)  # fmt: skip
def test_an_amount_is_read_as_the_language_writes_it_and_kept_in_cents(locale: str, text: str, minor: int) -> None:
    outcome = sent(MONEY, _=text, about=around(locale=locale))
    assert (outcome.answer, wrong(outcome)) == (euros(minor), {})


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "required"), ("much", "format"), ("€", "format"), ("1.2.3", "format"), ("12.345.6", "format"),
        ("12.3456", "decimals"), ("-1", "min"), ("5000.01", "max"), ("1e3", "format"), ("9" * 16, "format"),
        ("12 $ and 3", "format"),
    ],
)  # fmt: skip
def test_it_refuses_what_is_no_amount_here(text: str, error: str) -> None:
    assert wrong(sent(MONEY, _=text)) == {"it": error}


def test_a_currency_has_the_decimals_that_it_has() -> None:
    assert sent(field("money", currency="JPY"), _="1,234").answer == {"amount": "1234", "currency": "JPY"}
    assert wrong(sent(field("money", currency="JPY"), _="12.5")) == {"it": "whole"}
    assert sent(field("money", currency="KWD"), _="1.2345").errors["it"].name == "decimals"
    assert sent(field("money", min="-10000"), _="−12.50").answer == euros(-1250)
    with pytest.raises(ValueError, match="three letters"):
        field("money", currency="EURO")


@pytest.mark.parametrize("locale", LOCALES)
def test_what_is_kept_comes_back_as_it_was(locale: str) -> None:
    for one, answer in (
        (MONEY, euros(123450)), (MONEY, euros(7)), (IBAN, "ES9121000418450200051332"), (MONTH, "2026-03"),
        (TIME, "09:05"), (ORGANISATION, {"name": "Sí, S.L.", "identifier": {"kind": "none", "value": ""}}),
    ):  # fmt: skip
        about = around(locale=locale)
        raw = {name.removeprefix("it.").replace(".", "__"): text[0] for name, text in typed(one, answer, about).items()}
        assert sent(
            one, about=about, **{("_" if name == "it" else name): text for name, text in raw.items()}
        ).answer == (answer)


def test_amounts_are_shown_to_the_cent_with_their_currency() -> None:
    shown = {locale: as_text(show(MONEY, euros(123450), words(locale), around())) for locale in ("en", "es", "zh-Hant")}
    assert shown == {"en": "€1,234.50", "es": "1.234,50\xa0€", "zh-Hant": "€1,234.50"}
    assert sent(MONEY, _="9999").errors["it"].values["max"].minor == 500000
    problem = sent(MONEY, _="9999").errors["it"]
    assert words("es").error("it", "money", problem) == "Escriba 5.000,00\xa0€ o menos."


def test_runs_write_amounts_as_files_do_and_rules_compare_cents() -> None:
    assert from_yaml(MONEY, "1234.50") == euros(123450)
    with pytest.raises(ValueError, match="minor unit"):
        from_yaml(MONEY, "1234.505")
    kinds = form({"it": {"type": "money"}}).kinds()
    assert (kinds["it.amount"].name, kinds["it.currency"].name) == ("number", "text")


@pytest.mark.parametrize(
    "text", ["ES91 2100 0418 4502 0005 1332", "es91-2100-0418-4502-0005-1332", "IBAN ES9121000418450200051332"]
)
def test_an_account_is_read_as_it_is_printed(text: str) -> None:
    assert sent(IBAN, _=text).answer == "ES9121000418450200051332"
    assert as_text(show(IBAN, "ES9121000418450200051332", words(), around())) == "ES91 2100 0418 4502 0005 1332"


def test_an_account_of_another_country_and_other_digits_fit_too() -> None:
    assert sent(IBAN, _="DE89 3704 0044 0532 0130 00").is_good
    assert sent(IBAN, _="ES٩١ ٢١٠٠ ٠٤١٨ ٤٥٠٢ ٠٠٠٥ ١٣٣٢").answer == "ES9121000418450200051332"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "required"), ("2100 0418 45", "format"), ("ES91 2100 0418 4502 0005 1331", "check"), ("ES91", "format"),
        ("ZZ91 2100 0418 4502 0005 1332", "check"), ("ES91 2100 0418 4502 0005 133", "check"),
    ],
)  # fmt: skip
def test_it_refuses_an_account_that_cannot_be(text: str, error: str) -> None:
    assert wrong(sent(IBAN, _=text)) == {"it": error}


@pytest.mark.parametrize(
    ("locale", "month", "year", "stored"),
    [
        ("en", "3", "2024", "2024-03"), ("en", "March", "2024", "2024-03"), ("es", "marzo", "2024", "2024-03"),
        ("ar", "آذار", "٢٠٢٤", "2024-03"), ("zh-Hant", "3月", "113", "2024-03"), ("en", "11", "2026", "2026-11"),
    ],
)  # fmt: skip
def test_a_month_is_read_in_each_language(locale: str, month: str, year: str, stored: str) -> None:
    assert sent(MONTH, month=month, year=year, about=around(locale=locale)).answer == stored


def test_a_month_is_shown_with_its_year() -> None:
    shown = {locale: as_text(show(MONTH, "2024-03", words(locale), around())) for locale in LOCALES}
    assert (shown["en"], shown["es"], shown["zh-Hant"]) == ("March 2024", "marzo de 2024", "民國113年（2024年）3月")


@pytest.mark.parametrize(
    ("month", "year", "errors"),
    [
        ("", "", {"month": "required"}), ("3", "", {"year": "no_year"}), ("", "2024", {"month": "no_month"}),
        ("13", "2024", {"month": "month"}), ("3", "24", {"year": "year"}), ("12", "2026", {"month": "max"}),
    ],
)  # fmt: skip
def test_it_says_what_is_wrong_with_a_month(month: str, year: str, errors: dict[str, str]) -> None:
    assert wrong(sent(MONTH, month=month, year=year)) == errors


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("14:30", "14:30"), ("14.30", "14:30"), ("1430", "14:30"), ("14h30", "14:30"), ("9", "09:00"), ("9h", "09:00"),
        ("2:30 pm", "14:30"), ("12 p.m.", "12:00"), ("下午2時30分", "14:30"), ("下午２：３０", "14:30"),
        ("٢:٣٠ م", "14:30"), ("2:30 مساءً", "14:30"), ("上午9點", "09:00"),
    ],
)  # fmt: skip
def test_a_time_is_read_as_people_write_it(text: str, stored: str) -> None:
    assert sent(TIME, _=text).answer == stored


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("", "required"), ("noon", "format"), ("25:00", "format"), ("14:60", "format"), ("14:3", "format"),
        ("14 pm", "format"), ("0 am", "format"), ("7:59", "min"), ("20:01", "max"), ("14:30:00", "format"),
    ],
)  # fmt: skip
def test_it_says_what_is_wrong_with_a_time(text: str, error: str) -> None:
    assert wrong(sent(TIME, _=text)) == {"it": error}


@pytest.mark.parametrize(
    ("kind", "value", "stored"),
    [("es.nif", "b-12345674", "B12345674"), ("es.nif", "12345678z", "12345678Z"), ("none", "", "")],
)
def test_an_organisation_has_a_name_and_a_number_or_none_yet(kind: str, value: str, stored: str) -> None:
    outcome = sent(ORGANISATION, name="Sí, S.L.", kind=kind, value=value)
    assert outcome.answer == {"name": "Sí, S.L.", "identifier": {"kind": kind, "value": stored}}
    assert as_text(show(ORGANISATION, outcome.answer, words(), around())).startswith("Sí, S.L.")


def test_the_numbers_are_those_of_the_country_unless_the_field_says_others() -> None:
    assert sent(ORGANISATION, name="甲", kind="tw.ubn", value="00501503", about=around(region="TW")).is_good
    assert wrong(sent(ORGANISATION, name="甲", kind="tw.ubn", value="00501503")) == {"kind": "kind"}
    assert sent(field("organisation", kinds=["tw.ubn"]), name="甲", kind="tw.ubn", value="00501503").is_good


@pytest.mark.parametrize(
    ("parts", "errors"),
    [
        ({}, {"name": "required", "kind": "kind"}),
        ({"name": "A", "kind": "es.nif", "value": ""}, {"value": "number"}),
        ({"name": "A", "kind": "es.nif", "value": "B1234567"}, {"value": "es.nif"}),
        ({"name": "A", "kind": "es.nif", "value": "B12345675"}, {"value": "check"}),
        ({"name": "", "kind": "none"}, {"name": "required"}),
        ({"name": "A", "kind": "es.dni"}, {"kind": "kind"}),
    ],
)
def test_it_says_what_is_wrong_with_an_organisation(parts: dict[str, Any], errors: dict[str, str]) -> None:
    assert wrong(sent(ORGANISATION, **parts)) == errors
    assert sent(field("organisation", optional="true")).is_good


def test_an_account_needs_a_purpose_and_bounds_that_fit() -> None:
    bad = form({"it": {"type": "iban"}, "sum": {"type": "money", "min": "5", "max": "4"}})
    said = [finding for _, finding in findings(bad, {})]
    assert any("identifies somebody" in finding for finding in said)
    assert any("`min` is more than `max`" in finding for finding in said)
