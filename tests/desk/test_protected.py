"""A protected address is a canary: nobody but herself and a supervisor meets it, whichever page or paper they get."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from datetime import timedelta

import pytest
from sqlalchemy import select, update

from app.cases import codes, contents
from app.documents.models import Document
from app.kit import db, keys
from app.kit.towns import Town
from app.people.models import Address
from tests import applying
from tests.cast import DAN
from tests.desk.cases import case_of, words
from tests.desk.intake import START, start, take_in
from tests.desk.people import people_of, with_purpose
from tests.desk.test_care import ADDRESS, note, of
from tests.identity.identifying import accept, give
from tests.proof.crossing import crossings
from tests.towns import Client

Comes = Callable[..., Client]
Settle = Callable[..., int]
STREET = "Zyxstreet"
SENT: Mapping[str, Mapping[str, str]] = {
    "delivery": {"delivery": "letter"},
    "copies": {"copies": "1"},
    "address": {
        "address.street": STREET, "address.number": "9", "address.postcode": "29990", "address.town": "Puerto Claro",
    },
}  # fmt: skip
SITE = {"site.street": STREET, "site.number": "9", "site.postcode": "29990", "site.town": "Puerto Claro"}
RECALL = timedelta(minutes=11)


@pytest.mark.databases("sqlite")
def test_no_page_or_paper_shows_it_but_to_herself_and_the_named_function(
    town: Town, settle: Settle, comes_as: Comes, amina: Client, clara: Client
) -> None:
    samir, dan = with_purpose(comes_as("samir")), comes_as("dan")
    with_purpose(clara)
    live_there(town, "amina", "boris", "leo")
    permit = applying.permit(amina, site=SITE)
    early = document(town, permit)
    assert STREET in amina.get(f"/en/cases/{permit}/documents/{early}").text, "issued before it was protected"
    note(clara, of(town), ADDRESS)
    before = len(mails(amina))

    certificate, asked = applying.certificate(amina, **SENT), applying.certificate(amina, **SENT)
    granted = clara.submit(f"/en/desk/cases/{certificate}/steps/grant", {"reasons": "entry_found"})
    assert granted.status_code == 303
    request = {"fields": ["address"], "reason": "wrong"}
    assert clara.submit(f"/en/desk/cases/{asked}/request", request).status_code == 303
    give(amina, DAN.email)
    mandate = accept(dan)
    begun = dan.post("/en/services/birth-certificate/drafts", data={"_token": dan.token("/en/me"), "for": mandate})
    draft = begun.headers["location"].split("/")[3]
    taken = take_in(clara, start(clara, number="Y2046817S", service="birth_certificate"), **SPOKEN)
    form = start(clara, **{**START, "number": "X0914522L", "service": "building_permit"})
    town.clock.move(RECALL)
    settle()
    guest = comes_as()
    follow(town, guest, asked)

    things = [
        {"reference": one, "document": document(town, one) or early, "step": "address", "transition": "grant",
         "draft": draft, "person": str(person), "mandate": mandate}
        for one, person in zip((permit, certificate, asked, taken), 4 * [people_of(town)["amina"]], strict=True)
    ]  # fmt: skip
    things.append({"person": str(people_of(town)["boris"]), "draft": form.split("/")[4].partition("#")[0]})
    for key, client in {"clara": clara, "dan": dan, "guest": guest, **others(comes_as)}.items():
        for path, page in walk(client, things):
            assert STREET not in page, (key, path)
    for mail in since(amina, before):
        assert STREET not in str(mail), mail["subject"]
    letters = [mail for mail in since(amina, before) if mail["channel"] == "letter"]
    assert letters
    assert all("c/o " in mail["to"] for mail in letters)

    for path in (f"/en/cases/{asked}/filed", f"/en/cases/{permit}/documents/{early}"):
        assert STREET in amina.get(path).text, path
    for reader, printed, said in (
        (amina, f"/en/cases/{asked}/receipt", "Protected"),
        (samir, f"/en/desk/cases/{taken}/receipt", "Protegido"),
    ):
        assert STREET not in reader.get(printed).text, "what is printed shows it to nobody"
        assert said in words(reader.get(printed).text)
    assert STREET in samir.get(f"/en/desk/cases/{asked}").text
    assert STREET in samir.get(of(town)).text
    refused = clara.get(f"/en/desk/cases/{permit}/documents/{early}")
    assert refused.status_code == 409
    assert "Only a supervisor or the person may open it" in words(refused.text)


SPOKEN = {
    "for_whom": "me", "born_here": "yes", "purpose": "residence", "languages": ["spanish"], "delivery": "letter",
    "copies": "1", "address.street": STREET, "address.number": "9", "address.postcode": "29990",
    "address.town": "Puerto Claro", "_declared": "spoken",
}  # fmt: skip


def live_there(town: Town, *keys_of: str) -> None:
    """The register knows the canary as the street of these."""
    table, own = db.table(Address), people_of(town)
    value = json.dumps({"street": STREET, "number": "9", "postcode": "29990", "town": "Puerto Claro"})
    with db.write(town) as unit:
        for person in (own[key] for key in keys_of):
            for row in db.rows(unit, select(table.c.id).where(table.c.person_id == person)):
                sealed = keys.seal(unit, person, keys.place(Address, "value", row.id), value)
                db.change(unit, update(table).where(table.c.id == row.id).values(value=sealed))


def document(town: Town, reference: str) -> str:
    """The latest document of a case, "" while there is none."""
    table, case = db.table(Document), case_of(town, reference)
    with db.read(town) as unit:
        found = list(db.rows(unit, select(table.c.id).where(table.c.case_id == case.id).order_by(table.c.id)))
    return str(found[-1].id) if found else ""


def follow(town: Town, client: Client, reference: str) -> None:
    """Somebody found the receipt: its code opens the case."""
    case = case_of(town, reference)
    with db.read(town) as unit:
        code = codes.code(unit, codes.RECEIPT, contents.filings(unit, case.id)[0].id)
    page = "/en/check/follow/code"
    assert client.submit(page, {"reference": reference, "code": code}).status_code == 303
    assert client.get(f"/en/cases/{reference}").status_code == 200


def others(comes_as: Comes) -> dict[str, Client]:
    """Whoever lives with her, works elsewhere, or has nothing to do with her."""
    staff = {key: with_purpose(comes_as(key)) for key in ("tomas",)}
    return {key: comes_as(key) for key in ("boris", "leo", "nour", "dolores")} | staff


def walk(client: Client, things: list[dict[str, str]]) -> Iterator[tuple[str, str]]:
    """Every page that is about one of these things, in all that it says."""
    seen = set()
    for crossing in crossings():
        names = set(re.findall(r"\{(\w+)", crossing.path)) - {"locale"}
        for each in things:
            if crossing.method != "GET" or not names or not names <= each.keys():
                continue
            url = crossing.url(each)
            if url not in seen:
                seen.add(url)
                yield url, client.get(url).text
    for url in (
        "/en/me",
        "/en/me/cases",
        "/en/me/messages",
        "/en/desk",
        "/en/desk/cases",
        "/en/desk/search?q=belkacem",
    ):
        yield url, client.get(url).text


def mails(client: Client) -> list[dict[str, str]]:
    """What went out, the newest first."""
    found: list[dict[str, str]] = client.get("/demo/mailbox.json").json()
    return found


def since(client: Client, before: int) -> list[dict[str, str]]:
    found = mails(client)
    return found[: len(found) - before]
