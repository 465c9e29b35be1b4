"""The time to decide is over and the case goes on: silence may lead to a state that is not final, under each law."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from app import catalogue
from app.cases import contents
from app.cases.clock import LegalCalendar
from app.cases.profile import Profile
from app.catalogue.models import Content, ServiceRow, ServiceVersion
from app.kit import db, ids
from app.kit.towns import Town
from tests.cases import profiles
from tests.desk.cases import case_of, permit, words
from tests.towns import Client

PERMIT = "building_permit"


def silence_leads_to_a_hearing(town: Town, law: Path) -> None:
    """A law, and a version of the permit in which nobody's decision in time means that the person is heard."""
    rows, versions, content = db.table(ServiceRow), db.table(ServiceVersion), db.table(Content)
    with db.write(town) as unit:
        row = db.row(unit, select(*versions.c).join(rows, rows.c.current == versions.c.id).where(rows.c.id == PERMIT))
        assert row is not None
        structure = deepcopy(row.structure)
        structure["package"]["clock"] = {"days": "20", "silence": {"to": "hearing"}}
        version = ids.new_id()
        db.add(unit, ServiceVersion, **{**row._asdict(), "id": version, "structure": structure, "digest": str(version)})
        db.change(unit, update(rows).where(rows.c.id == PERMIT).values(current=version))
        data = {**profiles.read(law), "identifiers": profiles.read(profiles.TOWN)["identifiers"]}
        db.change(unit, update(content).where(content.c.kind == "profile").values(data=data))
        catalogue.bump(unit)


def entered(town: Town, reference: str, state: str) -> int:
    case = case_of(town, reference)
    with db.read(town) as unit:
        return sum(row.state == state for row in contents.steps(unit, case.id))


@pytest.mark.parametrize("law", [profiles.TOWN, profiles.OTHER], ids=["spain", "taiwan"])
def test_it_happens_once_and_the_case_goes_on(
    town: Town, settle: Callable[..., int], comes_as: Callable[..., Client], amina: Client, law: Path
) -> None:
    silence_leads_to_a_hearing(town, law)
    calendar = LegalCalendar.of(Profile.model_validate(profiles.read(law)))
    reference = permit(amina)
    due = case_of(town, reference).due
    assert due is not None

    def go_to(moment: datetime) -> None:
        town.clock.move(moment - town.clock.now())
        settle()

    go_to(calendar.end_of(due) - timedelta(minutes=1))
    assert case_of(town, reference).state == "examine"
    go_to(calendar.end_of(due) + timedelta(minutes=1))
    heard = case_of(town, reference)
    assert (heard.state, heard.yours, heard.closed_at) == ("hearing", True, None)
    assert entered(town, reference, "hearing") == 1
    town.clock.move(timedelta(days=40))
    settle()
    back = case_of(town, reference)
    assert (back.state, back.due, back.closed_at) == ("examine", due, None), "late, and with the office again"
    assert entered(town, reference, "hearing") == 1
    page = words(comes_as("samir").get(f"/en/desk/cases/{reference}").text)
    assert "Our side: our turn" in page
