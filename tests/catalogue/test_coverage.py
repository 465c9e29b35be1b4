"""Which transitions a run takes, told from its steps alone."""

from typing import Any

from pydantic import TypeAdapter

from app.catalogue.checks.coverage import taken_by
from app.catalogue.runs import Step
from app.workflow import Workflow

WORKFLOW = Workflow.model_validate(
    {
        "functions": {"clerk": "clerk"},
        "start": "received",
        "states": {"received": {}, "vet": {}, "waiting": {}, "lapsed": {"final": "abandoned"}},
        "transitions": [
            {"id": "hard", "from": "received", "to": "vet", "auto": "otherwise"},
            {"id": "ask", "from": "vet", "to": "waiting", "by": "clerk"},
            {"id": "back", "from": "waiting", "to": "vet", "upon": "answered"},
            {"id": "silence", "from": "waiting", "to": "vet", "after": {"profile": "hearing"}},
            {"id": "lapse", "from": "vet", "to": "lapsed", "after": "P30D"},
        ],
    }
)


def taken(*steps: dict[str, Any]) -> set[str]:
    return taken_by(WORKFLOW, TypeAdapter(tuple[Step, ...]).validate_python(steps))


def test_what_opens_by_itself_is_followed_to_the_next_state() -> None:
    assert taken({"state": "vet"}) == {"hard"}


def test_what_is_pressed_is_taken_even_when_no_state_was_named_before() -> None:
    assert taken({"act": "ask"}, {"state": "waiting"}) == {"hard", "ask"}


def test_after_a_wait_time_was_the_reason() -> None:
    assert taken({"act": "ask"}, {"wait": "P40D"}, {"state": "vet"}) == {"hard", "ask", "silence"}


def test_after_an_answer_the_answer_was_the_reason() -> None:
    assert taken({"act": "ask"}, {"act": "back"}, {"state": "vet"}) == {"hard", "ask", "back"}
    assert taken({"act": "ask"}, {"act": "answer"}, {"state": "vet"}) == {"hard", "ask", "back"}


def test_a_transition_that_cannot_be_reached_is_not_taken() -> None:
    assert taken({"act": "back"}) == set()
