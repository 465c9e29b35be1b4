"""Evidence of several runs is put together as it was, and what is old or gone counts no more."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from a11y_tests.conformance.evidence import Evidence, Look, Record
from a11y_tests.conformance.pieces import LASTS, Piece, Pieces, merged
from a11y_tests.conformance.report import report
from a11y_tests.conformance.writers import text
from a11y_tests.tests.looked import DAY, ROOT, found, record

YESTERDAY = DAY - timedelta(days=1)
KNOWN = record().known


def english(*pages: str) -> Record:
    return record(pages=pages, modes=("320, light",))


def spanish(*pages: str) -> Record:
    return record(pages=pages, modes=("1280, dark",), locales=("es",))


def test_a_piece_is_read_as_it_was_written(tmp_path: Path) -> None:
    pieces = Pieces(tmp_path / "new", DAY, "abc")
    pieces.keep("a chapter.en", record(found("2.5.5"), pages=("/0",)))
    piece = pieces["a chapter.en"]
    assert piece
    assert (piece.day, piece.code, piece.record.found) == (DAY, "abc", [found("2.5.5")])
    assert piece.record.looked == record(pages=("/0",)).looked
    assert [file.name for file in pieces.folder.iterdir()] == ["a_chapter.en.json"], "and nothing half written"


def test_what_was_looked_at_need_not_be_looked_at_again_where_nothing_was_found(tmp_path: Path) -> None:
    pieces = Pieces(tmp_path, DAY)
    pieces.keep("clean", english("/0"))
    pieces.keep("with a barrier", record(found("2.5.5")))
    assert pieces.done("clean")
    assert pieces["with a barrier"]
    assert not pieces.done("with a barrier")
    assert not pieces.done("never looked at")


def test_a_piece_counts_for_a_week(tmp_path: Path) -> None:
    Pieces(tmp_path, DAY).keep("old", english("/0"))
    for later, counts in ((LASTS - timedelta(days=1), True), (LASTS, False), (-timedelta(days=1), False)):
        assert bool(Pieces(tmp_path, DAY + later)["old"]) == counts


def test_pieces_together_say_what_one_run_would_have_said_and_on_which_days() -> None:
    both = record(locales=("en", "es"), modes=("320, light",))
    whole = merged([Piece(DAY, "a", both)], KNOWN, {})
    apart = [
        Piece(DAY, "b", record(locales=("es",), modes=("320, light",))),
        Piece(YESTERDAY, "a", record(locales=("en",), modes=("320, light",))),
    ]
    together = merged(apart, KNOWN, {"by_ear": (YESTERDAY, "passed")})
    assert together.checks == whole.checks
    assert (together.seen, together.missing, together.lacking) == (whole.seen, {}, {})
    assert (together.since, together.day, together.code) == (YESTERDAY, DAY, ("a", "b"))
    assert whole.since is None, "all on one day"
    assert together.journeys == {"by_ear": "passed"}
    assert Evidence.of(together.as_dict()) == together


def test_a_view_that_one_language_has_not_shown_is_lacking_and_nothing_is_whole() -> None:
    evidence = merged([Piece(DAY, "", english("/0", "/1")), Piece(DAY, "", spanish("/0"))], KNOWN, {})
    assert evidence.lacking == {"/1": {"plain": ("es",)}}
    assert "| /1 | plain | plain (not in es) |" in text(report(evidence, ROOT), "T")
    assert evidence.missing == {"/2": ("plain",), "/3": ("plain",)}
    assert not any(ran.whole for ran in evidence.checks.values())


def test_the_report_says_from_when_to_when_and_which_code() -> None:
    apart = [Piece(YESTERDAY, "abc", english("/0", "/1")), Piece(DAY, "def+", english("/2"))]
    made = text(report(merged(apart, KNOWN, {}), ROOT), "T")
    assert "From 2026-11-27 to 2026-11-28, in several runs, programs looked at 3 pages" in made
    assert "The product was that of abc, def+" in made
    assert "On 2026-11-28 programs looked at 2 pages" in text(
        report(merged([replace(apart[0], day=DAY)], KNOWN, {}), ROOT), "T"
    )


def test_the_report_counts_modes_and_does_not_list_them() -> None:
    made = text(report(record(modes=("320, light", "1280, dark, no scripts")).evidence(DAY), ROOT), "T")
    assert "| axe | 4 | 4 | en | all | the same in all |" in made
    assert "| focus | 4 | 4 | en | a part | 2 of 48 |" in made
    assert re.search(r"\n\| 320 \| (\d+) \| – \| – \| – \|\n", made)
    assert re.search(r"\n\| 1280, no scripts \| – \| (\d+) \| – \| – \|\n", made)


def test_pages_and_states_that_are_gone_count_no_more() -> None:
    old = english("/0")
    old.ran("axe", Look("/gone", "plain", "", "en", "320, light"))
    old.ran("axe", Look("/0", "gone", "", "en", "320, light"))
    assert merged([Piece(DAY, "", old)], KNOWN, {}).seen == {"/0": ("plain",)}
