from html.parser import HTMLParser
from typing import Any

import pytest

from app.forms import Problem, controls, parse, question, typed
from app.kit.i18n import LOCALES
from app.kit.templates import environment
from tests.forms.conftest import ROUNDS, around, field, words

FILE = {"blob": "b1", "name": "póliza.pdf", "type": "application/pdf", "size": 5000, "sha256": "0" * 64}
ADDRESS = {"street": "Calle del Ancla", "number": "5", "postcode": "29990", "town": "X", "no_fixed_address": False}
FIELDS: dict[str, tuple[Any, Any]] = {
    "text": (field("text", pattern="[0-9]{15}"), "724000000000001"),
    "long_text": (field("long_text", optional="true"), "One\n<b>two</b>"),
    "number": (field("number"), "3"),
    "money": (field("money"), {"amount": "123450", "currency": "EUR"}),
    "iban": (field("iban", basis="x"), "ES9121000418450200051332"),
    "month": (field("month"), "2024-03"),
    "time": (field("time"), "14:30"),
    "organisation": (
        field("organisation"),
        {"name": "O'Neil, S.L.", "identifier": {"kind": "es.nif", "value": "B12345674"}},
    ),
    "choice": (field("choice", options=["a", "b"]), "b"),
    "choices": (field("choices", options=["a", "b"]), ["a"]),
    "yes_no": (field("yes_no"), False),
    "date": (field("date", autocomplete="bday"), "1985-03-27"),
    "day": (field("date", choose={"table": "rounds", "by": "place.street", "column": "weekday"}), "2026-12-01"),
    "person": (
        field("person", basis="x", prefill="person.self"),
        {"name": "O'Neil", "born": "1985-03-27", "identifier": {"kind": "passport", "value": "AB1234"}},
    ),
    "address": (field("address", basis="x"), {**ADDRESS, "floor": "2"}),
    "street": (field("address", basis="x", street="rounds"), ADDRESS),
    "email": (field("email", basis="x"), "a@b.example"),
    "phone": (field("phone", basis="x"), "+34600000014"),
    "position": (
        field("position", basis="x"),
        {"words": "By the <b>stop</b>", "position": {"latitude": "36.70012", "longitude": "-4.2", "accuracy": 12}},
    ),
    "nowhere yet": (field("position", basis="x"), {"words": ""}),
    "identifier": (field("identifier", basis="x"), {"kind": "es.dni", "value": "12345678Z"}),
    "file": (field("file", max_files="2", max_mb="5"), [FILE]),
    "full": (field("file"), [FILE]),
    "declaration": (field("declaration"), True),
    "group": (
        field("group", fields={"chip": {"type": "text"}}),
        [{"_id": "a", "chip": "1"}, {"_id": "b", "chip": "2"}],
    ),
    "note": (field("note"), None),
}


class Page(HTMLParser):
    """What matters for assistive technology: ids, what points to them, names, headings."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.pointed: list[str] = []
        self.inputs: list[dict[str, str | None]] = []
        self.labelled: set[str | None] = set()
        self.headings = 0
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        has = dict(attrs)
        if has.get("id"):
            self.ids.append(str(has["id"]))
        for name in ("aria-describedby", "for", "list"):
            self.pointed += (has.get(name) or "").split()
        if tag == "label":
            self.labelled.add(has.get("for"))
        if tag in ("input", "textarea") and has.get("type") != "hidden":
            self.inputs.append(has)
        self.headings += tag == "h1"


def drawn(name: str, locale: str, answered: bool, alone: bool = True, raw: dict[str, list[str]] | None = None) -> str:
    one, answer = FIELDS[name]
    answers = {"it": answer} if answered else {}
    about = around(locale=locale, answers={"place": {"street": "Calle del Ancla"}, **answers})
    said = words(locale, it__label="What is it?", it__hint="A hint & more", it__text="One.\n\nTwo.")
    was, errors = (typed(one, answer, about), {}) if answered else ({}, {})
    if raw is not None:
        outcome = parse(one, raw, about)
        was, errors = outcome.typed, dict(outcome.errors)
    draw = question if alone else controls
    template = environment(locale).from_string(
        '{% from "forms/field.html" import field %}{% for one in fields %}{{ field(one) }}{% endfor %}'
    )
    return template.render(fields=draw(one, was, errors, said, about))


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("name", FIELDS)
def test_everything_is_named_and_tied_together(name: str, locale: str) -> None:
    for html in (drawn(name, locale, True), drawn(name, locale, False), drawn(name, locale, False, raw={})):
        page = Page(html)
        assert len(page.ids) == len(set(page.ids))
        assert set(page.pointed) <= set(page.ids)
        assert page.headings == 1
        assert {one["id"] for one in page.inputs} <= page.labelled
        assert "<script" not in html
        assert "None" not in html


def test_only_a_question_that_stands_alone_is_the_heading() -> None:
    for name in FIELDS:
        assert Page(drawn(name, "en", False, alone=False)).headings == 0


@pytest.mark.parametrize("name", [name for name in FIELDS if name not in ("note", "full", "street", "long_text")])
def test_a_missing_answer_is_said_once_at_the_field(name: str) -> None:
    html = drawn(name, "en", False, raw={})
    assert 'class="error"' in html
    errors = parse(FIELDS[name][0], {}, around()).errors
    assert html.count('class="error"') == len(errors)
    assert set(Page(html).ids) >= {"q-" + name.replace(".", "-") for name in errors}


def test_what_is_wrong_in_a_date_marks_the_two_inputs_and_describes_the_group_by_its_hint() -> None:
    html = drawn("date", "en", False, raw={"it.day": ["31"], "it.month": ["2"], "it.year": ["1985"]})
    page = Page(html)
    wrong = [one["id"] for one in page.inputs if one.get("aria-invalid") == "true"]
    assert wrong == ["q-it-day", "q-it-month"]
    assert {one["aria-describedby"] for one in page.inputs if "aria-describedby" in one} == {"q-it-error"}
    assert '<fieldset class="field" id="q-it" aria-describedby="q-it-hint">' in html


def test_the_parts_of_a_date_stand_in_the_order_of_the_language() -> None:
    for locale, order in (("en", ["day", "month", "year"]), ("zh-Hant", ["year", "month", "day"])):
        names = [one["name"] for one in Page(drawn("date", locale, True)).inputs]
        assert names == [f"it.{part}" for part in order]


def test_what_was_typed_is_escaped_and_shown_again() -> None:
    html = drawn("text", "en", False, raw={"it": ['"><script>alert(1)</script>']})
    assert 'value="&#34;&gt;&lt;script&gt;alert(1)&lt;/script&gt;"' in html
    assert "One\n&lt;b&gt;two&lt;/b&gt;</textarea>" in drawn("long_text", "en", True)


def test_a_declaration_is_never_ticked_beforehand() -> None:
    assert "checked" not in drawn("declaration", "en", True)


def test_browsers_may_fill_in_what_is_about_the_person_herself() -> None:
    tokens = {
        one["name"]: one["autocomplete"] for one in Page(drawn("person", "en", True)).inputs if "autocomplete" in one
    }
    assert tokens["it.name"] == "name"
    assert [tokens[f"it.born.{part}"] for part in ("day", "month", "year")] == ["bday-day", "bday-month", "bday-year"]


def test_the_streets_of_the_table_are_suggested() -> None:
    html = drawn("street", "en", False)
    assert all(f'<option value="{street}">' in html for street in ROUNDS)


def test_a_file_that_is_there_can_be_removed_by_a_button_that_says_which() -> None:
    html = drawn("file", "en", True)
    assert '<button class="link-button" name="it.remove" value="b1">Remove<span class="unseen"> <bdi>póliza.pdf' in html
    assert 'type="file"' in html
    assert 'type="file"' not in drawn("full", "en", True)


def test_an_error_that_is_not_at_an_input_has_a_place_to_go_to() -> None:
    one, answer = FIELDS["group"]
    shown = controls(
        one, {}, {"it": Problem("too_many", {"count": 9, "max": 1})}, words(), around(answers={"it": answer})
    )
    html = (
        environment("en").from_string('{% from "forms/field.html" import field %}{{ field(one) }}').render(one=shown[0])
    )
    assert "Keep at most 1." in html
    assert 'id="q-it"' in html
