"""python -m a11y_tests.conformance --evidence FILE --out DIR: what may be said after this run, for each standard."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from .answers import FILE, Answers
from .evidence import Evidence
from .journeys import outcomes
from .manual import FOLDER, Manual, Wrong
from .report import report
from .writers import text, write


def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m a11y_tests.conformance", description=__doc__)
    parser.add_argument("--evidence", type=Path, metavar="FILE", help="what a run wrote down")
    parser.add_argument("--journeys", type=Path, metavar="FILE", help="JUnit file of the tests that walk whole ways")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where matrix.md, .html, .json and earl.json go")
    parser.add_argument("--data", type=Path, metavar="FILE", help="what a page for people needs, as JSON")
    parser.add_argument("--document", type=Path, metavar="FILE", help="the text, under another name")
    parser.add_argument("--title", default="Accessibility conformance", help="name of what was looked at")
    parser.add_argument("--answers", type=Path, default=FILE, help="how each criterion is answered (this product's)")
    parser.add_argument("--manual", type=Path, default=FOLDER, help="folder of procedures with people's results")
    parser.add_argument("--root", type=Path, default=Path(), help="the product, to see whether its components changed")
    parser.add_argument("--states", action="store_true", help="print the fingerprint of each procedure's component")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    parser = options()
    given = parser.parse_args(arguments)
    try:
        manual = Manual.read(given.root, given.manual)
        if given.states:
            print("\n".join(f"{id} {state}" for id, state in manual.states.items()))
            return 0
        if not given.evidence or not (given.out or given.data or given.document):
            parser.error("--evidence is needed, and one of --out, --data, --document")
        answers, evidence = Answers.read(given.answers), Evidence.read(given.evidence)
        if given.journeys:
            evidence = replace(evidence, journeys=outcomes(given.journeys, answers))
        made = report(evidence, given.root, answers, manual)
    except (Wrong, OSError, SyntaxError, KeyError, TypeError, ValueError) as problem:
        print(f"conformance: {type(problem).__name__}: {problem}", file=sys.stderr)
        return 2
    if given.out:
        write(made, given.out, given.title)
    if given.data:
        given.data.write_text(json.dumps(made.as_data(), ensure_ascii=False, indent=1) + "\n", "utf8")
    if given.document:
        given.document.write_text(text(made, given.title), "utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
