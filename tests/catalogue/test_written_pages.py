"""Pages of what a town writes: found, in order, honest about the hour, and kept no longer than they are true."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from urllib.parse import quote
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from starlette.testclient import TestClient

from app import catalogue
from app.catalogue.content import offices
from app.catalogue.loading import TownFolder, read_town
from app.catalogue.opening import state
from app.catalogue.routes import ROUTES
from app.catalogue.source import Source
from app.kit import db
from app.kit.towns import Town, Towns
from app.main import create_app

Edit = Callable[[str, str, str], Source]
MADRID = ZoneInfo("Europe/Madrid")
EVENT = "events/dog-walk/event.yaml"
NOON = datetime(2026, 11, 30, 11, tzinfo=UTC)
"""A Monday."""
PARTS = "/en/components/"
"""For whoever builds pages: the list of the parts stands in the sitemap, not each of them."""
UNLISTED = ("/search", "/offline", "/manifest.webmanifest")
"""Nothing is to be read there before somebody asks, or has no network."""


@pytest.fixture
def client(town: Town, folder: TownFolder) -> TestClient:
    town.clock.set(NOON)
    return opened(town, folder)


def opened(town: Town, folder: TownFolder) -> TestClient:
    with db.write(town) as unit:
        catalogue.import_town(unit, folder)
    return TestClient(create_app(Towns(town)), base_url="http://localhost:8000", follow_redirects=False)


def main(html: str) -> str:
    found = re.search(r"<main.*</main>", html, re.DOTALL)
    assert found
    return found[0]


def shown(client: TestClient, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return main(answer.text)


def ages(client: TestClient, path: str) -> tuple[int, int]:
    """For how many seconds others may keep a page, and for how many more they may show it."""
    found = re.fullmatch(
        r"public, max-age=0, s-maxage=(\d+), stale-while-revalidate=(\d+)", client.get(path).headers["cache-control"]
    )
    assert found
    return int(found[1]), int(found[2])


def test_a_life_event_leads_through_its_steps_in_order(client: TestClient) -> None:
    text = shown(client, "/es/life-events/puppy")
    parts = ["Llega un cachorro", "Registre el perro", "El primer mes", "Registrar un perro", "Busque veterinario",
             "¿Dónde hay veterinario?", "Salga a pasear", "Cada día"]  # fmt: skip
    places = [text.index(part) for part in parts]
    assert places == sorted(places)
    for address in ("services/dog", "articles/vets", "contact"):
        assert f'href="/es/{address}"' in text
    assert 'href="/es/life-events/puppy"' in shown(client, "/es/life-events")
    assert 'href="/es/life-events/puppy"' in shown(client, "/es/")


def test_an_article_says_when_it_was_checked_what_to_do_and_whom_to_ask(client: TestClient) -> None:
    text = shown(client, "/en/articles/vets")
    for part in ("Where is a vet?", "15 October 2026", "/en/services/dog", "/en/life-events/puppy", "tel:+34600000190"):
        assert part in text
    assert "registry@little.example" in text
    assert 'href="/en/articles/vets"' in shown(client, "/en/articles")


def test_what_a_language_lacks_says_so_and_is_whole_in_another(client: TestClient) -> None:
    for path in ("/ar/life-events/puppy", "/ar/articles/vets", "/ar/events/dog-walk"):
        text = shown(client, path)
        assert 'lang="en" dir="ltr"' in text
    assert 'lang="' not in shown(client, "/es/life-events/puppy")


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
    town.clock.set(NOON + timedelta(days=4, seconds=-10))
    assert sum(ages(client, "/en/announcements")) <= 10
    town.clock.set(NOON + timedelta(days=4, seconds=5))
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


def test_what_is_not_there_is_not_found(client: TestClient) -> None:
    for kind in ("life-events", "articles", "events", "offices"):
        for slug in ("cat", "dog_walk", "%00", "a%2Fb", "…"):
            assert client.get(f"/en/{kind}/{slug}").status_code == 404, (kind, slug)


def test_a_service_leads_to_what_is_asked_about_it_and_to_the_life_event(town: Town, edit: Edit) -> None:
    client = opened(town, read_town(edit("life_events/puppy/life_event.yaml", ", service: dog", ", article: vets")))
    text = shown(client, "/en/services/dog")
    assert 'href="/en/articles/vets"' in text
    assert "/en/life-events/puppy" not in text, "no step of it leads here"
    assert "Register a dog" not in shown(client, "/en/life-events/puppy")
    named = edit("services/dog/service.yaml", "level: 1", "level: 1\nlife_events: [puppy]")
    opened(town, read_town(named))
    client = TestClient(create_app(Towns(town)), base_url="http://localhost:8000")
    assert 'href="/en/life-events/puppy"' in shown(client, "/en/services/dog")


def test_services_stand_by_the_department_that_does_them(client: TestClient) -> None:
    text = shown(client, "/en/services")
    assert text.index("Registry</h2>") < text.index("Register a dog")


def test_a_town_that_has_written_nothing_says_so_kindly(town: Town, little: Source) -> None:
    kept = {name: data for name, data in little.files.items() if name.split("/")[0] not in
            ("life_events", "articles", "events", "announcements")}  # fmt: skip
    client = opened(town, read_town(Source(kept)))
    for path in ("life-events", "articles", "events", "announcements"):
        assert 'class="empty"' in shown(client, f"/en/{path}"), path
    assert "Something is changing in your life" not in shown(client, "/en/")


def test_every_public_page_that_a_link_leads_to_is_in_the_sitemap(client: TestClient, town: Town) -> None:
    places = set(re.findall(f"<loc>{town.base_url}(/en/.*?)</loc>", client.get("/sitemap.xml").text))
    missing = set()
    for place in places:
        for link in set(re.findall(r'href="(/en/[^"#?]*)["#]', client.get(place).text)) - places - missing:
            answer = client.get(link)
            if not link.startswith(PARTS) and (
                answer.headers.get("cache-control", "").startswith("public")
                and "html" in answer.headers["content-type"]
            ):
                missing.add(link)
    assert not missing
    for route in ROUTES:
        if route.path in UNLISTED:
            continue
        pattern = re.compile("/en" + re.sub(r"\{.*?\}", "[^/.]+", route.path).replace(".ics", r"\.ics"))
        assert route.path.endswith(".ics") or any(pattern.fullmatch(place) for place in places), route.path
