"""What pages say to programs: all of it in schema.org's words, and nothing that the page itself does not say."""

import json
import re
from collections.abc import Callable, Iterator
from datetime import date, datetime
from html import unescape
from typing import Any
from urllib.parse import urlsplit

import pytest
from markupsafe import Markup

from app.catalogue.machines.saying import block, thing
from app.kit.i18n import LOCALES, lang_tag
from bench.weight import asking, kinds
from tests.towns import Client

HOST = "http://localhost"

Thing = dict[str, Any]

NEEDED = {
    "Article": ("headline", "description", "url", "inLanguage", "author"),
    "BreadcrumbList": ("itemListElement",),
    "CollectionPage": ("url", "name", "inLanguage", "isPartOf"),
    "Event": ("name", "startDate", "endDate", "eventStatus", "eventAttendanceMode", "location", "organizer", "offers",
              "isAccessibleForFree", "description"),
    "GovernmentOffice": ("name", "address", "telephone"),
    "GovernmentOrganization": ("name",),
    "GovernmentService": ("name", "description", "url", "serviceType", "provider", "serviceOperator", "areaServed",
                          "audience", "availableChannel", "offers"),
    "ListItem": ("position", "name", "item"),
    "Offer": ("price", "priceCurrency"),
    "AggregateOffer": ("lowPrice", "priceCurrency"),
    "OpeningHoursSpecification": ("opens", "closes"),
    "Place": ("name", "address", "description"),
    "PostalAddress": ("streetAddress", "addressLocality", "addressCountry"),
    "Schedule": ("startDate", "startTime", "endTime", "scheduleTimezone", "repeatFrequency"),
    "SearchAction": ("target", "query-input"),
    "WebPage": ("url", "name", "inLanguage"),
    "WebSite": ("name", "url"),
}  # fmt: skip
"""What Google's and schema.org's pages ask of each kind; kinds that need nothing are not here."""
FREE = {"City", "Audience", "ServiceChannel", "ContactPoint", "EntryPoint", "LocationFeatureSpecification"}
ABOUT = {"services/": "GovernmentService", "events/": "Event", "offices/": "GovernmentOffice", "articles/": "Article"}
DAYS = {"startDate", "endDate", "lastReviewed", "validFrom", "validThrough"}


def graph(html: str) -> list[Thing]:
    """The things of a page, from its only block of data."""
    found = re.findall(r'<script type="application/ld\+json">(.*?)</script>', html)
    assert len(found) == 1
    said: Thing = json.loads(found[0])
    assert said["@context"] == "https://schema.org"
    things: list[Thing] = said["@graph"]
    return things


def inside(said: Any) -> Iterator[Thing]:
    """Every thing, in whatever depth."""
    for each in said.values() if isinstance(said, dict) else said if isinstance(said, list) else ():
        yield from inside(each)
    if isinstance(said, dict) and "@type" in said:
        yield said


def text(html: str) -> str:
    return " ".join(Markup(html).striptags().split())


def heading(html: str) -> str:
    found = re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)
    assert found
    return text(found[1])


def attribute(html: str, pattern: str) -> str | None:
    found = re.search(pattern, html)
    return unescape(found[1]) if found else None


@pytest.mark.databases("sqlite")
def test_every_public_page_says_to_programs_what_it_says_to_people(client: Client) -> None:
    paths = [path for every in kinds(asking(client.get)).values() for path in every]
    wrong = []
    told = 0
    for path in [*paths, *(f"/{locale}/components/button" for locale in LOCALES)]:
        html = client.get(path).text
        if "application/ld+json" not in html:
            assert 'class="breadcrumbs"' not in html, path
            continue
        told += 1
        wrong += [f"{path}: {problem}" for problem in problems(path, html)]
    assert told > 4 * 60
    assert not wrong, "\n".join(wrong)


def problems(path: str, html: str) -> Iterator[str]:
    things, locale = graph(html), path.split("/")[1]
    page, shown = things[0], text(html.partition('type="application/ld+json"')[0])
    url = f"{HOST}{path}"
    yield from standing(page, url, heading(html), lang_tag(locale), html)
    yield from trail(things, html, page["name"], url)
    below = path.removeprefix(f"/{locale}/")
    if kind := next((kind for start, kind in ABOUT.items() if below.startswith(start)), ""):
        about = next(each for each in things if each["@id"] == page["mainEntity"]["@id"])
        if about["@type"] != kind or about.get("name", about.get("headline")) != page["name"]:
            yield f"is about {about['@type']} {about.get('name')}"
    for each in inside(things):
        yield from shape(each)
        yield from honest(each, shown)


def standing(page: Thing, url: str, title: str, language: str, html: str) -> Iterator[str]:
    if (page["url"], page["@id"], attribute(html, r'rel="canonical" href="([^"]*)"')) != (url, url, url):
        yield f"its address is {page['url']}"
    if page["name"] != title:
        yield f"{page['name']!r} is not its heading {title!r}"
    if page["inLanguage"] != language or f'lang="{language}"' not in html[:60]:
        yield f"says that it is in {page['inLanguage']}"


def trail(things: list[Thing], html: str, title: str, url: str) -> Iterator[str]:
    """The breadcrumbs that are shown, and the page itself."""
    found = re.search(r'<nav class="breadcrumbs".*?</nav>', html, re.DOTALL)
    shown = (
        [(unescape(name), f"{HOST}{link}") for link, name in re.findall(r'href="([^"]*)">([^<]*)<', found[0])]
        if found
        else []
    )
    lists = [each for each in things if each["@type"] == "BreadcrumbList"]
    said = [(item["name"], item["item"]) for item in lists[0]["itemListElement"]] if lists else []
    if said != ([*shown, (title, url)] if shown else []):
        yield f"shows {shown} and says {said}"


def shape(each: Thing) -> Iterator[str]:
    kind = each["@type"]
    if kind not in NEEDED and kind not in FREE:
        yield f"{kind} is not in the table"
    for name in NEEDED.get(kind, ()):
        if each.get(name) in (None, "", [], {}):
            yield f"{kind} has no {name}"
    for name, value in each.items():
        if name in ("@id", "url", "item", "serviceUrl", "urlTemplate") and not urlsplit(value).netloc:
            yield f"{kind}.{name} is not whole: {value}"
        if name in DAYS and not _iso(kind, value):
            yield f"{kind}.{name}: {value}"


def _iso(kind: str, value: str) -> bool:
    if kind != "Event":
        return bool(date.fromisoformat(value))
    return datetime.fromisoformat(value).utcoffset() is not None


def honest(each: Thing, shown: str) -> Iterator[str]:
    """Sentences stand on the page too, word for word."""
    for name in ("description", "audienceType", "headline"):
        if each["@type"] not in ("WebPage", "GovernmentOffice") and text(each.get(name, "")) not in shown:
            yield f"{name} of {each['@type']} is not to be read: {each[name]}"


@pytest.mark.databases("sqlite")
def test_a_description_for_search_engines_is_a_sentence_of_the_page(client: Client) -> None:
    for path in ("services", "services/birth-certificate", "life-events", "life-events/child", "articles",
                 "articles/bins-and-bags", "events", "events/repair-cafe", "offices", "offices/library"):  # fmt: skip
        html = client.get(f"/es/{path}").text
        said = attribute(html, r'<meta name="description" content="([^"]+)"')
        assert said, path
        shown = text(html.partition("<main")[2].partition("</main>")[0])
        assert [each for each in re.split(r"(?<=\.) ", said) if each not in shown] == [], path
    said = attribute(client.get("/ar/").text, r'<meta name="description" content="([^"]+)"')
    assert said
    assert 50 < len(said) < 160


@pytest.mark.databases("sqlite")
def test_what_a_visitor_adds_to_an_address_makes_no_other_page_of_it(client: Client) -> None:
    html = client.get("/en/services/recycling-calendar?street=Calle%20del%20Faro&x=<b>").text
    assert attribute(html, r'rel="canonical" href="([^"]*)"') == f"{HOST}/en/services/recycling-calendar"


@pytest.mark.databases("sqlite")
def test_an_event_says_when_it_comes_again_and_how_one_gets_in(client: Client) -> None:
    event = about(client, "/en/events/repair-cafe")
    again = event["eventSchedule"]
    assert (again["repeatFrequency"], again["byDay"], again["startTime"]) == ("P1M", ["4SA"], "10:00:00")
    assert [each["name"] for each in event["location"]["amenityFeature"]] == ["No steps", "Hearing loop"]
    assert event["isAccessibleForFree"] is True
    assert event["offers"]["price"] == "0"


@pytest.mark.databases("sqlite")
def test_an_office_says_when_it_is_open_and_a_service_what_it_costs_and_how_one_gets_it(client: Client) -> None:
    hours = about(client, "/en/offices/town-hall")["openingHoursSpecification"]
    days = [f"https://schema.org/{day}day" for day in ("Mon", "Tues", "Wednes", "Thurs", "Fri")]
    assert [(each["dayOfWeek"], each["opens"], each["closes"]) for each in hours] == [(days, "08:30", "14:00")]
    free, paid = (about(client, f"/en/services/{name}") for name in ("birth-certificate", "driving-licence"))
    assert free["offers"]["price"] == "0"
    assert float(paid["offers"].get("price") or paid["offers"]["highPrice"]) > 0
    ways = {way for channel in free["availableChannel"] for way in channel}
    assert {"serviceUrl", "servicePhone", "serviceLocation"} < ways
    assert free["availableChannel"][0]["availableLanguage"] == [lang_tag(locale) for locale in LOCALES]


@pytest.mark.databases("sqlite")
def test_the_home_page_tells_how_to_search(client: Client) -> None:
    action = about(client, "/ar/")["potentialAction"]
    assert action["query-input"] == "required name=words"
    place = action["target"]["urlTemplate"].removeprefix(HOST)
    assert client.get(place.replace("{words}", "birth")).status_code == 200


def about(client: Client, path: str) -> Thing:
    things = graph(client.get(path).text)
    return next(each for each in things if each["@id"] == things[0]["mainEntity"]["@id"])


@pytest.mark.parametrize(
    "title", ["</script><script>alert(1)</script>", "<!--<script>", "a\u2028b\u2029c", 'q"\\&amp;']
)
def test_no_title_gets_out_of_its_block(title: str) -> None:
    made = block([thing("WebPage", "http://x/", name=title)])
    assert made.count("<") == 2
    assert not re.search("[\u2028\u2029]", made)
    assert graph(made)[0]["name"] == title


@pytest.mark.databases("sqlite")
def test_pages_that_belong_to_one_person_say_nothing_to_programs(comes_as: Callable[..., Client]) -> None:
    html = comes_as("amina").get("/en/me").text
    assert "ld+json" not in html
    assert "canonical" not in html
