"""Each criterion is answered, by what can answer it."""

import re

from a11y_tests.checks import EVERY
from a11y_tests.conformance.answers import Answers, asked
from a11y_tests.conformance.manual import Manual
from a11y_tests.criteria import criteria
from a11y_tests.mutants.checking import module
from a11y_tests.tests.looked import GATE, ROOT


def test_each_of_the_86_criteria_has_one_answer() -> None:
    assert set(Answers.read().of) == set(asked())
    assert len(criteria()) == 86


def test_every_criterion_has_a_name_in_four_languages() -> None:
    assert {tuple(sorted(one.name)) for one in criteria().values()} == {("ar", "en", "es", "zh-Hant")}
    for locale in ("en", "es", "zh-Hant", "ar"):
        assert len({one.name[locale] for one in criteria().values()}) == 86


def test_an_answer_names_only_checks_journeys_procedures_and_reasons_that_exist() -> None:
    answers, manual = Answers.read(), Manual.read(ROOT)
    for number, answer in answers.of.items():
        assert set(answer.machine) <= EVERY.keys(), number
        assert set(answer.also) <= criteria().keys(), number
        assert set(answer.journey) <= answers.journeys.keys(), number
        assert all(number in manual.procedures[id].criteria for id in answer.person), number
        assert {answer.not_applicable, answer.not_claimed} - {""} <= answers.reasons.keys(), number
        assert bool(answer.person) == bool(answer.remains), number


def test_a_procedure_answers_only_criteria_that_name_it() -> None:
    answers = Answers.read()
    for id, steps in Manual.read(ROOT).procedures.items():
        assert [number for number in steps.criteria if id not in answers.of[number].person] == [], id


def test_only_triple_a_may_be_left_unpromised() -> None:
    unpromised = {number for number, answer in Answers.read().of.items() if answer.not_claimed}
    assert unpromised == {"2.2.3", "3.1.3", "3.1.4", "3.1.5", "3.1.6"}
    assert {criteria()[number].level for number in unpromised} == {"AAA"}


def test_the_table_of_checks_and_the_answers_name_the_same() -> None:
    answers = Answers.read().of
    table = named_in_readme()
    assert table.keys() == EVERY.keys()
    for check, criteria_of in table.items():
        answered = {number for number, answer in answers.items() if check in answer.machine}
        missing = {one for one in criteria_of if not answers[one].not_claimed} - answered
        assert not missing, f"{check} is in README.md for {missing}, and not in answers.toml"
        for number in answered - criteria_of - ({"4.1.1"} if check == "html" else set()):
            answer = answers[number]
            near = {*answer.also, *answer.equal.get(check, ())}
            assert check == "axe" or near & criteria_of, (
                f"{check} is in answers.toml for {number}, and not in README.md"
            )


def test_what_found_planted_barriers_is_an_answer() -> None:
    """docs/proof/mutants.md says which check found barriers against a criterion."""
    answers = Answers.read().of
    lines = re.findall(
        r"^\| (\d\.\d\.\d+) .*\| ([a-z, ]+) \|$", (ROOT / "docs/proof/mutants.md").read_text("utf8"), re.M
    )
    assert len(lines) > 50
    for number, checks in lines:
        known = {"axe", *answers[number].machine}
        assert not set(checks.split(", ")) - known, f"{checks} found barriers against {number}"


def named_in_readme() -> dict[str, set[str]]:
    rows = re.findall(r"^\| `(\w+)` \| .* \| ([^|]+) \|$", (GATE / "README.md").read_text("utf8"), re.M)
    return {check: {each for word in said.split(", ") for each in spread(word)} for check, said in rows}


def spread(word: str) -> list[str]:
    """2.4.11-13 are three."""
    found = re.fullmatch(r"(\d\.\d)\.(\d+)(?:-(\d+))?", word.strip())
    if not found:
        return []
    first, last = int(found[2]), int(found[3] or found[2])
    return [f"{found[1]}.{number}" for number in range(first, last + 1)]


def test_a_check_is_named_only_for_criteria_that_it_can_report() -> None:
    def reports(check: str, numbers: tuple[str, ...]) -> bool:
        name = module(check)
        files = [GATE / "checks" / f"{name}.py", *(GATE / "scripts").glob(f"{name}*.js")]
        return any(f'"{number}"' in file.read_text("utf8") for number in numbers for file in files)

    for number, answer in Answers.read().of.items():
        own = set(answer.machine) - {"axe"} - set(answer.counts)  # axe names its criteria by tags of its rules
        assert [
            check for check in own if not reports(check, (number, *answer.also, *answer.equal.get(check, ())))
        ] == [], number
