"""Nothing is asked twice in one journey: what was filled in on an earlier step is not empty on a later one."""

from collections.abc import Iterator
from posixpath import dirname

from ..finding import Finding
from ..view import View
from .facts import Memory, keep


def check(view: View) -> Iterator[Finding]:
    """One step alone asks once; it is kept for `across`."""
    keep(view)
    yield from ()


def across(memory: Memory) -> Iterator[Finding]:
    known: dict[tuple[str, str], tuple[str, str]] = {}  # journey and question: the path and page where it was answered
    for page, facts in memory:
        journey = dirname(facts["path"].rstrip("/"))
        if journey.count("/") < 1 or journey == "/":  # pages side by side at the top of a site are no journey
            continue
        for field in facts["fields"]:
            path, before = known.get((journey, field["key"]), ("", ""))
            if not field["filled"] and path and path != facts["path"]:
                message = f'"{field["label"]}" was answered on {before} already'
                yield Finding("once", "3.3.7", page, "", field["selector"], message)
            elif field["filled"]:
                known[journey, field["key"]] = (facts["path"], page)
