"""A clerk fills a form in for somebody at the window, and prints the receipt."""

import re

from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.applying import standing

START = {"service": "birth_certificate", "channel": "counter", "known": "document", "number": "37142624Q"}
ANSWERS = {
    "for_whom": "me",
    "born_here": "yes",
    "purpose": "residence",
    "languages": ["spanish"],
    "delivery": "letter",
    "applicant.born.month": "5",
}
KNOWN = "Y5178410C"
"""Somebody of the record who has an account and a phone."""


def look(scene: Scene) -> None:
    clerk = scene.staff("clara")
    start = clerk.at("/desk/intake")
    clerk.see(start)
    clerk.send(start, "wrong", {"number": "1"})
    begun = {**START, "language": scene.locale}
    form = clerk.http.submit(start, begun)
    clerk.see(start, "one begun")
    clerk.see(form, of="birth-certificate")
    clerk.send(form, "wrong", {"applicant.born.month": "13"}, of="birth-certificate")
    items(clerk, start, begun)
    shown(clerk, start, begun)
    declared_by_a_code(clerk, clerk.http.submit(start, {**begun, "channel": "phone", "number": KNOWN}))
    for given in ({"then": "show"}, {"_declared": "spoken"}):
        asked = {**standing(clerk.http.get(form).text), **ANSWERS, "copies": "1", **given}
        receipt = clerk.http.post(form, data={**asked, "_asked": on_page(clerk, form)}).headers["location"]
    clerk.see(receipt)
    clerk.see(clerk.http.submit(start, begun), "asked for already", of="birth-certificate")


def shown(clerk: Somebody, start: str, begun: dict[str, str]) -> None:
    """Somebody who told who she is on the phone comes with her document."""
    form = clerk.http.submit(
        start, {**begun, "known": "told", "channel": "phone", "number": "", "name": "Mar Olivares"}
    )
    given = {**ANSWERS, "delivery": "portal", "_declared": "spoken", "applicant.name": "Mar Olivares"}
    given |= {"applicant.born.day": "3", "applicant.born.year": "1970", "applicant.identifier.kind": "none"}
    for then in ("show", ""):
        asked = {**standing(clerk.http.get(form).text), **given, "then": then, "_asked": on_page(clerk, form)}
        receipt = str(clerk.http.post(form, data=asked).headers["location"])
    case = clerk.at(f"/desk/cases/{receipt.split('/')[4]}")
    clerk.see(case, "to prove")
    clerk.see(f"{case}/proof")
    clerk.send(f"{case}/proof", "wrong", {"seen": ""})
    clerk.http.submit(f"{case}/proof", {"seen": "passport"})
    clerk.see(f"{case}/proof", "too late")


def items(clerk: Somebody, start: str, begun: dict[str, str]) -> None:
    """A form with rows, which have a page of their own."""
    form = clerk.http.submit(start, {**begun, "service": "large_items"})
    clerk.see(form, of="large-items")
    clerk.see(f"{form}/items/new")
    clerk.send(f"{form}/items/new", "wrong", {"count": "0"})


def declared_by_a_code(clerk: Somebody, form: str) -> None:
    """The form is right; a code goes out, and a wrong one is typed."""
    given = {**ANSWERS, "delivery": "portal", "_declared": "code"}
    for then in ("show", ""):
        asked = {**standing(clerk.http.get(form).text), **given, "then": then, "_asked": on_page(clerk, form)}
        page = str(clerk.http.post(form, data=asked).headers["location"])
    clerk.see(page)
    clerk.send(page, "wrong", {"_contact": "", "then": "send"})
    clerk.http.submit(page, {"then": "send", "_contact": "account"})
    clerk.see(page, "sent")
    clerk.send(page, "wrong code", {"_code": "1"})


def on_page(clerk: Somebody, form: str) -> list[str]:
    return re.findall(r'name="_asked" value="([^"]+)"', clerk.http.get(form).text)
