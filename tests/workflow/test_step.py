"""The step from one state to the next."""

from collections.abc import Callable

import pytest

from app.workflow import (
    Due,
    Event,
    Issue,
    Missing,
    NotFromHere,
    NotHeard,
    Notify,
    NotYours,
    Press,
    Remind,
    RequestInformation,
    Runaway,
    Silence,
    Start,
    Step,
    StepRefused,
    Trigger,
    UnknownTransition,
    Workflow,
    held,
    step,
)

CLERK = frozenset({"examiner"})
SUPERVISOR = frozenset({"signer"})
ASK_AGAIN = RequestInformation(do="request_information", fields="chosen")


def no_rule(name: str) -> bool:
    return False


def only(*names: str) -> Callable[[str], bool]:
    return lambda name: name in names


def take(workflow: Workflow, trigger: Trigger, state: str | None, *passed: str) -> Step:
    return step(workflow, trigger, state=state, passed=passed, rule=no_rule)


def tell(message: str) -> Notify:
    return Notify(do="notify", message=message)


def test_a_standard_case_is_decided_at_once_by_its_rule(dog: Workflow) -> None:
    assert step(dog, Start(), state=None, passed=(), rule=only("simple")) == Step(
        state="registered",
        taken=("simple",),
        entered=("received", "registered"),
        actions=(tell("received"), Issue(do="issue", letter="certificate"), tell("registered")),
    )


def test_any_other_case_waits_for_a_clerk(dog: Workflow) -> None:
    assert take(dog, Start(), None) == Step("vet", ("hard",), ("received", "vet"), (tell("received"),))


def test_a_start_without_automatic_transitions_stays(pickup: Workflow) -> None:
    assert take(pickup, Start(), None) == Step("booked", (), ("booked",), (tell("booked"),))


def test_a_clerk_asks_again(dog: Workflow) -> None:
    assert take(dog, Press("ask", CLERK), "vet", "received") == Step("waiting", ("ask",), ("waiting",), (ASK_AGAIN,))


def test_what_a_transition_does_comes_before_what_its_state_does(dog: Workflow, dog_yaml: dict) -> None:
    dog_yaml["states"]["waiting"]["enter"] = [{"do": "notify", "message": "waits"}]
    workflow = Workflow.model_validate(dog_yaml)
    assert take(workflow, Press("ask", CLERK), "vet").actions == (ASK_AGAIN, tell("waits"))


def test_an_automatic_transition_does_what_it_says(dog_yaml: dict) -> None:
    hard = next(way for way in dog_yaml["transitions"] if way["id"] == "hard")
    hard["do"] = [{"do": "notify", "message": "looked_at"}]
    workflow = Workflow.model_validate(dog_yaml)
    assert take(workflow, Start(), None).actions == (tell("received"), tell("looked_at"))


def test_an_answer_brings_the_case_back(dog: Workflow) -> None:
    assert take(dog, Event("answered"), "waiting") == Step("vet", ("back",), ("vet",))
    assert take(dog, Event("answered"), "hearing") == Step("vet", ("heard",), ("vet",))


def test_time_closes_what_nobody_answered(dog: Workflow) -> None:
    assert take(dog, Due("lapse"), "waiting") == Step("lapsed", ("lapse",), ("lapsed",), (tell("lapsed"),))


def test_a_reminder_tells_and_moves_nothing(dog: Workflow) -> None:
    assert take(dog, Remind("lapse"), "waiting") == Step("waiting", actions=(tell("reminder"),))


@pytest.mark.parametrize("trigger", [Event("answered"), Event("paid"), Due("lapse"), Due("grant"), Remind("lapse")])
def test_what_comes_too_late_or_means_nothing_here_changes_nothing(dog: Workflow, trigger: Trigger) -> None:
    assert take(dog, trigger, "vet") == Step("vet")
    assert take(dog, trigger, "withdrawn") == Step("withdrawn")


def test_silence_decides_an_open_case_and_leaves_a_closed_one(dog: Workflow) -> None:
    assert take(dog, Silence(to="registered"), "vet").state == "registered"
    assert take(dog, Silence(to="registered"), "refused") == Step("refused")


def test_the_person_withdraws_from_each_open_state(dog: Workflow) -> None:
    for state in ("vet", "waiting", "hearing"):
        assert take(dog, Press("withdraw", person=True), state).state == "withdrawn"


def test_the_step_names_the_needs_that_were_met(dog: Workflow) -> None:
    press = Press("grant_if", SUPERVISOR, given=frozenset({"reason", "conditions"}))
    assert take(dog, press, "vet").needs == ("reason", "conditions")


def test_a_refusal_comes_after_the_hearing(dog: Workflow) -> None:
    press = Press("refuse", SUPERVISOR, given=frozenset({"reason"}))
    with pytest.raises(NotHeard):
        take(dog, press, "vet", "received")
    assert take(dog, press, "vet", "received", "hearing").state == "refused"


@pytest.mark.parametrize(
    ("press", "state", "error"),
    [
        (Press("fly", CLERK), "vet", UnknownTransition),
        (Press("lapse", CLERK), "waiting", UnknownTransition),
        (Press("simple", CLERK), "received", UnknownTransition),
        (Press("ask", CLERK), "waiting", NotFromHere),
        (Press("grant", CLERK), "registered", NotFromHere),
        (Press("withdraw", person=True), "refused", NotFromHere),
        (Press("ask", SUPERVISOR), "vet", NotYours),
        (Press("refuse", CLERK, given=frozenset({"reason"})), "vet", NotYours),
        (Press("ask", person=True), "vet", NotYours),
        (Press("withdraw", CLERK | SUPERVISOR), "vet", NotYours),
        (Press("hear", CLERK), "vet", Missing),
        (Press("grant_if", SUPERVISOR, given=frozenset({"reason"})), "vet", Missing),
    ],
)
def test_a_press_that_does_not_fit_is_refused_by_name(
    dog: Workflow, press: Press, state: str, error: type[StepRefused]
) -> None:
    with pytest.raises(error) as refused:
        take(dog, press, state, "hearing")
    assert type(refused.value) is error
    assert refused.value.transition == press.transition
    assert refused.value.words


def test_a_missing_need_says_which(dog: Workflow) -> None:
    with pytest.raises(Missing) as missing:
        take(dog, Press("grant_if", SUPERVISOR, given=frozenset({"reason"})), "vet")
    assert missing.value.need == "conditions"


def test_functions_are_bound_to_staff(dog: Workflow) -> None:
    assert held(dog, {"clerk"}) == {"examiner"}
    assert held(dog, {"clerk", "supervisor"}) == {"examiner", "signer"}
    assert held(dog, {"designer"}) == frozenset()


def chain(length: int, *, closed: bool = False) -> Workflow:
    """`length` automatic transitions in a row; closed, the last state leads back to the first."""
    ways = [{"id": f"t{n}", "from": f"s{n}", "to": f"s{n + 1}", "auto": "otherwise"} for n in range(length)]
    if closed:
        ways.append({"id": "round", "from": f"s{length}", "to": "s0", "auto": "otherwise"})
    states = {f"s{n}": {} for n in range(length + 1)}
    return Workflow.model_validate({"start": "s0", "states": states, "transitions": ways})


def test_twenty_automatic_transitions_are_taken_and_no_more() -> None:
    assert len(take(chain(20), Start(), None).taken) == 20
    with pytest.raises(Runaway):
        take(chain(21), Start(), None)


def test_it_refuses_to_go_round() -> None:
    with pytest.raises(Runaway):
        take(chain(2, closed=True), Start(), None)


def test_automatic_transitions_are_tried_in_file_order() -> None:
    ways = [
        {"id": "first", "from": "start", "to": "one", "auto": "a"},
        {"id": "second", "from": "start", "to": "two", "auto": "b"},
    ]
    states = {"start": {}, "one": {"final": "done"}, "two": {"final": "done"}}
    workflow = Workflow.model_validate({"start": "start", "states": states, "transitions": ways})
    assert step(workflow, Start(), state=None, passed=(), rule=only("a", "b")).taken == ("first",)
    assert step(workflow, Start(), state=None, passed=(), rule=only("b")).taken == ("second",)
    assert step(workflow, Start(), state=None, passed=(), rule=no_rule).taken == ()
