"""A legal profile that nobody can mean is refused with its place and what was expected."""

from typing import Any

import pytest
from pydantic import ValidationError

from app.cases.profile import Profile
from tests.cases.profiles import OTHER, read


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ({"term": {"months": "3", "days": "4"}}, "one of the two"),
        ({"term": {}}, "one of the two"),
        ({"term": {"months": "3", "working": "true"}}, "Only days can be working days"),
        ({"zone": "Europe/Puerto_Claro"}, "as in Europe/Madrid"),
        ({"recall": "10 minutes"}, "as in P3D, P5Y or PT10M"),
        ({"working_days": []}, "at least 1 item"),
        ({"holidays": [{"date": "8 December"}]}, "holidays.0.date"),
        ({"extension": {"times": "0", "longest": "term"}}, "greater than or equal to 1"),
        ({"extension": {"longest": "for ever"}}, "extension.longest"),
        ({"terms": {"months": "3"}}, "Extra inputs"),
    ],
)
def test_a_profile_that_cannot_be_meant_is_refused(part: dict[str, Any], words: str) -> None:
    whole = read(OTHER)
    with pytest.raises(ValidationError, match=words):
        Profile.model_validate(whole | part)
