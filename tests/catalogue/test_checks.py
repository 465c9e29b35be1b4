"""Each mistake in a town folder is found at its file and line, with what to do; the clean folder has none."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from app.catalogue.problems import Problem
from app.catalogue.source import Source

Edit = Callable[[str, str, str], Source]
Found = Callable[[Source], list[Problem]]

DOG = "services/dog/service.yaml"
TEXT = "services/dog/text.yaml"
PO = "services/dog/es.po"
LETTER = "services/dog/letters/certificate.html"

BROKEN = [
    # file, what stands there, what we write instead, and what is said
    (DOG, "department: registry", "department: tax", "no department “tax”. Use one of: registry."),
    (DOG, "id: dog", "id: cat", "Call the folder “cat”."),
    (DOG, "level: 1", "level: 7", "level is “7”"),
    (DOG, "level: 1", "leval: 1", "“leval” is not known here. Remove it, or mend the spelling."),
    (DOG, "level: 1", "level: 1\nsubject: kind", "“kind” is no person field of the form."),
    (DOG, "type: declaration", "type: oath", "form.fields.truth.type is “oath”. Use one of:"),
    (DOG, "value: listed", "value: lost", "There is no option `lost`."),
    (DOG, "when: listed_dog", "when: lost_dog", "There is no rule `lost_dog`."),
    (DOG, "  listed_dog:", "  spare: {field: kind, op: present}\n  listed_dog:", "Nothing uses the rule “spare”."),
    (DOG, "street: rounds}", "street: routes}", "There is no table `routes`."),
    (DOG, "max_files: 2", "max_files: 4", "4 files of 8 MB are 32 MB."),
    (DOG, "to: registered, by: examiner}", "to: registered, by: examiner, needs: [reason], says: [woof]}", "no “woof”"),
    (DOG, "max_files: 2", "max_files: 2, files: {by: vet}", "There is no function “vet”. Name one of `functions`:"),
    (DOG, "[reference, kind, owner.name]", "[reference, kind, owner.name, age]", "“age” is no field"),
    (DOG, "[reference, kind, owner.name]", "[reference, kind, owner.name, chip]", "does not use “chip”. Remove it."),
    (DOG, "{queue: registry}", "{queue: tax}", "The town has no department “tax”."),
    (DOG, "to: vet, auto: otherwise", "to: vat, auto: otherwise", "There is no state “vat”."),
    (DOG, "retention: P5Y", "retention: 5 years", "Write a duration"),
    (DOG, "fee: {amount: 1200,", "fee: {amount: -1,", "fee.amount is “-1”"),
    (DOG, "fee: {amount: 1200,", "fee: {per: kind, amount: 1200,", "“kind” is no number field of the form."),
    (DOG, "retention: P5Y", "level: 2", "“level” stands here twice. Remove one of the two."),
    (DOG, "retention: P5Y", "retention: [P5Y", "This is not YAML"),
    (DOG, "retention: P5Y", "retention: *level", "an alias (*) is not allowed here"),
    (DOG, "retention: P5Y", f"retention: {'[' * 101}{']' * 101}", "more than 100 levels lie in one another"),
    (DOG, "level: 1", "level: 1\nadvice: [{to: simple, when: simple}]", "Staff presses no transition “simple”."),
    (DOG, "level: 1", "level: 1\nadvice: [{to: grant, when: plain}]", "There is no rule “plain”. Add it to `rules`."),
    (DOG, "level: 1", "level: 1\nduplicates: {by: [kind, tail], show: [kind]}", "The form has no “tail”."),
    (DOG, "level: 1", "level: 1\nduplicates: {by: [owner], show: [kind]}", "“owner” is of type person, which cannot"),
    (DOG, "level: 1", "level: 1\nduplicates: {by: [kind], show: [owner]}", "“owner” is of type person, which cannot"),
    (DOG, "level: 1", "level: 1\nduplicates: {by: [kind], show: [place]}", "“place” is of type address, which"),
    (DOG, "level: 1", "level: 1\nduplicates: {by: [kind], show: [kind]}\nconfidential: true", "A confidential service"),
    (DOG, "level: 1", "level: 1\nduplicates: {by: [kind], show: [kind], within: soon}", "Write a duration"),
    (LETTER, "{{ kind }}", "{{ kind }} {{ chip }}", "The letter uses “chip”. Declare it in service.yaml"),
    (LETTER, "{{ kind }}", "{{ kind }} {{ t(kind) }}", "Name the sentence by its key"),
    (LETTER, "{{ kind }}", "{{ kind|shout }}", "The template cannot be read: No filter named"),
    (LETTER, "{{ kind }}", "{{ kind", "The template cannot be read"),
    (LETTER, "{{ kind }}", "{{ kind }}{% include 'x' %}", "A letter stands alone."),
    (TEXT, "service.summary:", "service.sum.easy: A dog.\nservice.summary:", "Nothing shows “service.sum.easy”."),
    (TEXT, "service.summary:", "service.summary.easy: A {dog}.\nservice.summary:", "names {dog}, which is not given"),
    (TEXT, "field.kind.label:", "field.kind.why.easy: Why?\nfield.kind.label:", "Nothing shows “field.kind.why.easy”."),
    (TEXT, "field.kind.label:", "state.gone.name.easy: No\nfield.kind.label:", "Nothing shows “state.gone.name.easy”."),
    (TEXT, "field.kind.label:", "rule.simple.easy: Yes\nfield.kind.label:", "Nothing shows “rule.simple.easy”."),
    (TEXT, "field.kind.label:", "field.kind.lable:", "Nothing shows “field.kind.lable”."),
    (TEXT, "The dog is in the register.", "The dog of {owner.name} is in.", "names {owner.name}, which is not given"),
    (TEXT, "We answer by {due}.", "Chip {chip}, answer by {due}.", "names {chip}, which is not given here."),
    (TEXT, "We answer by {due}.", "Owner {owner}, answer by {due}.", "names {owner}, which is not given here."),
    (TEXT, "This dog lives with {name}.", "This dog lives with {who}.", "names {who}, which is not given here."),
    (TEXT, "We check the chip.", "Look [here](/x).", "does not say where it leads"),
    (TEXT, "We check the chip.", "word " * 26 + ".", "too long (27 words, at most 25)"),
    (TEXT, "We check the chip.", "# Chip", "Begin headings with ##."),
    (TEXT, '"Received"', "", "“state.received.name” needs a sentence."),
    (PO, 'msgstr "Perro corriente"', 'msgstr ""', "“field.kind.option.ordinary” is not translated."),
    (PO, 'msgstr "Perro corriente"', 'msgstr "Ordinary dog"', "it reads like its source"),
    (PO, 'msgid "Ordinary dog"', 'msgid "Usual dog"', "“field.kind.option.ordinary” has changed."),
    (PO, 'msgstr "{reference}: tenemos', 'msgstr "Tenemos', "leaves out {reference}."),
    (PO, 'msgstr "Este perro vive con {name}."', 'msgstr "{name} {age}"', "names {age}, which its source"),
    (PO, 'msgctxt "rule.simple"', 'msgctxt "rule.simpel"', "text.yaml has no “rule.simpel”."),
    (PO, "Comprobamos el chip.", "[Aquí](/x).", "does not say where it leads"),
    (PO, 'msgstr "Perro corriente"', 'msgstr "Perro corriente', "Mend the line."),
    (PO, 'msgstr "Perro corriente"', 'msgstr ""', "is not translated. Write the translation behind msgstr."),
    ("town.yaml", "source: en", "source: fr", "“fr” is not among the locales."),
    ("town.yaml", "office: hall}", "office: port}", "There is no office “port”."),
    ("town.yaml", "services: [dog]", "services: [dog, cat]", "There is no service “cat”. Name one of: dog."),
    ("town.yaml", "pages: [data-protection, ", "pages: [", "Every town owes the page “data-protection”."),
    ("phrases.yaml", "services: [dog]", "services: [cat]", "There is no service “cat”."),
    ("phrases.yaml", "kind: reason_refuse", "kind: excuse", "Use one of:"),
    ("phrases/text.yaml", "The chip {number}", "The chip {digits}", "names {digits}, which is not given here."),
    ("text.yaml", "department.registry.name", "department.taxes.name", "Nothing shows “department.taxes.name”."),
    ("es.po", "Comunicar una barrera {#report}", "Comunicar una barrera", "must name the same headings as its source"),
    ("data/streets.csv", "Calle Baja,South", "Calle Baja", "This line has 1 values, not 2."),
    ("data/streets.csv", "Calle Baja,", "Calle Alta,", "“Calle Alta” must stand in “street” once."),
    ("data/streets.csv", "street,district", "road,district", "with “street” among them."),
    ("services/dog/runs/plain.yaml", "person: amina", "persona: amina", "“persona” is not known here."),
    ("offices/hall.yaml", "departments: [registry]", "departments: [tax]", "There is no department “tax”."),
    ("offices/hall.yaml", "departments: [registry]", "departments: registry", "Write a list, as in [one, two]."),
    ("town.yaml", "letters: ", "letters: x", "Write two capitals, as in ES."),
]  # fmt: skip


def test_an_office_that_cannot_be_read_is_said_once(edit: Edit, found: Found) -> None:
    said = [str(problem) for problem in found(edit("offices/hall.yaml", "'09:00-14:00'", "9 to 14"))]
    assert said == ["offices/hall.yaml:7: hours.mon.0 is “9 to 14”. Write hours, as in 09:00-14:00."]


def test_the_clean_town_has_no_problem(little: Source, found: Found) -> None:
    assert found(little) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [pytest.param(*row, id=f"{row[0]}: {row[2][:40]}") for row in BROKEN],
)
def test_it_names_file_line_and_what_to_do(
    little: Source, edit: Edit, found: Found, file: str, old: str, new: str, said: str
) -> None:
    source = edit(file, old, new)
    line = little.files[file].decode().partition(old)[0].count("\n") + 1
    hits = [problem for problem in found(source) if problem.file == file and said in problem.message]
    assert hits, found(source)
    assert min(abs(hit.line - line) for hit in hits) <= 1
    assert hits[0].message.endswith((".", "”", "]"))


def test_it_names_what_is_missing(little: Source, found: Found) -> None:
    for name, said in {
        DOG: "This file is missing. Add it.",
        "services/dog/es.po": "This translation is missing. Add the file.",
        "services/dog/data/rounds.csv": "This table is missing. Add the file.",
        "town.yaml": "This file is missing. Add it.",
        "offices/hall.yaml": "",
    }.items():
        left = {path: data for path, data in little.files.items() if path != name}
        problems = found(replace(little, files=left))
        assert problems, name
        assert not said or any(problem.file == name and problem.message == said for problem in problems)


def test_a_missing_letter_is_asked_for_where_it_is_declared(little: Source, found: Found) -> None:
    left = {path: data for path, data in little.files.items() if path != LETTER}
    said = [str(problem) for problem in found(replace(little, files=left))]
    assert f"{DOG}:14: There is no letters/certificate.html. Add the letter." in said


def test_a_missing_sentence_is_asked_for_with_the_line_that_needs_it(edit: Edit, found: Found) -> None:
    said = [str(problem) for problem in found(edit(TEXT, 'field.kind.label: "What kind of dog is it?"\n', ""))]
    assert f"{TEXT}: “field.kind.label” is missing (service.yaml, line 19 needs it). Write the sentence." in said


def test_each_part_of_a_rule_that_decides_needs_a_sentence(edit: Edit, found: Found) -> None:
    whole = "simple: {field: kind, op: in, value: [assistance, ordinary]}"
    said = [str(problem) for problem in found(edit(DOG, whole, "simple: {all: [listed_dog]}"))]
    assert f"{TEXT}: “rule.listed_dog” is missing (service.yaml, line 11 needs it). Write the sentence." in said


def test_what_asks_the_register_gives_advice_and_no_more(edit: Edit, found: Found) -> None:
    told = found(
        edit(DOG, "{field: kind, op: in, value: [assistance, ordinary]}", "{field: register.known, op: present}")
    )
    said = [problem.line for problem in told if "“simple” asks the register. Only rules of `advice`" in problem.message]
    assert len(said) == 2, "what moves a case, and what waives its fee"
    told = found(edit(DOG, "level: 1", "level: 1\nadvice: [{to: grant, when: listed_dog}]"))
    assert [problem.message for problem in told if "rule.listed_dog" in problem.message]


def test_a_transition_without_a_recorded_run_is_named(little: Source, found: Found) -> None:
    left = {path: data for path, data in little.files.items() if path != "services/dog/runs/withdrawn.yaml"}
    said = [str(problem) for problem in found(replace(little, files=left))]
    assert said == [f"{DOG}:46: No recorded run takes the transition “withdraw”. Add one to runs/."]


def test_a_copy_is_no_second_service(little: Source, found: Found) -> None:
    copy = {
        path.replace("services/dog/", "services/hound/"): data.replace(b"id: dog", b"id: hound")
        for path, data in little.files.items()
        if path.startswith("services/dog/")
    }
    said = [str(problem) for problem in found(replace(little, files={**little.files, **copy}))]
    expected = "services/hound/service.yaml:2: It asks and does the same as “dog”. Make one service of the two."
    assert said == [expected]


def test_a_fuzzy_translation_is_named(edit: Edit, found: Found) -> None:
    said = found(edit(PO, '\nmsgctxt "rule.simple"', '\n#, fuzzy\nmsgctxt "rule.simple"'))
    assert [problem.message for problem in said] == [
        "“rule.simple” is marked fuzzy. Check the translation and remove the mark."
    ]


def test_a_name_may_stay_as_it_is_when_its_translation_says_so(edit: Edit, found: Found) -> None:
    entry = 'msgctxt "section.all.title"\nmsgid "The dog"\nmsgstr "{}"'
    same = entry.format("The dog")
    assert len(found(edit(PO, entry.format("El perro"), same))) == 1
    assert found(edit(PO, entry.format("El perro"), f"# same: a name\n{same}")) == []


def test_every_problem_is_told_at_once(edit: Edit, found: Found, little: Source) -> None:
    once = edit(DOG, "department: registry", "department: tax")
    files = {**once.files, "es.po": little.files["es.po"].replace(b"Chico", b"")}
    said = found(replace(once, files=files))
    assert {problem.file for problem in said} == {DOG, "es.po"}


@pytest.mark.parametrize(
    "file", [DOG, TEXT, "text.yaml", "town.yaml", "phrases/text.yaml", "services/dog/runs/plain.yaml"]
)
def test_a_file_that_cannot_be_read_is_the_only_problem(little: Source, found: Found, file: str) -> None:
    """Whoever forgot a bracket is not told to remove a hundred translations."""
    unread = little.files[file] + b"\nlast: [never closed\n"
    [problem] = found(replace(little, files={**little.files, file: unread}))
    assert problem.file == file
    assert problem.message.startswith("This is not YAML")
