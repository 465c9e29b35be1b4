"""What import says about a workflow that does not fit together."""

from typing import Any

import pytest

from app.workflow import Workflow, check

DEPARTMENTS = ("civil_registry", "streets")
DOG = {"rules": ("simple",), "letters": ("certificate",), "fields": {"chip": "text"}}
PICKUP = {"rules": (), "letters": (), "fields": {"day": "date", "reach": "choices"}}
TERMS = ("correction", "hearing")


def found(workflow: dict[str, Any], package: dict[str, Any] = DOG, silence_to: str | None = None) -> dict[tuple, str]:
    typed = Workflow.model_validate(workflow)
    findings = check(typed, departments=DEPARTMENTS, terms=TERMS, silence_to=silence_to, **package)
    return {finding.path: finding.message for finding in findings}


def test_the_formats_own_examples_are_clean(dog_yaml: dict[str, Any], pickup_yaml: dict[str, Any]) -> None:
    assert found(dog_yaml, silence_to="registered") == {}
    assert found(pickup_yaml, PICKUP) == {}


def replaced(workflow: dict[str, Any], id: str, **parts: Any) -> int:
    """Replace how a transition opens, and give its number."""
    for number, way in enumerate(workflow["transitions"]):
        if way["id"] == id:
            kept = {key: way[key] for key in ("id", "from", "to")}
            workflow["transitions"][number] = kept | parts
            return number
    raise KeyError(id)


@pytest.mark.parametrize(
    ("id", "parts", "key", "words"),
    [
        ("back", {"upon": "answered", "to": "nowhere"}, "to", "no state “nowhere”"),
        ("back", {"upon": "answered", "from": ["waiting", "limbo"]}, "from", "no state “limbo”"),
        ("back", {"upon": "answered", "from": ["waiting", "refused"]}, "from", "“refused” is final"),
        ("back", {"upon": "paid"}, "upon", "Write one of: answered"),
        ("refuse", {"by": "signer", "passed": "herring"}, "passed", "no state “herring”"),
        ("ask", {"by": "examinor"}, "by", "no function “examinor”"),
        ("simple", {"auto": "simpel"}, "auto", "no rule “simpel”"),
        ("lapse", {"after": {"profile": "holidays"}}, "after", "Write one of: correction, hearing"),
        ("lapse", {"at": {"field": "chip", "time": "10:00"}}, "at", "“chip” is no date field"),
    ],
)
def test_a_transition_that_names_what_is_not_there(
    dog_yaml: dict[str, Any], id: str, parts: dict[str, Any], key: str, words: str
) -> None:
    number = replaced(dog_yaml, id, **parts)
    assert words in found(dog_yaml)["workflow", "transitions", number, key]


def test_two_transitions_of_one_id(dog_yaml: dict[str, Any]) -> None:
    dog_yaml["transitions"].append({"id": "grant", "from": "hearing", "to": "registered", "by": "examiner"})
    assert list(found(dog_yaml)) == [("workflow", "transitions", 12, "id")]


def test_a_start_and_a_silence_that_are_not_there(dog_yaml: dict[str, Any]) -> None:
    dog_yaml["start"] = "arrived"
    paths = found(dog_yaml, silence_to="agreed")
    assert "no state “arrived”" in paths["workflow", "start"]
    assert "no state “agreed”" in paths["clock", "silence", "to"]


def test_a_queue_of_a_department_the_town_does_not_have(dog_yaml: dict[str, Any]) -> None:
    dog_yaml["states"]["vet"]["queue"] = "dogs"
    assert found(dog_yaml) == {
        (
            "workflow",
            "states",
            "vet",
            "queue",
        ): "The town has no department “dogs”. Name one of: civil_registry, streets."
    }


def test_a_clock_that_stops_for_nobody(dog_yaml: dict[str, Any]) -> None:
    del dog_yaml["states"]["waiting"]["waits_for"]
    assert list(found(dog_yaml)) == [("workflow", "states", "waiting", "clock")]


def test_a_final_state_in_a_queue(dog_yaml: dict[str, Any]) -> None:
    dog_yaml["states"]["refused"]["queue"] = "civil_registry"
    assert list(found(dog_yaml)) == [("workflow", "states", "refused")]


def test_letters_that_are_not_declared_and_letters_that_nobody_issues(dog_yaml: dict[str, Any]) -> None:
    paths = found(dog_yaml, DOG | {"letters": ("diploma",)})
    assert list(paths) == [("workflow", "states", "registered", "enter", 0, "letter"), ("letters", "diploma")]


def test_channels_and_questions_that_the_form_does_not_have(dog_yaml: dict[str, Any]) -> None:
    dog_yaml["states"]["received"]["enter"] = [{"do": "notify", "message": "received", "channels": "chip"}]
    number = replaced(dog_yaml, "ask", by="examiner", do=[{"do": "request_information", "fields": ["chip", "breed"]}])
    paths = found(dog_yaml)
    assert "no field of type `choices`" in paths["workflow", "states", "received", "enter", 0, "channels"]
    assert "no field “breed”" in paths["workflow", "transitions", number, "do", 0, "fields"]


def test_a_function_that_does_nothing_and_one_with_a_taken_name(dog_yaml: dict[str, Any]) -> None:
    dog_yaml["functions"] |= {"archivist": "clerk", "person": "clerk"}
    paths = found(dog_yaml)
    assert "Nothing is done by “archivist”" in paths["workflow", "functions", "archivist"]
    assert "another name" in paths["workflow", "functions", "person"]


def test_a_state_that_no_case_reaches(dog_yaml: dict[str, Any]) -> None:
    dog_yaml["states"]["archived"] = {"final": "done"}
    assert found(dog_yaml) == {
        ("workflow", "states", "archived"): "No case reaches “archived”. Add a transition to it, or remove it."
    }
    assert found(dog_yaml, silence_to="archived") == {}


def test_a_state_that_no_case_leaves(dog_yaml: dict[str, Any]) -> None:
    del dog_yaml["states"]["lapsed"]["final"]
    assert "No case can leave “lapsed”" in found(dog_yaml)["workflow", "states", "lapsed"]


def test_two_states_that_only_lead_to_each_other(dog_yaml: dict[str, Any]) -> None:
    dog_yaml["states"] |= {"ping": {}, "pong": {}}
    dog_yaml["transitions"] += [
        {"id": "serve", "from": "vet", "to": "ping", "by": "examiner"},
        {"id": "left", "from": "ping", "to": "pong", "by": "examiner"},
        {"id": "right", "from": "pong", "to": "ping", "by": "examiner"},
    ]
    assert list(found(dog_yaml)) == [("workflow", "states", "ping"), ("workflow", "states", "pong")]


def test_a_state_that_a_case_leaves_only_by_a_rule_that_may_not_hold(dog_yaml: dict[str, Any]) -> None:
    replaced(dog_yaml, "hard", auto="simple")
    assert "Add `auto: otherwise`" in found(dog_yaml)["workflow", "states", "received"]


def test_a_transition_after_otherwise_is_never_taken(dog_yaml: dict[str, Any]) -> None:
    dog_yaml["transitions"][:2] = reversed(dog_yaml["transitions"][:2])
    assert "“simple” is never taken" in found(dog_yaml)["workflow", "transitions", 1, "auto"]


def test_automatic_transitions_that_go_round(dog_yaml: dict[str, Any]) -> None:
    dog_yaml["transitions"].append({"id": "again", "from": "vet", "to": "received", "auto": "simple"})
    assert "goes round in a loop" in found(dog_yaml)["workflow", "transitions", 1, "auto"]


def test_a_clerk_may_send_a_case_round(dog_yaml: dict[str, Any]) -> None:
    dog_yaml["transitions"].append({"id": "again", "from": "vet", "to": "received", "by": "examiner"})
    assert found(dog_yaml) == {}


def test_more_automatic_transitions_than_one_event_may_take() -> None:
    ways = [{"id": f"t{n}", "from": f"s{n}", "to": f"s{n + 1}", "auto": "otherwise"} for n in range(21)]
    states: dict[str, Any] = {f"s{n}": {} for n in range(21)} | {"s21": {"final": "done"}}
    package = {"rules": (), "letters": (), "fields": {}}
    assert (
        "More than 20"
        in found({"start": "s0", "states": states, "transitions": ways}, package)["workflow", "transitions"]
    )
    states |= {"s20": {"final": "done"}}
    del states["s21"]
    assert found({"start": "s0", "states": states, "transitions": ways[:20]}, package) == {}


def test_two_ways_of_asking_from_one_state(dog_yaml: dict[str, Any]) -> None:
    asks = [{"do": "request_information", "fields": "chosen"}]
    more = {"id": "ask_more", "from": "vet", "to": "waiting", "by": "examiner", "do": asks}
    dog_yaml["transitions"].append(more)
    number = len(dog_yaml["transitions"]) - 1
    message = found(dog_yaml, silence_to="registered")["workflow", "transitions", number, "from"]
    assert "“ask” asks the person too, from “vet”" in message


def test_only_what_is_granted_without_conditions_is_just_told(dog_yaml: dict[str, Any]) -> None:
    dog_yaml["states"]["refused"]["served"] = "false"
    dog_yaml["states"]["registered"]["served"] = "false"
    number = next(at for at, way in enumerate(dog_yaml["transitions"]) if way["id"] == "grant_if")
    said = found(dog_yaml)
    assert "Only what is granted is just told." in said["workflow", "states", "refused", "served"]
    assert "“registered” is not served" in said["workflow", "transitions", number, "to"]
    assert list(found(dog_yaml, {**DOG, "appealable": False})) == [("workflow", "states", "refused", "served")]
