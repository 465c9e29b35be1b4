"""Pages of what is on: honest about the hour, kept no longer than they are true, and in a calendar as they are."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar
from starlette.testclient import TestClient

from app.catalogue.loading import read_town
from app.catalogue.source import Source
from app.kit.towns import Town
from tests.catalogue.written import NOON, ages, client, opened, shown

Edit = Callable[[str, str, str], Source]
MADRID = ZoneInfo("Europe/Madrid")
EVENT = "events/dog-walk/event.yaml"
__all__ = ["client"]


def test_an_event_tells_its_next_dates_the_place_and_how_one_gets_in(client: TestClient) -> None:
    text = shown(client, "/en/events/dog-walk")
    for part in ("Every Saturday", "Saturday, 5 December 2026, 10:00 to 13:00", "The green square", "Calle Alta 3",
                 "No steps", "Free", "/en/events/dog-walk.ics"):  # fmt: skip
        assert part in text, part
    assert "28 November" not in text
    assert "5 December, 10:00 to 13:00" in shown(client, "/en/events")


def test_nobody_keeps_an_event_beyond_its_end(client: TestClient, town: Town) -> None:
    ends = datetime(2026, 12, 5, 12, tzinfo=UTC)
    town.clock.set(ends - timedelta(seconds=90))
    assert "5 December" in shown(client, "/en/events")
    fresh, stale = ages(client, "/en/events")
    assert 50 < fresh <= 60
    assert 80 < fresh + stale <= 90
    town.clock.set(ends - timedelta(seconds=20))
    assert sum(ages(client, "/en/")) <= 20
    town.clock.set(ends + timedelta(seconds=1))
    for path in ("/en/events", "/en/events/dog-walk", "/en/"):
        assert "5 December" not in shown(client, path), path
        assert "12 December" in shown(client, path), path
    assert ages(client, "/en/events") == (60, 600)


def test_a_calendar_file_is_whole_and_the_event_keeps_its_name(client: TestClient, town: Town) -> None:
    names = set()
    for path in ("/en/events/dog-walk.ics", "/es/events/dog-walk.ics", "/en/events.ics"):
        answer = client.get(path)
        assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
        calendar = Calendar.from_ical(answer.content)
        [zone] = calendar.walk("VTIMEZONE")
        [event] = calendar.walk("VEVENT")
        assert zone["TZID"] == "Europe/Madrid"
        for part, hour in (("DAYLIGHT", 2), ("STANDARD", 3)):
            change = zone.walk(part)[-1]
            assert change["DTSTART"].dt.hour == hour, "by the time that was before"
            assert {each.dt.hour for each in change["RDATE"].dts} == {hour}
        assert event["DTSTART"].params["TZID"] == "Europe/Madrid"
        assert event["RRULE"] == {"FREQ": ["WEEKLY"], "BYDAY": ["SA"]}
        assert event["DTSTAMP"].dt.tzinfo is not None
        assert event["URL"].startswith(town.base_url)
        assert all(len(line) <= 75 for line in answer.content.split(b"\r\n"))
        names.add(str(event["UID"]))
    assert len(names) == 1
    assert client.get("/en/events.ics").content == client.get("/en/events.ics").content
    assert client.get("/en/events/cat-walk.ics").status_code == 404


def test_a_calendar_leaves_out_what_the_event_leaves_out(town: Town, edit: Edit) -> None:
    town.clock.set(NOON)
    client = opened(town, read_town(edit(EVENT, "BYDAY=SA", "BYDAY=SA\nwithout: [2026-12-05]")))
    assert "Saturday, 12 December 2026" in shown(client, "/en/events/dog-walk")
    assert "Saturday, 5 December" not in shown(client, "/en/events/dog-walk")
    assert b"EXDATE;TZID=Europe/Madrid:20261205T100000" in client.get("/en/events.ics").content
