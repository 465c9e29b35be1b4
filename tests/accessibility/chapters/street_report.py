"""A lamp that is dark: where it is, in words and by the phone; and others who see it too."""

import re
from collections.abc import Mapping
from typing import Any

from tests import applying
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.accessibility.waiting import until
from tests.browser import places

HERE = {"place.latitude": "36.70012", "place.longitude": "-4.20034", "place.accuracy": "12"}
LEFT, KNOWN = "vecina@example.com", "Y5178410C"
"""An address of somebody who has none, and somebody of the record who has an account."""
REPORT: Mapping[str, Mapping[str, Any]] = {
    "kind": {"kind": "light"},
    "place": {"place": "Calle del Ancla 5", **HERE},
    "what": {"what": "It is dark."},
    "danger": {"danger": "no"},
    "news": {"news": "no"},
}


def look(scene: Scene) -> None:
    guest = scene.guest()
    place = applying.answer(guest.http, begun(guest), REPORT)
    guest.see(place, "place")
    places.does_not_say(guest.person)
    asks_the_phone(guest, place, "position not said")
    places.stands(guest.person, 36.7001234, -4.2003449, 12)
    asks_the_phone(guest, place, "position taken")
    guest.send(place, "place wrong", {"place": ""})
    guest.see(applying.fill_until(guest.http, place, REPORT, "photo"), "photo")
    review = applying.fill(guest.http, place, REPORT)
    guest.see(review, "with a position")
    reference = applying.send(guest.http, review)
    others(scene)
    hers = applying.answer(guest.http, begun(guest), REPORT)
    guest.see(applying.answer(guest.http, hers, REPORT), "her own")
    clerk = scene.staff("samir")
    clerk.see(clerk.at(f"/desk/cases/{reference}"), "seen by others")
    on_the_phone(clerk, {"known": "document", "number": KNOWN, "language": scene.locale})
    nameless(clerk, scene.locale)


def on_the_phone(clerk: Somebody, whom: dict[str, str]) -> None:
    """Somebody calls about the same lamp: what stands there already is read first."""
    form = clerk.http.submit(clerk.at("/desk/intake"), {"service": "street_report", "channel": "phone", **whom})
    given = {"kind": "light", "place": "Calle del Ancla 5", "_declared": "spoken"}
    clerk.send(form, "reported by others", given, of="street-report")
    clerk.see(form, "reported already", of="street-report")


def nameless(clerk: Somebody, locale: str) -> None:
    """A caller without an account may leave an address."""
    whom = {"known": "told", "name": "Rosa Mar", "language": locale}
    form = clerk.http.submit(clerk.at("/desk/intake"), {"service": "street_report", "channel": "phone", **whom})
    given = {"kind": "light", "place": "Calle del Ancla 5", "_declared": "spoken"}
    clerk.send(form, "no account", given, of="street-report")
    mark = re.search(r'name="case" value="([0-9a-f]+)"', clerk.http.get(form).text)
    assert mark
    clerk.send(form, "address wrong", {"_news": "nobody", "case": mark[1]}, of="street-report")


def others(scene: Scene) -> None:
    """Somebody who has an account looks for the same, sees it, and wants to be told."""
    person = scene.somebody()
    place = applying.answer(person.http, begun(person), REPORT)
    alike = applying.answer(person.http, place, REPORT)
    person.see(alike, "reported")
    for button, state in (("case", "seen"), ("tell", "to be told")):
        mark = re.search(rf'name="{button}" value="([0-9a-f]+)"', person.http.get(alike).text)
        assert mark
        person.send(alike, state, {button: mark[1]})
    guest = scene.guest()
    place = applying.answer(guest.http, begun(guest), REPORT)
    alike = applying.answer(guest.http, place, REPORT)
    guest.see(alike, "seen by one")
    without_an_account(scene, guest, alike)


def without_an_account(scene: Scene, guest: Somebody, alike: str) -> None:
    """A guest sees it too, leaves an address, says yes by the mail, and stops it."""
    mark = re.search(r'name="case" value="([0-9a-f]+)"', guest.http.get(alike).text)
    assert mark
    guest.send(alike, "seen by a guest", {"case": mark[1]})
    guest.send(alike, "address wrong", {"email": "nobody", "news": "yes"})
    guest.send(alike, "address left", {"email": LEFT, "news": "yes"})
    about = guest.at("/reports/")

    def came() -> str | None:
        texts = [mail["text"] for mail in scene.site.mailbox() if mail["to"] == LEFT and about in mail["text"]]
        return about + re.split(r"\s", texts[0].partition(about)[2], maxsplit=1)[0] if texts else None

    place = until(came, "nobody was asked")
    guest.see(place, "asked")
    guest.send(place, "to be told", {"tell": "yes"})
    guest.send(place, "stopped", {"stop": "yes"})


def asks_the_phone(guest: Somebody, place: str, state: str) -> None:
    guest.open(place)
    guest.person.press("Use where I am")
    guest.person.wait(guest.person.said, "what the phone says is never said")
    guest.look_here(state)


def begun(guest: Somebody) -> str:
    return applying.begin(guest.http, "street-report", guest.person.locale)
