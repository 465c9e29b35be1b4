"""Guided forms: what is asked, in which order, how answers are read, checked and shown. Pure: no tables, no routes.

A step asks one field. `parse` reads what a browser sent into the answer to store, or into errors; `controls` says
what the page draws; `show` gives lines to read. `Around` is the day, the language, the town's tables, the answers.
"""

# ruff: noqa: I001
from app.forms import made, rounds
from app.forms.answering import (
    controls, parse, parse_row, pressed, put_row, question, recheck, row_controls, sentences, show, typed, typed_row,
)  # fmt: skip
from app.forms.checks import findings
from app.forms.controls import Control, html_id
from app.forms.definition import Form, Section, Step
from app.forms.digest import canonical, digest
from app.forms.fields import Field, File, Group, Note
from app.forms.flow import first_unanswered, next_step, place, prefilled, previous_step, reachable, submitted
from app.forms.foreign import of_another
from app.forms.folding import name as folded
from app.forms.following import fits, overtaken
from app.forms.offering import find_key, offered_days, streets_in
from app.forms.packing import from_yaml, step_of, tables_used, texts_known, texts_needed
from app.forms.reading import Around, Lookup, Outcome, Problem
from app.forms.registers import Told, figures, register_of
from app.forms.showing import Line, Lines, Span, as_text
from app.forms.words import Words

__all__ = [
    "Around", "Control", "Field", "File", "Form", "Group", "Line", "Lines", "Lookup", "Note", "Outcome", "Problem",
    "Section", "Span", "Step", "Told", "Words", "as_text", "canonical", "controls", "digest", "figures", "find_key",
    "findings", "first_unanswered", "fits", "folded", "from_yaml", "html_id", "made", "next_step", "of_another",
    "offered_days", "overtaken", "parse", "parse_row", "place", "prefilled", "pressed", "previous_step", "put_row",
    "question", "reachable", "recheck", "register_of", "rounds", "row_controls", "sentences", "show", "step_of",
    "streets_in", "submitted", "tables_used", "texts_known", "texts_needed", "typed", "typed_row",
]  # fmt: skip
