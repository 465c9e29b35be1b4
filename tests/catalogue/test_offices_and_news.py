"""Pages that change with the hour: an office that opens and closes, an announcement that begins and ends."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
from starlette.testclient import TestClient

from app.catalogue.content import offices
from app.catalogue.loading import TownFolder, read_town
from app.catalogue.opening import state
from app.catalogue.source import Source
from app.kit import db
from app.kit.towns import Town
from tests.catalogue.written import NOON, ages, client, opened, shown

Edit = Callable[[str, str, str], Source]
MADRID = ZoneInfo("Europe/Madrid")
EVENT = "events/dog-walk/event.yaml"
__all__ = ["client"]


@pytest.mark.parametrize(
    ("at", "words", "changes"),
    [
        ("2026-11-30T08:59", "Closed now. Opens today at 09:00", "2026-11-30T09:00"),
        ("2026-11-30T09:00", "Open now, until 14:00", "2026-11-30T14:00"),
        ("2026-11-30T14:00", "Closed now. Opens on Monday, 7 December 2026 at 09:00", "2026-12-01T00:00"),
        ("2026-12-06T23:59", "Closed now. Opens tomorrow at 09:00", "2026-12-07T00:00"),
        ("2026-12-13T09:00", "Closed now. Opens on Monday, 28 December 2026 at 09:00", "2026-12-14T00:00"),
    ],
)
def test_an_office_is_open_or_says_when_it_opens(
    town: Town, folder: TownFolder, at: str, words: str, changes: str
) -> None:
    opened(town, folder)
    with db.read(town) as unit:
        [hall] = offices(unit, "en")
    office = replace(hall, closed=hall.closed | {date(2026, 12, 14), date(2026, 12, 21)})
    now = state(office, MADRID, datetime.fromisoformat(at).replace(tzinfo=MADRID).astimezone(UTC), "en")
    assert now.words == words
    assert now.changes
    assert now.changes.astimezone(MADRID) == datetime.fromisoformat(changes).replace(tzinfo=MADRID)


def test_the_page_of_an_office_changes_when_it_closes(client: TestClient, town: Town) -> None:
    closes = datetime(2026, 11, 30, 13, tzinfo=UTC)
    town.clock.set(closes - timedelta(seconds=30))
    for path in ("/en/offices", "/en/offices/hall"):
        assert "Open now, until 14:00" in shown(client, path)
        assert sum(ages(client, path)) <= 30
    town.clock.set(closes)
    for path in ("/en/offices", "/en/offices/hall"):
        assert "Opens on Monday, 7 December 2026 at 09:00" in shown(client, path)


def test_an_office_says_how_one_gets_in_and_writes(client: TestClient) -> None:
    text = shown(client, "/en/offices/hall")
    for part in ("How do I get in without stairs?", "Plaza Chica 1", "09:00–14:00", "You get in without steps."):
        assert part in text, part


def test_an_announcement_is_for_a_street_and_ends_by_itself(client: TestClient, town: Town) -> None:
    for path in ("/en/announcements", f"/en/announcements?street={quote('Calle Alta')}", "/en/"):
        assert "Calle Alta is closed" in shown(client, path), path
    other = shown(client, f"/en/announcements?street={quote('Calle Baja')}")
    assert "is closed because" not in other
    assert "Calle Alta is closed" not in other
    assert "Nothing is closed or changed at the moment." in other
    to_the_hour = NOON + timedelta(days=4, hours=1)
    town.clock.set(to_the_hour - timedelta(seconds=10))
    assert sum(ages(client, "/en/announcements")) <= 10
    town.clock.set(to_the_hour + timedelta(seconds=5))
    for path in ("/en/announcements", f"/en/announcements?street={quote('Calle Alta')}", "/en/"):
        assert "Calle Alta is closed" not in shown(client, path), path


def test_an_announcement_that_has_not_begun_waits(town: Town, edit: Edit) -> None:
    town.clock.set(NOON)
    client = opened(town, read_town(edit("announcements/works/announcement.yaml", "2026-11-01T08:00", "P2D")))
    assert "Calle Alta is closed" not in shown(client, "/en/announcements")
    town.clock.set(NOON + timedelta(days=2, seconds=5))
    assert "Calle Alta is closed" in shown(client, "/en/announcements")


@pytest.mark.parametrize("street", ["", "Calle Ancha", "<script>", "' OR 1=1 --", "\u202e", "😀" * 500, "%00"])
def test_what_is_no_street_leads_to_the_whole_list(client: TestClient, street: str) -> None:
    answer = client.get("/en/announcements", params={"street": street})
    assert (answer.status_code, answer.headers["location"]) == (303, "/en/announcements")
    assert "public" not in answer.headers.get("cache-control", "")
