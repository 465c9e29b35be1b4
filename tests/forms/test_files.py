from dataclasses import dataclass
from typing import Any
from uuid import UUID

import pytest

from app.forms import as_text, parse_row, pressed, put_row, sentences, show
from tests.forms.conftest import around, field, sent, words, wrong

POLICY = field("file", accept=["pdf", "jpeg"], max_mb="2", max_files="2")
OTHERS = field("group", max="2", fields={"chip": {"type": "text", "max": "5"}, "born": {"type": "date"}})
BORN = {"born.day": ["1"], "born.month": ["2"], "born.year": ["2020"]}
KEPT = {"blob": "b1", "name": "old.pdf", "type": "application/pdf", "size": 10, "sha256": "0" * 64}
MB = 1024 * 1024


@dataclass(frozen=True)
class Arrived:
    name: str = "scan.pdf"
    type: str = "application/pdf"
    size: int = 1000
    sha256: str = "a" * 64
    id: UUID = UUID(int=7)


def test_a_file_is_kept_by_its_blob() -> None:
    assert sent(POLICY, files=(Arrived(),)).answer == [
        {"blob": str(UUID(int=7)), "name": "scan.pdf", "type": "application/pdf", "size": 1000, "sha256": "a" * 64}
    ]


def test_another_file_joins_those_there_were() -> None:
    answer = sent(POLICY, files=(Arrived(),), about=around(answers={"it": [KEPT]})).answer
    assert [file["name"] for file in answer] == ["old.pdf", "scan.pdf"]


def test_a_file_can_be_taken_away_without_being_told_that_it_is_missing() -> None:
    outcome = sent(POLICY, remove="b1", about=around(answers={"it": [KEPT]}))
    assert (outcome.answer, outcome.is_good) == (None, True)
    assert wrong(sent(POLICY)) == {"it": "required"}


@pytest.mark.parametrize(
    ("file", "error", "said"),
    [
        (
            Arrived(type=""),
            "damaged",
            "We cannot open “scan.pdf”: it may be damaged. Save it again, or take a photo of the page.",
        ),
        (
            Arrived(name="w.docx", type=""),
            "type",
            "We cannot use “w.docx”. Choose a file of this type: PDF or JPEG.",
        ),
        (Arrived(type="image/png"), "type", "We cannot use “scan.pdf”. Choose a file of this type: PDF or JPEG."),
        (Arrived(size=0, type=""), "empty", "“scan.pdf” is empty. Choose another file."),
        (Arrived(size=2 * MB + 1), "too_big", "“scan.pdf” has 3 MB. Choose a file with 2 MB or less."),
    ],
)
def test_it_says_what_is_wrong_with_a_file_and_keeps_the_good_ones(file: Arrived, error: str, said: str) -> None:
    outcome = sent(POLICY, files=(Arrived(name="good.pdf"), file))
    assert wrong(outcome) == {"it": error}
    assert sentences(POLICY, outcome.errors, words()) == {"it": said}
    assert [kept["name"] for kept in outcome.answer] == ["good.pdf"]


def test_there_is_room_for_so_many_files() -> None:
    came = [Arrived(name=f"{name}.pdf", sha256=name * 64) for name in "abcd"]
    outcome = sent(POLICY, files=came)
    assert sentences(POLICY, outcome.errors, words()) == {
        "it": "There is room for 2. We did not keep: c.pdf, d.pdf. Remove a file to add another."
    }
    assert [kept["name"] for kept in outcome.answer] == ["a.pdf", "b.pdf"]


def test_what_is_chosen_twice_is_there_once() -> None:
    outcome = sent(POLICY, files=(Arrived(), Arrived(name="again.pdf")), about=around(answers={"it": [KEPT]}))
    assert outcome.is_good
    assert [kept["name"] for kept in outcome.answer] == ["old.pdf", "scan.pdf"]


def test_each_file_that_is_wrong_is_named() -> None:
    outcome = sent(POLICY, files=(Arrived(size=0, type=""), Arrived(name="w.docx", type=""), Arrived(name="good.pdf")))
    assert sentences(POLICY, outcome.errors, words())["it"] == (
        "“scan.pdf” is empty. Choose another file. We cannot use “w.docx”. Choose a file of this type: PDF or JPEG."
    )
    assert [kept["name"] for kept in outcome.answer] == ["good.pdf"]


def test_a_file_is_shown_with_its_size() -> None:
    several = [KEPT, {**KEPT, "size": 3 * MB}, {**KEPT, "size": 3 * MB // 2}]
    assert as_text(show(POLICY, several, words(), around())) == "old.pdf (1 KB), old.pdf (3 MB), old.pdf (1.5 MB)"


ROWS = [{"_id": "a", "chip": "1", "born": "2020-01-01"}, {"_id": "b", "chip": "2"}]


def test_a_group_keeps_its_rows_and_takes_one_away() -> None:
    about = around(answers={"it": ROWS})
    assert sent(OTHERS, about=about).answer == ROWS
    assert sent(OTHERS, about=about, remove="a").answer == ROWS[1:]


def test_a_group_that_is_required_has_a_row_and_never_too_many() -> None:
    assert wrong(sent(OTHERS)) == {"it": "required"}
    assert wrong(sent(OTHERS, about=around(answers={"it": [*ROWS, {"_id": "c"}]}))) == {"it": "too_many"}


def test_a_row_is_read_as_a_whole() -> None:
    good = parse_row(OTHERS, {**BORN, "chip": ["5"]}, around(), "a")
    assert good.answer == {"_id": "a", "chip": "5", "born": "2020-02-01"}
    bad = parse_row(OTHERS, {"chip": ["123456"]}, around(), "a")
    assert {name: problem.name for name, problem in bad.errors.items()} == {"chip": "too_long", "born.day": "required"}
    assert sentences(OTHERS, bad.errors, words())["born.day"] == "Write the day, the month and the year."


def test_a_changed_row_keeps_its_place() -> None:
    changed = put_row(OTHERS, {**BORN, "chip": ["9"]}, around(answers={"it": ROWS}), "a").answer
    assert [row["chip"] for row in changed] == ["9", "2"]
    first = put_row(OTHERS, {**BORN, "chip": ["5"]}, around(), "z").answer
    assert [row["_id"] for row in first] == ["z"]


def test_a_row_too_many_is_refused_and_stays_as_it_was_typed() -> None:
    outcome = put_row(OTHERS, {**BORN, "chip": ["5"]}, around(answers={"it": ROWS}), "z")
    assert wrong(outcome) == {"it": "too_many"}
    assert outcome.typed["chip"] == ("5",)


def test_a_group_is_shown_row_by_row() -> None:
    assert [as_text((line,)) for line in show(OTHERS, ROWS, words(), around())] == ["1, 1 January 2020", "2"]


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ({"it.add": ["yes"]}, ("add", "yes")),
        ({"it.remove": ["b"]}, ("remove", "b")),
        ({"it": ["x"]}, None),
        ({}, None),
        ({"it.change": ["\ud800"]}, None),
    ],
)
def test_it_knows_which_button_was_pressed(raw: Any, expected: Any) -> None:
    assert pressed(OTHERS, raw) == expected
