"""Sentences of a package: those it must have, those nothing shows, and the places they may name."""

from collections.abc import Iterator, Mapping

from app.catalogue.checks.keys import allowed_keys, needed_keys
from app.catalogue.checks.variables import MEANING, for_message
from app.catalogue.loading import LoadedPackage
from app.catalogue.package import Package
from app.catalogue.problems import Problem
from app.catalogue.text import EASY, places

READ = ("service.", "section.", "field.", "state.", "message.", "confirmation.")
NAMED = frozenset({"name"})
"""What somebody who is asked for a yes of her own reads: who named her."""
"""How the keys begin that are shown in easy words. Letters, reasons and what clerks press are said in one way only."""
IN_ERRORS = frozenset(
    {"min", "max", "decimals", "day", "month", "year", "streets", "file", "files", "types", "size", "count"}
)
"""What forms give to the sentences of errors."""


def check_texts(loaded: LoadedPackage) -> Iterator[Problem]:
    package = loaded.package
    if package is None or not loaded.sentences.known:
        return
    own, file = loaded.sentences.own, loaded.sentences.marked.file
    needed, allowed = needed_keys(loaded, package), allowed_keys(package)
    for key, path in needed.items():
        if key not in own:
            line = loaded.marked.line(path)
            yield Problem(file, 0, f"“{key}” is missing (service.yaml, line {line} needs it). Write the sentence.")
    told, given = for_message(package), {**_given_in_letters(loaded), **_given_to_states(package)}
    for key, sentence in own.items():
        plain = key.removesuffix(EASY)
        shown = plain in own and (plain in needed or plain in allowed) and (plain == key or plain.startswith(READ))
        if not shown:
            yield loaded.sentences.problem(key, f"Nothing shows “{key}”. Remove it, or mend the key.")
        for name in sorted(places(sentence) - _places_of(plain, told, given)):
            yield loaded.sentences.problem(key, f"“{key}” names {{{name}}}, which is not given here. Remove it.")


def _given_in_letters(loaded: LoadedPackage) -> Mapping[str, frozenset[str]]:
    """What letters hand to each sentence they ask for."""
    given: dict[str, frozenset[str]] = {}
    for letter in loaded.letters.values():
        for use in letter.keys:
            values = frozenset(name.replace("__", ".") for name in use.values)
            given[use.name] = given[use.name] & values if use.name in given else values
    return given


def _given_to_states(package: Package) -> Mapping[str, frozenset[str]]:
    return {f"state.{id}.meaning": MEANING for id, state in package.workflow.states.items() if not state.final}


def _places_of(key: str, told: frozenset[str], given: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if key.startswith("message."):
        return told
    if key.startswith("confirmation."):
        return NAMED
    if key.startswith("field.") and ".error." in key:
        return IN_ERRORS
    return given.get(key, frozenset())
