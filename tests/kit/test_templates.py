"""What templates are given to say things with."""

import pytest

from app.kit.templates import brief, phrases


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


@pytest.mark.parametrize(
    ("heading", "said"),
    [
        ("強風警報：請勿靠近防波堤", "強風警報：<wbr>請勿靠近防波堤"),
        ("怎麼辦理安葬？費用多少？", "怎麼辦理安葬？<wbr>費用多少？"),
        ("伴侶傷害我或控制我，誰能幫忙？", "伴侶傷害我或控制我，誰能幫忙？"),
        ("今天有哪些封閉或異動？", "今天有哪些封閉或異動？"),
        ("Who helps, and when?", "Who helps, and when?"),
        ("<b>", "&lt;b&gt;"),
    ],
)
def test_a_chinese_heading_may_end_a_line_where_a_short_phrase_ends(heading: str, said: str) -> None:
    assert phrases(heading) == said
