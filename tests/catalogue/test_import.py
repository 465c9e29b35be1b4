"""Importing: all of it or nothing, the same again changes nothing, and what is pinned stays."""

import re
from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from app import catalogue
from app.catalogue.loading import TownFolder, read_town
from app.catalogue.models import Content, ServiceRow, ServiceText, ServiceVersion
from app.catalogue.problems import Broken
from app.catalogue.source import Source, unpack
from app.kit import db
from app.kit.errors import NotFound
from app.kit.ids import new_id
from app.kit.towns import Town

Edit = Callable[[str, str, str], Source]
DOG = "services/dog/service.yaml"


def import_(town: Town, folder: TownFolder) -> bool:
    with db.write(town) as unit:
        return catalogue.import_town(unit, folder)


def counts(town: Town) -> list[int]:
    with db.read(town) as unit:
        tables = map(db.table, (ServiceRow, ServiceVersion, ServiceText, Content))
        return [db.value(unit, select(func.count()).select_from(table)) for table in tables]


def current(town: Town) -> catalogue.Service:
    with db.read(town) as unit:
        service = catalogue.service(unit, "dog")
        assert service is not None
        return service


def version(town: Town) -> str:
    with db.read(town) as unit:
        return catalogue.content_version(unit)


def test_a_service_is_what_its_package_says(town: Town, folder: TownFolder) -> None:
    import_(town, folder)
    service = current(town)
    assert (service.slug, service.department, service.level, service.mandate) == ("dog", "registry", 1, False)
    assert service.fee is not None
    assert (service.fee.amount, service.fee.free_when) == (1200, "simple")
    assert [step.ask for step in service.form.steps][-1] == "truth"
    assert service.workflow.start == "received"
    assert list(service.rules) == ["listed_dog", "simple"]
    assert service.letters["certificate"].variables == ("reference", "kind", "owner.name")


def test_the_same_again_changes_nothing(town: Town, folder: TownFolder) -> None:
    assert import_(town, folder) is True
    before, bumped = counts(town), version(town)
    assert import_(town, folder) is False
    assert (counts(town), version(town)) == (before, bumped)


def test_a_broken_folder_leaves_no_trace(town: Town, edit: Edit) -> None:
    with pytest.raises(Broken, match="no department “tax”"):
        import_(town, read_town(edit(DOG, "department: registry", "department: tax")))
    assert counts(town) == [0, 0, 0, 0]
    assert version(town) == ""


def test_a_broken_folder_leaves_what_was_there(town: Town, folder: TownFolder, edit: Edit) -> None:
    import_(town, folder)
    before, bumped = counts(town), version(town)
    with pytest.raises(Broken):
        import_(town, read_town(edit("text.yaml", "town.name", "town.nome")))
    assert (counts(town), version(town)) == (before, bumped)


def test_what_is_rolled_back_is_not_remembered(town: Town, folder: TownFolder, edit: Edit) -> None:
    import_(town, folder)

    def break_off() -> None:
        with db.write(town) as unit:
            catalogue.import_town(unit, read_town(edit(DOG, "level: 1", "level: 2")))
            found = catalogue.service(unit, "dog")
            assert found is not None
            assert found.level == 2
            raise RuntimeError

    with pytest.raises(RuntimeError):
        break_off()
    assert current(town).level == 1


def test_a_new_structure_is_a_new_version_and_the_old_one_stays(town: Town, folder: TownFolder, edit: Edit) -> None:
    import_(town, folder)
    old = current(town)
    assert import_(town, read_town(edit(DOG, "max_files: 2", "max_files: 1"))) is True
    new = current(town)
    assert new.version_id != old.version_id
    with db.read(town) as unit:
        pinned = catalogue.version(unit, old.version_id).form.fields["policy"]
        assert pinned.type == "file"
        assert pinned.max_files == 2


def test_going_back_takes_the_first_version_again(town: Town, folder: TownFolder, edit: Edit) -> None:
    import_(town, folder)
    first = current(town).version_id
    import_(town, read_town(edit(DOG, "max_files: 2", "max_files: 1")))
    import_(town, folder)
    assert current(town).version_id == first


def test_a_mended_sentence_needs_no_new_version(town: Town, folder: TownFolder, edit: Edit) -> None:
    import_(town, folder)
    before, bumped = current(town), version(town)
    assert import_(town, read_town(edit("services/dog/es.po", "Perro corriente", "Perro común"))) is True
    assert current(town).version_id == before.version_id
    assert version(town) != bumped
    with db.read(town) as unit:
        assert catalogue.texts(unit, before, "es")("field.kind.option.ordinary") == "Perro común"


OTHERS = [
    "    others: {type: group, max: 4, optional: true, fields: {name: {type: text}, chip: {type: text}}}\n",
    "    - {id: others, ask: others}\n",
    " others,",
]


@pytest.fixture
def without_others(little: Source) -> TownFolder:
    """The little town whose dog form asks one question less."""
    files = dict(little.files)
    for text in OTHERS:
        assert text.encode() in files[DOG]
        files[DOG] = files[DOG].replace(text.encode(), b"")
    for name, pattern in (("text.yaml", rb"field\.others.*\n"), ("es.po", rb'\nmsgctxt "field\.others.*\n.*\n.*\n')):
        files[f"services/dog/{name}"] = re.sub(pattern, b"", files[f"services/dog/{name}"])
    return read_town(Source(files))


def test_a_sentence_that_an_old_version_shows_never_vanishes(
    town: Town, folder: TownFolder, without_others: TownFolder
) -> None:
    import_(town, folder)
    import_(town, without_others)
    service = current(town)
    assert "others" not in service.form.fields
    with db.read(town) as unit:
        assert catalogue.texts(unit, service, "es")("field.others.label") == "Otros perros"


def test_an_id_does_not_return(town: Town, folder: TownFolder, without_others: TownFolder, edit: Edit) -> None:
    import_(town, folder)
    import_(town, without_others)
    with pytest.raises(Broken, match=rf"{DOG}:22: “others” was a field once"):
        import_(town, read_town(edit(DOG, "max: 4", "max: 5")))


def test_a_version_as_a_whole_may_return(town: Town, folder: TownFolder, without_others: TownFolder) -> None:
    import_(town, folder)
    import_(town, without_others)
    assert import_(town, folder) is True


def test_an_id_does_not_become_another_question(town: Town, folder: TownFolder, edit: Edit) -> None:
    import_(town, folder)
    changed = edit(DOG, "chip: {type: text, pattern: '[0-9]{15}'}", "chip: {type: long_text}")
    with pytest.raises(Broken, match=rf"{DOG}:20: “chip” was a field of type text"):
        import_(town, read_town(changed))


def test_an_option_retires_and_does_not_vanish(town: Town, folder: TownFolder, edit: Edit) -> None:
    import_(town, folder)
    with pytest.raises(Broken, match=rf"{DOG}:19: The option “ordinary” is gone"):
        import_(town, read_town(edit(DOG, "[assistance, ordinary, listed]", "[assistance, listed]")))
    retired = edit(DOG, "[assistance, ordinary, listed]", "[assistance, {id: ordinary, retired: true}, listed]")
    assert import_(town, read_town(retired)) is True


def test_a_town_that_drops_an_office_no_longer_shows_it(town: Town, folder: TownFolder, little: Source) -> None:
    import_(town, folder)
    files = {name: data for name, data in little.files.items() if name != "offices/hall.yaml"}
    files["town.yaml"] = files["town.yaml"].replace(b"offices: [hall]", b"offices: []").replace(b", office: hall", b"")
    for name in ("text.yaml", "es.po"):
        lines = files[name].decode().splitlines(keepends=True)
        kept, skip = [], 0
        for line in lines:
            skip = 3 if "office.hall" in line and name == "es.po" else skip
            if skip == 0 and "office.hall" not in line:
                kept.append(line)
            skip = max(0, skip - 1)
        files[name] = "".join(kept).encode()
    assert import_(town, read_town(Source(files))) is True
    with db.read(town) as unit:
        assert catalogue.offices(unit, "en") == ()


def test_an_exported_service_is_the_package_that_was_imported(town: Town, folder: TownFolder, little: Source) -> None:
    import_(town, folder)
    with db.read(town) as unit:
        archive = catalogue.export_service(unit, "dog")
    assert unpack(archive, "dog.zip").files == little.within("services/dog").files
    assert catalogue.pack(little.within("services/dog")) == archive


def test_it_does_not_know_a_version_of_another_town(town: Town, folder: TownFolder) -> None:
    import_(town, folder)
    with db.read(town) as unit, pytest.raises(NotFound):
        catalogue.version(unit, new_id())


def test_a_town_with_nothing_in_it_yet_has_pages_all_the_same(town: Town) -> None:
    with db.read(town) as unit:
        assert catalogue.services(unit) == ()
        assert catalogue.town(unit, "es").name == "Ventanilla"
        assert catalogue.page(unit, "contact", "es") is None
