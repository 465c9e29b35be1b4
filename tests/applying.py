"""Applying over HTTP, one question a page, as somebody without scripts does."""

import re
from collections.abc import Mapping
from html import unescape
from typing import Any, Protocol


class Client(Protocol):
    """Whoever asks for pages and sends forms: a client of a town in this process, or of one that runs."""

    def get(self, url: str, /) -> Any: ...

    def post(self, url: str, /, *, data: Any = ..., files: Any = ...) -> Any: ...


ME = {
    "applicant.name": "Dan Whitlock",
    "applicant.born.day": "4",
    "applicant.born.month": "6",
    "applicant.born.year": "1990",
    "applicant.identifier.kind": "passport",
    "applicant.identifier.value": "C01X00T47",
}
BY_POST = {
    "delivery": {"delivery": "letter"},
    "copies": {"copies": "2"},
    "address": {
        "address.street": "Calle del Faro",
        "address.number": "3",
        "address.postcode": "29990",
        "address.town": "Puerto Claro",
    },
}
"""Changes of a certificate that comes on paper."""
CERTIFICATE: Mapping[str, Mapping[str, Any]] = {
    "for_whom": {"for_whom": "me"},
    "applicant": ME,
    "born_here": {"born_here": "yes"},
    "parents": {"parents": "Ann and Bob Whitlock"},
    "purpose": {"purpose": "residence"},
    "languages": {"languages": ["multilingual"]},
    "delivery": {"delivery": "portal"},
    "remark": {"remark": ""},
    "truth": {"truth": "yes"},
}


def begin(client: Client, slug: str, locale: str = "en") -> str:
    """Press start; the address of the first question."""
    answer = client.post(f"/{locale}/services/{slug}/drafts")
    assert answer.status_code == 303, answer.text
    return str(answer.headers["location"])


def fill(client: Client, place: str, answers: Mapping[str, Mapping[str, Any]]) -> str:
    """Answer question after question until the review; its address. Values that stand in the form already stay."""
    for _ in range(60):
        if place.partition("?")[0].endswith("/review") and client.get(place).status_code == 200:
            return place
        place = answer(client, place, answers)
    raise AssertionError("the form has no end")


def fill_until(client: Client, place: str, answers: Mapping[str, Mapping[str, Any]], until: str) -> str:
    """Answer questions up to one of them; its address."""
    while place.partition("?")[0].split("/")[4] != until:
        place = answer(client, place, answers)
    return place


def answer(client: Client, place: str, answers: Mapping[str, Mapping[str, Any]]) -> str:
    """Answer one question; where it leads."""
    page = client.get(place)
    if page.status_code == 303:
        return str(page.headers["location"])
    assert page.status_code == 200, f"{place}: {page.status_code}"
    step = place.partition("?")[0].split("/")[4]
    given = {**standing(page.text), **answers.get(step, {})}
    files = given.pop("files", None)
    sent = client.post(place, data=given, files=files)
    assert sent.status_code == 303, f"{step}: {problems(sent.text)}"
    return str(sent.headers["location"])


def send(client: Client, review: str) -> str:
    """Send what was checked; the reference of the case."""
    sent = client.post(submission(review), data=standing(client.get(review).text))
    assert sent.status_code == 303, sent.text
    return str(sent.headers["location"]).split("/")[3]


def submission(review: str) -> str:
    return review.partition("?")[0].removesuffix("review") + "submission"


def certificate(client: Client, locale: str = "en", **changes: Mapping[str, Any]) -> str:
    """Apply for a birth certificate; the reference."""
    return send(client, fill(client, begin(client, "birth-certificate", locale), {**CERTIFICATE, **changes}))


PICKUP: Mapping[str, Mapping[str, Any]] = {
    "items": {"kind": "sofa", "what": "", "count": "1"},
    "place": {"place.street": "Calle de las Redes", "place.number": "12"},
    "spot": {"spot": ""},
    "reach": {"reach": ["email"]},
}


def pickup(client: Client, email: str, locale: str = "en", **changes: Mapping[str, Any]) -> str:
    """Ask for a pick-up of large items on the first day that is offered; the reference."""
    given: Mapping[str, Mapping[str, Any]] = {**PICKUP, "email": {"email": email}, **changes}
    place = fill_until(client, begin(client, "large-items", locale), given, "day")
    offered = re.search(r'name="day"[^>]*value="([^"]+)"|value="([^"]+)"[^>]*name="day"', client.get(place).text)
    assert offered is not None
    return send(client, fill(client, place, {**given, "day": {"day": offered[1] or offered[2]}}))


def standing(html: str) -> dict[str, Any]:
    """What the form of a page holds already: hidden inputs, texts, what is chosen."""
    found: dict[str, Any] = {}
    main = html.partition("<main")[2]
    for tag in re.findall(r"<input[^>]*>", main):
        kind, name = attribute(tag, "type") or "text", attribute(tag, "name")
        if not name or kind in ("submit", "file") or (kind in ("radio", "checkbox") and " checked" not in tag):
            continue
        found[name] = attribute(tag, "value")
    for name, text in re.findall(r'<textarea[^>]*name="([^"]+)"[^>]*>([^<]*)', main):
        found[name] = unescape(text)
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', main, re.S):
        chosen = re.search(r'<option[^>]*value="([^"]*)"[^>]*selected', options)
        if chosen:
            found[name] = chosen[1]
    return found


def attribute(tag: str, name: str) -> str:
    found = re.search(rf' {name}="([^"]*)"', tag)
    return unescape(found[1]) if found else ""


def problems(html: str) -> str:
    """The error summary of a page, in words."""
    found = re.search(r'id="error-summary".*?</ul>', html, re.S)
    return re.sub(r"<[^>]+>|\s+", " ", found[0]).strip() if found else html[:400]


TOMORROW = {"start.day": "1", "start.month": "12", "start.year": "2099"}
SITE = {"site.street": "Calle del Faro", "site.number": "3", "site.postcode": "29990", "site.town": "Puerto Claro"}
PERMIT: Mapping[str, Mapping[str, Any]] = {
    "role": {"role": "owner"},
    "applicant": ME,
    "site": SITE,
    "protected": {"protected": "no"},
    "work": {"work": "inside"},
    "area": {"area": "20"},
    "cost": {"cost": "900"},
    "papers": {"papers": "post"},
    "start": TOMORROW,
    "days": {"days": "5"},
    "street_use": {"street_use": "no"},
    "truth": {"truth": "yes"},
}


def permit(client: Client, locale: str = "en", **changes: Mapping[str, Any]) -> str:
    """Apply for a building permit; the reference."""
    return send(client, fill(client, begin(client, "building-permit", locale), {**PERMIT, **changes}))


BADGE: Mapping[str, Mapping[str, Any]] = {
    "for_whom": {"for_whom": "me"},
    "applicant": ME,
    "mobility": {"mobility": "walking"},
    "proof": {"proof": "decision"},
    "duration": {"duration": "permanent"},
    "papers": {"papers": "bring"},
    "photo_from": {"photo_from": "window"},
    "earlier": {"earlier": "no"},
    "delivery": {"delivery": "collect"},
    "remark": {"remark": ""},
    "truth": {"truth": "yes"},
}


def badge(client: Client, locale: str = "en", **changes: Mapping[str, Any]) -> str:
    """Apply for a parking badge, which waits until it is known who asks; the reference."""
    return send(client, fill(client, begin(client, "disabled-parking-badge", locale), {**BADGE, **changes}))
