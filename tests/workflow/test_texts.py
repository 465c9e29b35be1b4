"""Which sentences a workflow needs."""

from app.workflow import Workflow, text_keys


def test_states_need_a_name_and_a_meaning(dog: Workflow) -> None:
    keys = text_keys(dog)
    for state in dog.states:
        assert keys[f"state.{state}.name"] == keys[f"state.{state}.meaning"] == ("workflow", "states", state)


def test_only_what_somebody_presses_needs_a_label(dog: Workflow) -> None:
    labels = {key.split(".")[1] for key in text_keys(dog) if key.startswith("transition.")}
    assert labels == {"ask", "hear", "grant", "grant_if", "refuse", "withdraw"}
    assert text_keys(dog)["transition.ask.label"] == ("workflow", "transitions", 2)


def test_messages_need_a_subject_and_a_body(dog: Workflow, pickup: Workflow) -> None:
    def messages(workflow: Workflow) -> set[str]:
        return {key.removeprefix("message.") for key in text_keys(workflow) if key.startswith("message.")}

    sent = ("received", "registered", "refused", "lapsed", "request", "reminder")
    assert messages(dog) == {f"{id}.{part}" for id in sent for part in ("subject", "body")}
    assert messages(pickup) == {f"{id}.{part}" for id in ("booked", "tomorrow") for part in ("subject", "body")}
    assert text_keys(dog)["message.registered.body"] == ("workflow", "states", "registered", "enter", 1, "message")
    assert text_keys(dog)["message.reminder.body"] == ("workflow", "transitions", 4, "remind")
