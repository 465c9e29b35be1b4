"""What an actor may press now."""

from app.workflow import Press, StepRefused, Workflow, is_settled, offers, step, unmoved

CLERK = frozenset({"examiner"})
SUPERVISOR = frozenset({"signer"})


def ids(workflow: Workflow, state: str, functions: frozenset[str], *passed: str, person: bool = False) -> list[str]:
    return [way.id for way in offers(workflow, state, functions, person, passed)]


def test_a_clerk_is_offered_her_steps_in_file_order(dog: Workflow) -> None:
    assert ids(dog, "vet", CLERK) == ["ask", "hear", "grant"]


def test_a_supervisor_may_refuse_only_after_the_hearing(dog: Workflow) -> None:
    assert ids(dog, "vet", SUPERVISOR) == ["grant_if"]
    assert ids(dog, "vet", SUPERVISOR, "hearing") == ["grant_if", "refuse"]


def test_the_person_is_offered_to_withdraw_and_nothing_of_the_staff(dog: Workflow) -> None:
    assert ids(dog, "waiting", frozenset(), person=True) == ["withdraw"]
    assert ids(dog, "received", frozenset(), person=True) == []


def test_an_outsider_is_offered_nothing(dog: Workflow, pickup: Workflow) -> None:
    for workflow in (dog, pickup):
        for state in workflow.states:
            assert ids(workflow, state, frozenset(), *workflow.states) == []


def test_a_closed_case_offers_nothing(dog: Workflow) -> None:
    assert ids(dog, "refused", CLERK | SUPERVISOR, "hearing", person=True) == []


def test_what_is_offered_is_what_a_press_may_do(dog: Workflow) -> None:
    given = frozenset({"reason", "conditions"})
    for state in dog.states:
        for functions, person in ((CLERK, False), (SUPERVISOR, False), (frozenset[str](), True)):
            for passed in ((), ("hearing",)):
                offered = ids(dog, state, functions, *passed, person=person)
                for way in dog.transitions:
                    press = Press(way.id, functions, person, given)
                    try:
                        step(dog, press, state=state, passed=passed, rule=lambda name: False)
                    except StepRefused:
                        assert way.id not in offered
                    else:
                        assert way.id in offered


def test_a_case_is_unmoved_where_rules_alone_have_brought_it(dog: Workflow, pickup: Workflow) -> None:
    assert unmoved(dog, "received", 1)
    assert unmoved(dog, "vet", 2)
    assert unmoved(pickup, "booked", 1)


def test_a_case_that_came_back_or_went_on_is_not_unmoved(dog: Workflow, pickup: Workflow) -> None:
    assert not unmoved(dog, "vet", 4)
    assert not unmoved(dog, "waiting", 3)
    assert not unmoved(pickup, "reminded", 2)


def test_what_only_has_to_be_done_is_settled_and_what_can_still_be_refused_is_not(
    dog: Workflow, pickup: Workflow
) -> None:
    assert is_settled(pickup, "booked")
    assert not is_settled(dog, "vet")
    assert not is_settled(dog, "waiting")
    assert not is_settled(dog, "proving"), "what the house holds is no state of the package"
