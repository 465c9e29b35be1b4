"""What templates are given to say things with."""

import pytest

from app.kit.templates import brief


@pytest.mark.parametrize(
    ("name", "columns", "said"),
    [
        ("", 8, ""),
        ("Amina", 8, "Amina"),
        ("Fernanda", 8, "Fernanda"),
        ("María del Carmen", 8, "María…"),
        ("林美惠", 8, "林美惠"),
        ("歐陽司徒諸葛", 8, "歐陽司…"),
        ("عبد الرحمن", 8, "عبد ال…"),
    ],
)
def test_a_name_is_as_long_as_there_is_room_for(name: str, columns: int, said: str) -> None:
    assert brief(name, columns) == said
