"""A clerk edits a table: options, labels, figures and fees follow in every language, and what is missing is named."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.catalogue.checks import check_package
from app.catalogue.loading import LoadedPackage, read_package
from app.catalogue.problems import Problem
from app.catalogue.source import Source, open_source

SERVICES = Path(__file__).parents[2] / "towns/puerto-claro/services"
LOCALES = ("en", "es", "zh-Hant", "ar")
BANDS, SCHOOLS, FEES = "data/bands.csv", "data/schools.csv", "data/fees.csv"
CHILDCARE, SCHOOL, DOG = "childcare-subsidy", "school-enrolment", "dog-registration"


def changed(service: str, file: str, old: str, new: str) -> Source:
    """A package with one text of one file replaced by another."""
    source = open_source(SERVICES / service)
    text = source.files[file].decode()
    assert old in text, f"{old!r} is not in {file}"
    return replace(source, files={**source.files, file: text.replace(old, new).encode()})


def read(source: Source) -> tuple[LoadedPackage, list[str]]:
    problems: list[Problem] = []
    loaded = read_package(source, LOCALES, problems)
    found = [*problems, *check_package(loaded, frozenset({"education", "civil_registry"}))]
    return loaded, [str(problem) for problem in found]


def test_a_figure_changes_everywhere_with_its_row() -> None:
    childcare, problems = read(changed(CHILDCARE, BANDS, "b,7200,20", "b,7500,25"))
    found = childcare.sentences
    assert found.in_locale("en")["field.band.option.b"] == "Up to 7,500 euros: you pay 25%"
    assert found.in_locale("es")["field.band.option.b"] == "Hasta 7.500 euros: paga el 25 %"
    assert found.in_locale("ar")["field.band.option.b"] == "حتى 7,500 يورو: عليك 25 %"
    assert "- hasta 7.500 euros: el 25 %" in found.in_locale("es")["service.cost"]
    assert problems == []


def test_a_fee_is_what_its_table_says() -> None:
    dog, _ = read(changed(DOG, FEES, "registration,12", "registration,14.50"))
    assert dog.package
    assert dog.package.fee
    assert dog.package.fee.amount == 1450
    assert dog.sentences.in_locale("es")["service.cost"].startswith("14,5 euros")


def test_a_row_more_is_an_option_more_and_a_retired_one_is_offered_no_more() -> None:
    row = "molino,CEIP Molino,مدرسة Molino,Molino 小學,Mill.,Junto al molino.,قرب الطاحونة.,在磨坊旁。,8,primary,\n"
    source = changed(SCHOOL, SCHOOLS, "places,stages\n", "places,stages,retired\n")
    lines = source.files[SCHOOLS].decode().splitlines()
    body = "\n".join([lines[0], *(f"{line},{'yes' if line.startswith('lonja') else ''}" for line in lines[1:])])
    source = replace(source, files={**source.files, SCHOOLS: f"{body}\n{row}".encode()})
    school, problems = read(source)
    assert problems == []
    assert school.package
    field = school.package.form.fields["schools"].fields["school"]  # type: ignore[union-attr]
    assert "molino" in field.offered  # type: ignore[union-attr]
    assert "lonja" not in field.offered  # type: ignore[union-attr]
    texts = school.sentences.in_locale("ar")
    assert texts["field.schools.school.option.molino"] == "مدرسة Molino"
    assert texts["field.schools.school.option.molino.hint"].startswith("قرب الطاحونة.")


@pytest.mark.parametrize(
    ("service", "file", "old", "new", "words"),
    [
        (SCHOOL, SCHOOLS, "مدرسة El Faro", "", "“name” is empty for ar"),
        *(
            (DOG, FEES, "registration,12", f"registration,{strange}", "is no amount")
            for strange in ("twelve", "NaN", "Infinity", "-12", "12.505", "1e999999999")
        ),
        (DOG, FEES, "registration,12", "dog,12", "has no “euros” in “registration”"),
        (CHILDCARE, BANDS, "d,14400,70\n", "", "“service.cost” names {bands.d."),
        (SCHOOL, "service.yaml", "{table: schools,", "{table: school,", "no table “school” to read"),
        (SCHOOL, "text.yaml", "field.schools.school.each: '{name}'\n", "", "option.faro” is missing"),
        (SCHOOL, SCHOOLS, ",9,infants primary", ",9,", "schools.csv:4: “stages” is empty. Write the answers"),
        (SCHOOL, SCHOOLS, ",9,infants primary", ",9,nursery", "schools.csv:4: `stage` has no answer `nursery`. Write"),
        (SCHOOL, SCHOOLS, ",secondary", ",primary", "Nothing is offered to who answers `stage` with `secondary`."),
        (SCHOOL, "service.yaml", "column: stages", "column: stage", "schools.csv has no column “stage”. Name one"),
        (SCHOOL, "service.yaml", "by: stage,", "by: child,", "`child` is no question of this form with options."),
        (SCHOOL, "service.yaml", "by: stage,", "by: sibling,", "`sibling` is not asked before `schools`. Change"),
        (SCHOOL, "service.yaml", "by: stage, ", "", "`faro` goes with an answer, and no question is named."),
    ],
)
def test_what_does_not_fit_is_refused(service: str, file: str, old: str, new: str, words: str) -> None:
    _, problems = read(changed(service, file, old, new))
    assert any(words in problem for problem in problems), problems[:5]
