"""What came of the journeys, read from the JUnit file of a run of tests."""

from pathlib import Path
from xml.etree import ElementTree

from .answers import Answers


def outcomes(file: Path, answers: Answers) -> dict[str, str]:
    """Passed when each test of it ran and passed; failed when one did not; absent when none ran or one was skipped."""
    cases: dict[str, list[ElementTree.Element]] = {}
    for case in ElementTree.parse(file).iter("testcase"):
        cases.setdefault(case.get("classname", ""), []).append(case)
    found = {}
    for name, journey in answers.journeys.items():
        module = journey.test.removesuffix(".py").replace("/", ".")
        walked = [case for place, each in cases.items() if (place + ".").startswith(module + ".") for case in each]
        if any(case.find("failure") is not None or case.find("error") is not None for case in walked):
            found[name] = "failed"
        elif walked and all(case.find("skipped") is None for case in walked):
            found[name] = "passed"
    return found
