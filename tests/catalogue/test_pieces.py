"""Life events, articles, events and announcements: every mistake at once with file, line and what to do; what counts
from the import does not begin anew with the next one."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from app import catalogue
from app.catalogue.checks import check_folder
from app.catalogue.loading import TownFolder, read_town
from app.catalogue.markdown import prose
from app.catalogue.problems import Broken, Problem
from app.catalogue.shelf import shelf
from app.catalogue.source import Source
from app.catalogue.writing.facts import LocalEventFacts
from app.catalogue.writing.recurring import dates
from app.kit import db
from app.kit.towns import Town

Edit = Callable[[str, str, str], Source]
Found = Callable[[Source], list[Problem]]
LIFE, ARTICLE = "life_events/puppy/life_event.yaml", "articles/vets/article.yaml"
EVENT, ANNOUNCEMENT = "events/dog-walk/event.yaml", "announcements/works/announcement.yaml"
TEXT, PO = "articles/vets/text.yaml", "articles/vets/es.po"
BODY = "[Register your dog](service:dog)"

BROKEN = [
    (LIFE, "icon: house", "icon: whale", "icon is “whale”. Use one of:"),
    (LIFE, "id: puppy", "id: pup", "Call the folder “pup”."),
    (LIFE, "service: dog", "service: cat", "There is no service “cat”. Mend the id, or add it. There are: dog."),
    (LIFE, "article: vets", "article: vet", "There is no article “vet”."),
    (LIFE, "id: read,", "id: register,", "There is another step “register”."),
    (ARTICLE, "department: registry", "department: tax", "There is no department “tax”. Name one of: registry."),
    (ARTICLE, "[puppy]", "[kitten]", "There is no life event “kitten”."),
    (ARTICLE, "[dog]", "[cat]", "There is no service “cat”."),
    (ARTICLE, "department: registry", "department: registry\nexit: true", "Add `discreet: true`."),
    (ARTICLE, "2026-10-15", "last year", "reviewed is “last year”. Write a day, as in 2026-10-15."),
    (TEXT, "Where is a vet?", "Vets", "The title is no question."),
    (TEXT, "## Is it free?", "## Costs", "The heading “Costs” is no question."),
    (TEXT, "## Is it free?", "### Is it free?", "leaves out a level. Begin it with ##."),
    (TEXT, BODY, "[Register](service:cat)", "The link “Register” leads to service:cat, which is not there."),
    (TEXT, BODY, "[Register](service:dogs)", "which is not there. Is it service:dog? Mend the id, or add it."),
    (TEXT, BODY, "[Register](/services/cat)", "leads to /services/cat, which is not there. Mend the address."),
    (TEXT, BODY, "[Register](dogs.html)", "leads to “dogs.html”, which is no address."),
    (TEXT, BODY, "[Here](service:dog)", "does not say where it leads"),
    (TEXT, BODY, "word " * 26, "too long (27 words, at most 25)"),
    (TEXT, "article.words:", "article.wards:", "Nothing shows “article.wards”."),
    (PO, "registre su perro](service:dog)", "registre](service:perro)", "leads to service:perro, which is not there."),
    (PO, 'msgstr "Veterinarios cerca."', 'msgstr ""', "“article.summary” is not translated."),
    (PO, 'msgstr "Veterinarios cerca."', 'msgstr "Vets near you."', "it reads like its source"),
    (PO, 'msgid "Vets near you."', 'msgid "Vets."', "“article.summary” has changed."),
    (EVENT, "FREQ=WEEKLY;BYDAY=SA", "FREQ=WEEKLY;BYDAY=SA;UNTIL=20261128T235959Z", "no date to come"),
    (EVENT, "repeat: FREQ=WEEKLY;BYDAY=SA\n", "", "no date to come"),
    (EVENT, "FREQ=WEEKLY;BYDAY=SA", "every Saturday", "is no rule of RFC 5545"),
    (EVENT, "FREQ=WEEKLY;BYDAY=SA", "RRULE:FREQ=WEEKLY;BYDAY=SA", "is no rule of RFC 5545 (there is no RRULE:FREQ)"),
    (EVENT, "FREQ=WEEKLY;BYDAY=SA", "FREQ=WEEKLY;BYWEEKDAY=SA", "is no rule of RFC 5545 (there is no BYWEEKDAY)"),
    (EVENT, "FREQ=WEEKLY;BYDAY=SA", "FREQ=MINUTELY", "FREQ=DAILY, WEEKLY, MONTHLY or YEARLY."),
    (EVENT, "BYDAY=SA", "BYDAY=SU", "is not one of the days that this rule names."),
    (EVENT, "ends: 2026-11-28T13:00", "ends: 2026-11-28T09:00", "The event ends before it starts."),
    (EVENT, "starts: 2026-11-28T10:00", "starts: 2026-11-28T10:00Z", "without a zone."),
    (EVENT, "Calle Alta", "Calle Ancha", "There is no street “Calle Ancha”. Write it as the table of streets does."),
    (EVENT, 'place: {street: Calle Alta, number: "3"}', "place: pool", "There is no office “pool”."),
    (ANNOUNCEMENT, "Calle Alta", "Calle Ancha", "There is no street “Calle Ancha”."),
    (ANNOUNCEMENT, "kind: works", "kind: party", "kind is “party”. Use one of:"),
    (ANNOUNCEMENT, "until: P4D", "until: soon", "Write a day and time"),
    (ANNOUNCEMENT, "until: P4D", "until: 2026-10-31T08:00", "ends before it begins."),
    ("town.yaml", "services: [dog]", "services: [dog]\nfeatured: [cat]", "There is no service “cat”."),
    ("town.yaml", "services: [dog]", "services: [dog]\nlife_events: [calf]", "There is no life event “calf”."),
    ("services/dog/service.yaml", "level: 1", "level: 1\nlife_events: [calf]", "There is no life event “calf”."),
    ("services/dog/text.yaml", "We check the chip.", "See [vets](article:vet).", "leads to article:vet"),
]  # fmt: skip


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
    assert min(abs(hit.line - line) for hit in hits) <= 2
    assert hits[0].message.endswith((".", "”", "]"))


@pytest.mark.parametrize("name", [ARTICLE, TEXT, PO, LIFE, EVENT, ANNOUNCEMENT])
def test_a_file_that_is_missing_is_named(little: Source, found: Found, name: str) -> None:
    left = {path: data for path, data in little.files.items() if path != name}
    assert any(
        problem.file == name and "is missing" in problem.message for problem in found(replace(little, files=left))
    )


def test_a_missing_step_is_asked_for_with_the_line_that_needs_it(edit: Edit, found: Found) -> None:
    text = "life_events/puppy/text.yaml"
    said = [str(problem) for problem in found(edit(text, 'step.walk.when: "Every day"\n', ""))]
    assert f"{text}: “step.walk.when” is missing ({LIFE}, line 7 needs it). Write the sentence." in said


def test_all_mistakes_are_told_at_once_and_nothing_is_half_imported(
    town: Town, folder: TownFolder, little: Source
) -> None:
    with db.write(town) as unit:
        catalogue.import_town(unit, folder)
        before = catalogue.content_version(unit)
    broken = {
        TEXT: little.files[TEXT].replace(b"(service:dog)", b"(service:cat)"),
        PO: little.files[PO].replace(b"Veterinarios cerca.", b""),
        EVENT: little.files[EVENT].replace(b"repeat: FREQ=WEEKLY;BYDAY=SA\n", b""),
        "announcements/works/text.yaml": little.files["announcements/works/text.yaml"].replace(b"closed", b"open"),
    }
    with pytest.raises(Broken) as raised, db.write(town) as unit:
        catalogue.import_town(unit, read_town(replace(little, files={**little.files, **broken})))
    assert {problem.file for problem in raised.value.problems} == {TEXT, PO, EVENT, "announcements/works/es.po"}
    with db.read(town) as unit:
        assert catalogue.content_version(unit) == before


def test_a_long_sentence_gives_its_reason_in_the_file(little: Source, found: Found) -> None:
    long = "word " * 30
    text = little.files[TEXT].decode().replace("Vets near you.", f"{long.strip()}.")
    po = little.files[PO].decode().replace("Vets near you.", f"{long.strip()}.").replace("cerca.", f"{long}cerca.")
    files = {**little.files, TEXT: text.encode(), PO: po.encode()}
    assert len(found(replace(little, files=files))) == 2
    files[TEXT] = text.replace("article.summary", "# long: the law says so\narticle.summary").encode()
    files[PO] = po.replace('msgctxt "article.summary"', '# long: the law\nmsgctxt "article.summary"').encode()
    assert found(replace(little, files=files)) == []
    files[TEXT] = text.replace("article.summary", "# long:\narticle.summary").encode()
    assert len(found(replace(little, files=files))) == 1, "a reason has words"


def test_a_list_of_words_is_no_sentence(edit: Edit, found: Found) -> None:
    listed = ", ".join(f"word{number}" for number in range(60))
    hits = found(edit(TEXT, "animal doctor", listed))
    assert not [problem for problem in hits if "too long" in problem.message]


def test_an_announcement_goes_on_when_it_is_imported_again(town: Town, folder: TownFolder, edit: Edit) -> None:
    def until() -> datetime:
        with db.read(town) as unit:
            return datetime.fromisoformat(shelf(unit).get("announcement", "works")["until"])

    def import_(read: TownFolder) -> bool:
        with db.write(town) as unit:
            return catalogue.import_town(unit, read)

    import_(folder)
    first = until()
    assert timedelta(days=3, hours=22) < first - town.clock.now() < timedelta(days=4, hours=2)
    town.clock.move(timedelta(days=2))
    assert import_(folder) is False
    assert until() == first
    assert import_(read_town(edit(ANNOUNCEMENT, "until: P4D", "until: P5D"))) is True
    assert until() > first + timedelta(days=2)


def test_an_event_that_is_over_is_refused_later_too(folder: TownFolder, edit: Edit) -> None:
    once = read_town(edit(EVENT, "repeat: FREQ=WEEKLY;BYDAY=SA\n", ""))
    assert check_folder(once, datetime(2026, 11, 28, 11, 59, tzinfo=UTC)) == []
    assert len(check_folder(once, datetime(2026, 11, 28, 12, 0, tzinfo=UTC))) == 1


def test_an_event_stays_at_its_hour_when_the_clocks_change() -> None:
    facts = LocalEventFacts.model_validate({
        "id": "walk", "department": "culture", "place": "library", "starts": "2026-10-17T10:00",
        "ends": "2026-10-17T12:00", "repeat": "FREQ=WEEKLY;BYDAY=SA", "without": ["2026-10-31"],
    })  # fmt: skip
    zone = ZoneInfo("Europe/Madrid")
    found = dates(facts, zone, datetime(2026, 10, 17, 9, tzinfo=UTC))
    starts = [next(found)[0] for _ in range(3)]
    assert [start.astimezone(zone).strftime("%d %H:%M") for start in starts] == ["17 10:00", "24 10:00", "07 10:00"]
    assert [start.hour for start in starts] == [8, 8, 9]


def test_links_of_our_own_things_lead_there_in_the_language_of_the_page() -> None:
    text = "[a](service:birth_certificate) [b](life_event:child) [c](office:town_hall) [d](page:contact)"
    made = prose(text, "zh-Hant")
    for address in ("services/birth-certificate", "life-events/child", "offices/town-hall", "contact"):
        assert f'href="/zh-Hant/{address}"' in made
