"""Reading the workflow part of a package."""

from typing import Any

import pytest
from pydantic import ValidationError

from app.workflow import Issue, Notify, Workflow


def test_it_reads_what_the_format_shows(dog: Workflow) -> None:
    assert dog.states["registered"].enter == (
        Issue(do="issue", letter="certificate"),
        Notify(do="notify", message="registered"),
    )
    assert dog.states["waiting"].clock == "stops"
    assert dog.states["vet"].clock == "runs"


def test_one_state_and_a_list_of_states_read_alike(dog: Workflow) -> None:
    assert dog.transition("ask").from_ == ("vet",)
    assert dog.transition("withdraw").from_ == ("vet", "waiting", "hearing")


def test_what_is_written_out_reads_back_the_same(dog: Workflow, pickup: Workflow) -> None:
    for workflow in (dog, pickup):
        plain = workflow.model_dump(mode="json", by_alias=True, exclude_defaults=True)
        assert Workflow.model_validate(plain) == workflow
        assert Workflow.model_validate(plain).model_dump(mode="json", by_alias=True, exclude_defaults=True) == plain


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ({"by": "examiner", "auto": "otherwise"}, "one of `by`, `upon`, `auto`, `after` or `at`"),
        ({}, "one of `by`, `upon`, `auto`, `after` or `at`"),
        ({"upon": "answered", "remind": {"before": "P3D"}}, "remove `remind`"),
        ({"by": "person", "needs": ["reason"]}, "Only what staff presses"),
        ({"by": "examiner", "says": ["until"]}, "name which in `needs`"),
        ({"after": "3 days"}, "as in P3D, P5Y or PT10M"),
        ({"after": "P1.5D"}, "as in P3D, P5Y or PT10M"),
        ({"at": {"field": "day", "time": "25:00"}}, "should match pattern"),
        ({"by": "examiner", "do": [{"do": "dance"}]}, "does not match any of the expected tags"),
        ({"by": "examiner", "form": "vet"}, "Extra inputs are not permitted"),
        ({"by": "examiner", "from": []}, "at least one"),
        ({"by": "examiner", "from": ["vet", "vet"]}, "each of them once"),
    ],
)
def test_it_says_what_is_wrong_with_a_transition(dog_yaml: dict[str, Any], part: dict[str, Any], words: str) -> None:
    dog_yaml["transitions"] = [{"id": "new", "from": "vet", "to": "refused", **part}]
    with pytest.raises(ValidationError) as error:
        Workflow.model_validate(dog_yaml)
    assert error.value.error_count() == 1
    assert words in str(error.value)
