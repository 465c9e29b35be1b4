import json
import subprocess
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.kit.rules import RuleError, as_json, compile_rule, compile_rules, evaluate, fields, parts
from tests.kit.rules.conftest import CASES, KINDS, MISTAKES, VECTORS

ROOT = Path(__file__).parents[3]


def compiled(case: dict[str, Any]) -> Any:
    return compile_rule(case["rule"], KINDS, VECTORS["rules"])


@pytest.mark.parametrize("case", CASES)
def test_it_holds_as_the_vectors_say(case: dict[str, Any]) -> None:
    assert evaluate(compiled(case), case["answers"], date.fromisoformat(case["today"])) is case["holds"]


def test_it_holds_on_the_device_as_the_vectors_say() -> None:
    told = [
        {"rule": as_json(compiled(case)), "answers": case["answers"], "today": case["today"]}
        for case in VECTORS["cases"]
    ]
    answer = subprocess.run(
        ["node", ROOT / "tests/kit/rules/run.mjs", (ROOT / "static/js/rules.js").as_uri()],  # noqa: S607
        input=json.dumps(told),
        capture_output=True,
        text=True,
        check=True,
    )
    wrong = [
        case["says"]
        for case, holds in zip(VECTORS["cases"], json.loads(answer.stdout), strict=True)
        if holds is not case["holds"]
    ]
    assert wrong == []


@pytest.mark.parametrize("case", MISTAKES)
def test_it_names_what_is_wrong_and_where(case: dict[str, Any]) -> None:
    with pytest.raises(RuleError) as caught:
        compiled(case)
    assert (caught.value.name, list(caught.value.path)) == (case["error"], case["path"])
    assert caught.value.message.endswith(".")


def test_it_reads_all_named_rules_at_once() -> None:
    good, bad = compile_rules(VECTORS["rules"], KINDS)
    assert set(good) == {"listed_dog", "quiet", "loud"}
    assert {name: problem.name for name, problem in bad.items()} == {"loop": "loop"}


def test_it_knows_which_fields_a_rule_looks_at() -> None:
    rule = {"all": ["quiet", {"some": "others", "where": {"field": "chip", "op": "present"}}]}
    assert fields(compile_rule(rule, KINDS, VECTORS["rules"])) == {"kind", "area", "others", "others.chip"}


def test_it_names_the_parts_of_a_rule_that_asks_for_all_of_them() -> None:
    known = VECTORS["rules"]
    assert parts(compile_rule({"all": ["quiet", "listed_dog"]}, KINDS, known)) == ("quiet", "listed_dog")
    assert parts(compile_rule({"all": ["quiet", known["listed_dog"]]}, KINDS, known)) == ()
    assert parts(compile_rule({"any": ["quiet", "listed_dog"]}, KINDS, known)) == ()
    assert parts(compile_rule("quiet", KINDS, known)) == ()


def test_a_quoted_true_means_the_same_as_true() -> None:
    for value in (True, "true"):
        rule = compile_rule({"field": "agreed", "op": "eq", "value": value}, KINDS)
        assert evaluate(rule, {"agreed": True}, date(2026, 11, 24))
