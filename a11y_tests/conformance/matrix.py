"""Evidence and answers make one row a criterion.

A row never says more than what was done. What did not run is not tested, and a check that did not see every state in
every mode has tested only in part; what a machine cannot tell is not tested until a person has tried it. "supports" is
said only where nothing is left to be tested.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from ..criteria import Criterion
from .answers import Answer, Answers, asked
from .evidence import Evidence, Found
from .manual import Manual

Result = Literal["supports", "partially supports", "does not support", "not applicable", "not tested"]
RESULTS: tuple[Result, ...] = ("supports", "partially supports", "does not support", "not applicable", "not tested")
WORST: tuple[Result, ...] = ("does not support", "partially supports", "not tested", "supports", "not applicable")


def weakest(results: list[Result]) -> Result:
    """What can be said of several together. Nothing at all is not tested."""
    return min(results, key=WORST.index, default="not tested")


@dataclass(frozen=True)
class Part:
    """What one way of testing says: `by` is machine, journey or person."""

    by: Literal["machine", "journey", "person"]
    name: str
    result: Result
    evidence: str
    clean: bool = False  # it ran, and found nothing


@dataclass(frozen=True)
class Row:
    criterion: Criterion
    result: Result
    parts: tuple[Part, ...] = ()
    remains: str = ""
    why: str = ""  # key of the reason why it does not apply, or why nothing is promised
    reason: str = ""  # the same as a sentence
    claimed: bool = True
    findings: tuple[Found, ...] = field(default=(), compare=False)

    @property
    def in_part(self) -> bool:
        """Tested, clean so far, and not to its end."""
        return self.result == "not tested" and any(part.clean for part in self.parts)


def matrix(evidence: Evidence, answers: Answers, manual: Manual) -> dict[str, Row]:
    return {number: row(asked()[number], answers, evidence, manual) for number in asked()}


def row(criterion: Criterion, answers: Answers, evidence: Evidence, manual: Manual) -> Row:
    answer = answers.of[criterion.number]
    against = (criterion.number, *answer.also)
    findings = tuple(
        found
        for found in evidence.findings
        if found.criterion in (*against, *answer.equal.get(found.check, ())) or found.check in answer.counts
    )
    parts = (
        *machine(answer, findings, evidence),
        *journeys(answer, answers, evidence),
        *people(criterion.number, answer, evidence, manual),
    )
    result = weakest([part.result for part in parts])
    why = answer.not_applicable or answer.not_claimed
    reason = answers.reasons.get(why, "")
    if answer.not_applicable and result not in ("partially supports", "does not support"):
        result = "not applicable"
    return Row(criterion, result, parts, answer.remains, why, reason, not answer.not_claimed, findings)


def machine(answer: Answer, findings: tuple[Found, ...], evidence: Evidence) -> Iterator[Part]:
    found_by = {found.check for found in findings}
    for check in (*answer.machine, *sorted(found_by - set(answer.machine))):
        ran = evidence.checks.get(check)
        against = [found for found in findings if found.check == check]
        if against:
            count, views = sum(found.count for found in against), max(found.views for found in against)
            everywhere = ran is not None and views >= ran.views
            yield Part(
                "machine",
                check,
                "does not support" if everywhere else "partially supports",
                f"{count} found on {views} of {ran.views if ran else '?'} views",
            )
        elif ran:
            said = "nothing found on" if ran.whole else "in part: nothing found on"
            yield Part(
                "machine", check, "supports" if ran.whole else "not tested", f"{said} {ran.views} views", clean=True
            )
        else:
            yield Part("machine", check, "not tested", "did not run")


def journeys(answer: Answer, answers: Answers, evidence: Evidence) -> Iterator[Part]:
    said: dict[str, Result] = {"passed": "supports", "failed": "partially supports"}
    for name in answer.journey:
        outcome = evidence.journeys.get(name, "did not run")
        result, clean = said.get(outcome, "not tested"), outcome == "passed"
        yield Part("journey", name, result, f"{answers.journeys[name].what} {outcome}", clean)


def people(number: str, answer: Answer, evidence: Evidence, manual: Manual) -> Iterator[Part]:
    """One part for each procedure that is needed; where something remains and nobody is named, one for nobody."""
    for name, said in zip(answer.person, manual.results(number, answer.person, evidence.day), strict=True):
        results = [result for result in RESULTS if result in said]
        told = f"{len(said)} people: {', '.join(results)}" if said else "no person has tested this yet"
        yield Part("person", name, weakest(results), told, weakest(results) == "supports")
    if answer.remains and not answer.person:
        yield Part("person", "", "not tested", "no person has tested this yet")
