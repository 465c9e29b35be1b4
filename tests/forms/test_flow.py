from datetime import timedelta
from typing import Any

from app.forms import (
    canonical,
    digest,
    first_unanswered,
    next_step,
    place,
    prefilled,
    previous_step,
    reachable,
    recheck,
    submitted,
)  # fmt: skip
from app.kit.rules import compile_rules
from tests.forms.conftest import TODAY, around, form

DOG = form(
    {
        "owner": {"type": "person", "basis": "register", "prefill": "person.self"},
        "kind": {"type": "choice", "options": ["ordinary", "listed"]},
        "insured": {"type": "yes_no"},
        "policy": {"type": "text", "optional": "true"},
        "hint": {"type": "note"},
        "start": {"type": "date", "min": "today"},
    },
    [
        {"id": "owner", "ask": "owner"},
        {"id": "kind", "ask": "kind"},
        {"id": "insured", "ask": "insured", "when": "listed"},
        {"id": "policy", "ask": "policy", "when": {"field": "insured", "op": "eq", "value": "true"}},
        {"id": "hint", "ask": "hint"},
        {"id": "start", "ask": "start"},
    ],
)
RULES, _ = compile_rules({"listed": {"field": "kind", "op": "eq", "value": "listed"}}, DOG.kinds())
OWNER = {"name": "Leo", "born": "2011-05-05", "identifier": {"kind": "none", "value": ""}}
FULL: dict[str, Any] = {
    "owner": OWNER, "kind": "listed", "insured": True, "policy": None, "start": "2026-11-30",
}  # fmt: skip


def ids(answers: dict[str, Any]) -> list[str]:
    return [step.id for step in reachable(DOG, RULES, answers, TODAY)]


def test_a_step_is_reached_when_its_rule_holds() -> None:
    assert ids({}) == ["owner", "kind", "hint", "start"]
    assert ids({"kind": "listed"}) == ["owner", "kind", "insured", "hint", "start"]
    assert ids(FULL) == ["owner", "kind", "insured", "policy", "hint", "start"]


def test_what_was_answered_on_a_path_no_longer_taken_decides_nothing() -> None:
    assert ids({**FULL, "kind": "ordinary"}) == ["owner", "kind", "hint", "start"]


def test_answers_no_longer_reached_leave_the_submission_and_stay_in_the_draft() -> None:
    draft = {**FULL, "kind": "ordinary", "policy": "P-1"}
    assert submitted(DOG, RULES, draft, TODAY) == {"owner": OWNER, "kind": "ordinary", "start": "2026-11-30"}
    assert draft["policy"] == "P-1"


def test_the_next_and_the_previous_step_are_on_the_way() -> None:
    ordinary = {"kind": "ordinary"}
    after, before = next_step(DOG, RULES, ordinary, TODAY, "kind"), previous_step(DOG, RULES, ordinary, TODAY, "hint")
    assert after is not None
    assert before is not None
    assert (after.id, before.id) == ("hint", "kind")
    assert next_step(DOG, RULES, FULL, TODAY, "start") is None
    assert previous_step(DOG, RULES, FULL, TODAY, "owner") is None


def test_one_goes_on_where_something_is_missing() -> None:
    def where(answers: dict[str, Any]) -> str | None:
        step = first_unanswered(DOG, RULES, answers, TODAY)
        return step.id if step else None

    assert where({}) == "owner"
    assert where({"owner": OWNER, "kind": None}) == "kind"
    assert where({name: FULL[name] for name in ("owner", "kind", "insured")}) == "policy"
    assert where(FULL) is None


def test_it_counts_the_questions_on_the_way() -> None:
    assert place(DOG, RULES, {"kind": "listed"}, TODAY, "insured") == (3, 5)


def test_it_takes_over_what_the_town_knows() -> None:
    assert prefilled(DOG, {"person.self": OWNER, "person.phone": "+34600000014"}) == {"owner": OWNER}


def test_stored_answers_are_checked_again_before_they_are_sent() -> None:
    assert recheck(DOG, RULES, FULL, around()) == {}
    late = recheck(DOG, RULES, FULL, around(today=TODAY + timedelta(days=10)))
    assert {step: {name: problem.name for name, problem in errors.items()} for step, errors in late.items()} == {
        "start": {"start.day": "min"}
    }
    assert set(recheck(DOG, RULES, {**FULL, "owner": None}, around())) == {"owner"}


def test_what_was_answered_on_a_path_no_longer_taken_is_not_checked() -> None:
    assert recheck(DOG, RULES, {**FULL, "kind": "ordinary", "insured": "nonsense"}, around()) == {}


def test_the_digest_does_not_depend_on_the_order_but_on_each_letter() -> None:
    one, other = {"a": {"x": 1, "y": "é"}, "b": True}, {"b": True, "a": {"y": "é", "x": 1}}
    assert canonical(one) == '{"a":{"x":1,"y":"é"},"b":true}'.encode()
    assert digest(one) == digest(other)
    assert digest(one) != digest({**one, "a": {"x": 1, "y": "e\u0301"}})
    assert len(digest(one)) == 64
