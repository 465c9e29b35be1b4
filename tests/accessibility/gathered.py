"""The pieces of evidence for the statement: one for each chapter in each language, one for each journey.

python -m tests.accessibility.gathered FOLDER             what there is, put together; what is lacking, to stderr
python -m tests.accessibility.gathered FOLDER --journeys  which journeys have to be walked: name and tests
"""

import json
import subprocess
import sys
from datetime import UTC, date, datetime
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

from a11y_tests.conformance.answers import Answers
from a11y_tests.conformance.journeys import outcomes
from a11y_tests.conformance.pieces import Pieces, fresh, merged
from app.kit.i18n import LOCALES
from tests.accessibility.register import register

ROOT = Path(__file__).parents[2]
PRODUCT = ("app", "locales", "static", "templates", "towns")


def named(chapter: str, locale: str, in_every_mode: bool = False) -> str:
    return f"{chapter}.{locale}" + ".in every mode" * in_every_mode


def pieces(folder: Path) -> Pieces:
    return Pieces(folder, datetime.now(UTC).date(), code())


def code() -> str:
    """The last change of the product itself; "+" where there are changes that nobody can look up."""
    last = git("log", "-1", "--format=%h", "--", *PRODUCT)
    return last + "+" * bool(git("status", "--porcelain", "--", *PRODUCT))


def git(*arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


def walked(folder: Path, today: date) -> dict[str, tuple[date, str]]:
    """Of each journey that was walked to its end: on which day, and how it went."""
    answers, walks = Answers.read(), {}
    for name in answers.journeys:
        file = folder / f"{name}.xml"
        if file.exists() and name in (went := outcomes(file, answers)):
            suite = next(ElementTree.parse(file).iter("testsuite"))
            day = datetime.fromisoformat(suite.attrib["timestamp"]).date()
            walks |= {name: (day, went[name])} if fresh(day, today) else {}
    return walks


def main(folder: Path, *, journeys: bool) -> None:
    kept, known = pieces(folder), register()
    walks = walked(folder, kept.today)
    if journeys:
        for name, one in Answers.read().journeys.items():
            if walks.get(name, (None, ""))[1] != "passed":
                print(name, one.test)
        return
    names = [named(chapter, locale) for chapter, locale in product(known.states, LOCALES)]
    every = [named(chapter, locale, in_every_mode=True) for chapter, locale in product(known.states, LOCALES)]
    there = {name: piece for name in names + every if (piece := kept[name])}
    if lacking := [name for name in names if name not in there]:
        print(f"{len(lacking)} of {len(names)} are lacking: {', '.join(lacking)}", file=sys.stderr)
    evidence = merged(there.values(), known.every_state, walks)
    print(json.dumps(evidence.as_dict(), ensure_ascii=False, indent=1))


if __name__ == "__main__":
    main(Path(sys.argv[1]), journeys="--journeys" in sys.argv)
