from typing import Any

import pytest
from pydantic import ValidationError

from app.forms import findings, from_yaml, texts_known, texts_needed
from tests.forms.conftest import field, form

TEXT = {"type": "text"}
YES = {"type": "yes_no"}


def found(fields: dict[str, Any], steps: Any = None, rules: Any = None, **more: Any) -> list[tuple[Any, ...]]:
    return [path for path, message in findings(form(fields, steps, **more), rules or {}, ["rounds"])]


def test_a_form_in_order_has_no_findings() -> None:
    assert found({"a": YES, "b": TEXT}, [{"id": "a", "ask": "a"}, {"id": "b", "ask": "b", "when": "yes"}],
                 {"yes": {"field": "a", "op": "eq", "value": "true"}}) == []  # fmt: skip


def test_each_finding_says_what_to_do() -> None:
    for _path, message in findings(form({"a": {"type": "person"}}, [{"id": "review", "ask": "x"}]), {"r": "nobody"}):
        assert message.count(".") >= 2


STEPS = "form", "steps"
FIELDS = "form", "fields"


@pytest.mark.parametrize(
    ("fields", "steps", "path"),
    [
        ({"a": TEXT}, [{"id": "a", "ask": "a"}, {"id": "b", "ask": "b"}], (*STEPS, 1, "ask")),
        ({"a": TEXT, "b": TEXT}, [{"id": "a", "ask": "a"}], (*FIELDS, "b")),
        ({"a": TEXT}, [{"id": "a", "ask": "a"}, {"id": "b", "ask": "a"}], (*STEPS, 1, "ask")),
        ({"a": TEXT, "b": TEXT}, [{"id": "a", "ask": "a"}, {"id": "a", "ask": "b"}], (*STEPS, 1, "id")),
        ({"a": TEXT}, [{"id": "review", "ask": "a"}], (*STEPS, 0, "id")),
        ({"a": TEXT}, [{"id": "a", "ask": "a", "when": "nobody"}], (*STEPS, 0, "when")),
        ({"a": TEXT}, [{"id": "a", "ask": "a", "when": {"field": "a", "op": "present"}}], (*STEPS, 0, "when")),
        (
            {"a": TEXT, "b": TEXT},
            [{"id": "a", "ask": "a", "when": {"field": "b", "op": "present"}}, {"id": "b", "ask": "b"}],
            (*STEPS, 0, "when"),
        ),
    ],
)
def test_it_finds_what_is_wrong_with_steps(fields: Any, steps: Any, path: Any) -> None:
    assert path in found(fields, steps)


def test_a_date_is_not_before_one_that_is_asked_earlier() -> None:
    day, after = {"type": "date"}, {"type": "date", "not_before": "born"}
    place = (*FIELDS, "rabies", "not_before")
    assert found({"born": day, "rabies": after}) == []
    assert found({"rabies": after, "born": day}) == [place], "it is asked later"
    assert found({"born": TEXT, "rabies": after}) == [place], "it is no date"
    assert found({"rabies": after}) == [place], "there is none"


@pytest.mark.parametrize(
    ("spec", "path"),
    [
        ({"type": "file", "max_mb": "13", "max_files": "2"}, ()),
        ({"type": "email"}, ()),
        ({"type": "text", "prefill": "person.self"}, ("prefill",)),
        ({"type": "text", "prefill": "person.shoes"}, ("prefill",)),
        ({"type": "text", "autocomplete": "nickname-of-dog"}, ("autocomplete",)),
        ({"type": "choice", "options": ["x", "x"]}, ("options",)),
        ({"type": "choice", "options": [{"id": "x", "retired": "true"}]}, ("options",)),
        ({"type": "number", "min": "5", "max": "1"}, ("min",)),
        ({"type": "date", "min": "2027-01-01", "max": "2026-01-01"}, ("min",)),
        ({"type": "address", "basis": "b", "street": "nowhere"}, ("street",)),
        ({"type": "date", "choose": {"table": "nowhere", "by": "a", "column": "c"}}, ("choose", "table")),
        ({"type": "date", "choose": {"table": "rounds", "by": "zzz", "column": "c"}}, ("choose", "by")),
        ({"type": "date", "choose": {"table": "rounds", "by": "a", "column": "c"}}, ("choose", "by")),
        ({"type": "declaration", "optional": "true"}, ("optional",)),
        ({"type": "group", "fields": {"p": {"type": "phone"}}}, ("fields", "p")),
    ],
)
def test_it_finds_what_is_wrong_with_a_field(spec: Any, path: Any) -> None:
    assert (*FIELDS, "a", *path) in found({"a": spec})


def test_files_of_25_mb_together_are_enough() -> None:
    assert found({"a": {"type": "file", "max_mb": "5", "max_files": "5"}}) == []


def test_rules_are_checked_with_their_place() -> None:
    assert found({"a": YES}, rules={"r": {"all": [{"field": "a", "op": "eq", "value": "maybe"}]}}) == [
        ("rules", "r", "all", 0, "value")
    ]


def test_not_over_what_may_not_have_been_asked_is_a_surprise() -> None:
    fields = {"a": YES, "b": YES, "c": TEXT}
    steps = [{"id": "a", "ask": "a"}, {"id": "b", "ask": "b", "when": "a_yes"}, {"id": "c", "ask": "c"}]
    a_yes, b_yes = ({"field": name, "op": "eq", "value": "true"} for name in "ab")
    assert found(fields, steps, {"a_yes": a_yes, "bad": {"not": b_yes}}) == [("rules", "bad")]
    good = {"all": [{"field": "b", "op": "present"}, {"not": b_yes}]}
    assert found(fields, steps, {"a_yes": a_yes, "good": good, "sure": {"not": a_yes}}) == []


@pytest.mark.parametrize(
    ("sections", "path"),
    [
        ([{"id": "s", "steps": ["a"]}], (*STEPS, 1)),
        ([{"id": "s", "steps": ["a", "b", "z"]}], ("form", "sections", 0, "steps", 2)),
        ([{"id": "s", "steps": ["b", "a"]}], ("form", "sections")),
        ([{"id": "s", "steps": ["a", "b"]}, {"id": "t", "steps": ["a"]}], ("form", "sections", 1, "steps", 0)),
    ],
)
def test_sections_have_each_step_once_in_order(sections: Any, path: Any) -> None:
    assert path in found({"a": TEXT, "b": TEXT}, sections=sections)


@pytest.mark.parametrize(
    "spec",
    [
        {"type": "colour"},
        {"type": "text", "colour": "red"},
        {"type": "text", "pattern": "["},
        {"type": "text", "max": "many"},
        {"type": "date", "max": "soon"},
        {"type": "date", "max": "PT5H"},
        {"type": "choice", "options": []},
        {"type": "file", "accept": ["exe"]},
        {"type": "identifier", "kinds": ["xx.id"]},
        {"type": "group", "fields": {"x": {"type": "file"}}},
    ],
)
def test_a_field_that_cannot_be_is_refused(spec: Any) -> None:
    with pytest.raises(ValidationError):
        field(**spec)


def test_an_id_is_lower_case_letters_digits_and_underscores() -> None:
    for name in ("Kind", "a-b", "_a", "1a", "a.b", ""):
        with pytest.raises(ValidationError):
            form({name: TEXT})


def test_a_stored_form_reads_back_the_same_with_defaults_left_out() -> None:
    fields = {"a": {"type": "number", "min": "1.50"}, "g": {"type": "group", "fields": {"x": TEXT}}}
    one = form(fields, sections=[{"id": "s", "steps": ["a", "g"]}])
    plain = one.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    assert plain["fields"]["g"] == {"type": "group", "fields": {"x": {"type": "text"}}}
    again = type(one).model_validate(plain)
    assert again == one
    assert again.fields["g"].fields["x"].path == "g.x"  # type: ignore[union-attr]


def test_it_names_the_sentences_a_form_needs_and_those_it_may_have() -> None:
    one = form(
        {
            "kind": {"type": "choice", "options": ["x"]},
            "g": {"type": "group", "fields": {"chip": {"type": "text", "pattern": "[0-9]+"}}},
        }
    )
    needed = {key for key, _path in texts_needed(one)}
    assert needed == {
        "field.kind.label", "field.kind.option.x", "field.g.label", "field.g.chip.label", "field.g.chip.hint",
        "field.g.chip.error.pattern",
    }  # fmt: skip
    assert needed < texts_known(one)
    assert "field.kind.error.required" in texts_known(one)
    assert "field.kind.error.leap" not in texts_known(one)


def test_recorded_runs_write_answers_as_strings() -> None:
    assert from_yaml(field("yes_no"), "true") is True
    assert from_yaml(field("yes_no"), "false") is False
    assert from_yaml(field("choices", options=["a"]), "a") == ["a"]
    assert from_yaml(field("address"), {"street": "X", "in_town": "false"}) == {
        "street": "X", "in_town": False, "no_fixed_address": False,
    }  # fmt: skip
    group = field("group", fields={"tame": YES})
    assert from_yaml(group, [{"_id": "1", "tame": "true"}]) == [{"_id": "1", "tame": True}]
