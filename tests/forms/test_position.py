"""Where something is: in words, by what a telephone says, or both; and whatever else a browser may send."""

import json
from typing import Any

import pytest

from app.forms import as_text, controls, findings, pressed, show, typed
from app.forms.packing import from_yaml
from tests.forms.conftest import around, field, form, sent, words, wrong

PLACE = field("position", basis="x")
HERE = {"latitude": "36.70012", "longitude": "-4.20034", "accuracy": 12}
BOTH = {"words": "By the bus stop", "position": HERE}


def raw(latitude: str = "36.7001234", longitude: str = "-4.2003449", accuracy: str = "11.2") -> dict[str, Any]:
    return {"latitude": latitude, "longitude": longitude, "accuracy": accuracy}


def test_words_are_enough() -> None:
    assert sent(PLACE, _=" Calle Mayor 18 ").answer == {"words": "Calle Mayor 18"}


def test_a_position_is_enough_and_is_kept_to_five_digits() -> None:
    assert sent(PLACE, **raw()).answer == {"words": "", "position": HERE}
    assert sent(PLACE, _="By the bus stop", **raw()).answer == BOTH
    zero = sent(PLACE, **raw("-0.0000001", "180", "0")).answer["position"]
    assert zero == {"latitude": "0.00000", "longitude": "180.00000", "accuracy": 0}


def test_one_of_both_is_needed_unless_nothing_is() -> None:
    assert wrong(sent(PLACE)) == {"it": "required"}
    outcome = sent(field("position", basis="x", optional="true"))
    assert (outcome.answer, outcome.errors) == (None, {})


@pytest.mark.parametrize(
    "parts",
    [
        raw("NaN"), raw(longitude="1e999"), raw("90.00001"), raw(longitude="-180.1"), raw("abc"), raw(accuracy="-1"),
        raw(accuracy="100001"), raw("Infinity"), raw("36,7"), raw("+36.7"), raw("0x10"), raw("9" * 5000), raw(""),
        raw(accuracy=""), raw("36.7\x00"), raw("1." + "1" * 30), {"latitude": ["1", "2"]}, {"latitude": "36.7"},
    ],
)  # fmt: skip
def test_a_position_that_is_none_is_said_at_the_words_and_not_sent_again(parts: dict[str, Any]) -> None:
    outcome = sent(PLACE, _="By the bus stop", **parts)
    assert wrong(outcome) == {"it": "position"}
    assert outcome.typed["it"] == ("By the bus stop",)
    assert not any(outcome.typed[f"it.{part}"] for part in ("latitude", "longitude", "accuracy"))


def test_it_can_be_taken_away_again() -> None:
    outcome = sent(PLACE, _="By the bus stop", remove="yes", **raw())
    assert outcome.answer == {"words": "By the bus stop"}
    assert pressed(PLACE, {"it": ["By the bus stop"]}) is None


def test_it_is_shown_in_words_and_numbers() -> None:
    shown = show(PLACE, BOTH, words(), around())
    assert as_text(shown) == ("By the bus stop, Position taken, accurate to about 12 metres: 36.70012, -4.20034")
    assert [span.apart for line in shown for span in line] == [True, False, True]


def test_it_comes_back_as_it_was() -> None:
    back = typed(PLACE, BOTH, around())
    assert sent(PLACE, **{name.partition(".")[2] or "_": list(values) for name, values in back.items()}).answer == BOTH


@pytest.mark.parametrize(("locale", "forms"), [("en", 2), ("zh-Hant", 1), ("ar", 6)])
def test_a_script_gets_a_sentence_for_each_form_of_a_plural(locale: str, forms: int) -> None:
    box, whereabouts = controls(PLACE, typed(PLACE, BOTH, around()), {}, words(locale), around())
    said = json.loads(whereabouts.by_form)  # type: ignore[union-attr]
    assert len(said) == forms
    assert "{number}" in said["other"]
    assert (box.value, whereabouts.inputs[0]) == ("By the bus stop", ("it.latitude", "36.70012"))  # type: ignore[union-attr]
    empty = controls(PLACE, {}, {}, words(locale), around())[1]
    assert empty.taken == ""  # type: ignore[union-attr]


def test_a_recorded_run_writes_words_or_both() -> None:
    assert from_yaml(PLACE, "Calle Mayor 18") == {"words": "Calle Mayor 18"}
    assert from_yaml(PLACE, {"words": "By the bus stop", "position": HERE | {"accuracy": "12"}}) == BOTH


def test_it_says_whence_it_may_be_asked() -> None:
    found = findings(form({"place": {"type": "position"}}), {})
    assert [words for _, words in found] == [
        "`place` identifies somebody. Add `basis`: the purpose and legal basis of asking."
    ]
