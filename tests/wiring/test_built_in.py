"""A service that comes with the product is there in each town, in a department that the town names."""

from dataclasses import replace
from pathlib import Path

from sqlalchemy import select, update

from app import catalogue
from app.catalogue.loading import read_town
from app.catalogue.models import ServiceRow
from app.catalogue.source import Source, open_source
from app.kit import db
from app.kit.towns import Town
from app.wiring import built_in, demo, storing

S = db.table(ServiceRow)
LITTLE = Path(__file__).parents[1] / "catalogue" / "town"


def little(**changes: str) -> catalogue.TownFolder:
    files = dict(open_source(LITTLE).files)
    files["town.yaml"] += "".join(f"{name}: {value}\n" for name, value in changes.items()).encode()
    return read_town(Source(files))


def test_a_town_that_names_no_department_answers_in_its_first(empty_town: Town) -> None:
    storing.store(empty_town, little(), ())
    with db.read(empty_town) as unit:
        service = catalogue.service(unit, "barrier")
        assert service is not None
        assert service.department == "registry"
        assert service.workflow.states["found"].queue == "registry"
        assert str(catalogue.texts(unit, service, "es")("service.name")) == "Avisar de una barrera"
        assert "barrier" not in {each.id for each in catalogue.services(unit)}, "it has a way in of its own"


def test_a_department_that_is_not_there_is_named_with_its_line() -> None:
    [problem] = [each for each in catalogue.check_parts(little(barriers="garden")) if "garden" in each.message]
    assert problem.message == "There is no department “garden”. Name one of: registry."
    assert problem.file == "town.yaml"
    assert problem.line > 1


def test_a_town_may_bring_a_package_of_its_own() -> None:
    folder = catalogue.load_town(demo.FOLDER)
    [ours] = built_in.of(folder)
    assert built_in.of(replace(folder, packages=(*folder.packages, ours))) == ()


def test_a_town_that_was_there_before_gets_it_with_the_migration(town: Town) -> None:
    assert not built_in.renew(town), "nothing has changed since its import"
    with db.write(town) as unit:
        db.change(unit, update(S).where(S.c.id == "barrier").values(department="gone"))
    before = version(town)
    assert built_in.renew(town)
    assert version(town) != before
    with db.read(town) as unit:
        assert db.value(unit, select(S.c.department).where(S.c.id == "barrier")) == "civil_registry"


def test_a_town_that_holds_nothing_gets_it_with_its_folder(empty_town: Town) -> None:
    assert not built_in.renew(empty_town)


def version(town: Town) -> str:
    with db.read(town) as unit:
        return catalogue.content_version(unit)
