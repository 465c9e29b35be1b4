"""A place by the phone on its way: asked on one page, kept with the case, opened by the clerk in a map of her own."""

import io
import re
from collections.abc import Callable
from uuid import UUID

import pytest
from PIL import Image
from sqlalchemy import select

from app.kit import blobs, db
from app.kit.towns import Town
from tests import applying
from tests.desk.cases import words
from tests.towns import Client

HERE = {"place.latitude": "36.7001234", "place.longitude": "-4.2003449", "place.accuracy": "11.2"}
REPORT = {
    "kind": {"kind": "light"},
    "place": {"place": "By the bus stop", **HERE},
    "what": {"what": "It is dark."},
    "danger": {"danger": "no"},
    "news": {"news": "no"},
}
SHUT, OPEN = "geolocation=()", "geolocation=(self)"


def photo() -> bytes:
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (36.0, 43.0, 21.5), 3: "W", 4: (4.0, 25.0, 12.25)})
    written = io.BytesIO()
    Image.new("RGB", (40, 30), "grey").save(written, "JPEG", exif=exif)
    return written.getvalue()


def test_a_report_with_a_position_and_a_photo_comes_to_the_desk(town: Town, comes_as: Callable[..., Client]) -> None:
    guest, samir = comes_as(), comes_as("samir")
    taken = photo()
    assert Image.open(io.BytesIO(taken)).getexif().get_ifd(0x8825)
    given = {**REPORT, "photo": {"files": [("photo", ("lamp.jpg", taken, "image/jpeg"))]}}
    review = applying.fill(guest, applying.begin(guest, "street-report"), given)
    assert "Position taken, accurate to about 12 metres: 36.70012, -4.20034" in words(guest.get(review).text)
    reference = applying.send(guest, review)

    desk = samir.get(f"/en/desk/cases/{reference}").text
    assert '<a href="geo:36.70012,-4.20034;u=12">Open the position in a map app</a>' in desk
    assert "geo:" not in guest.get(f"/en/cases/{reference}").text

    found = re.search(rf"/cases/{reference}/files/([0-9a-f-]{{36}})", desk)
    assert found is not None
    kept = samir.get(f"/en/desk/cases/{reference}/files/{found[1]}").content
    assert dict(Image.open(io.BytesIO(kept)).getexif()) == {}
    with db.read(town) as unit:
        case = db.value(unit, select(blobs.B.owner).where(blobs.B.id == UUID(found[1])))
        file = blobs.find(unit, case, UUID(found[1]))
    assert file is not None
    assert b"".join(blobs.parts(town, file)) == kept
    assert file.sha256 in guest.get(f"/en/cases/{reference}/receipt").text


@pytest.mark.databases("sqlite")
def test_one_page_alone_may_ask_a_browser_where_it_is(comes_as: Callable[..., Client]) -> None:
    guest = comes_as()
    kind = applying.begin(guest, "street-report")
    place = applying.answer(guest, kind, REPORT)
    asked = guest.get(place)
    assert OPEN in asked.headers["permissions-policy"]
    assert "place-finder.js" in asked.text
    wrong = guest.post(place, data={**applying.standing(asked.text), "place": "", "place.latitude": "NaN"})
    assert (wrong.status_code, OPEN in wrong.headers["permissions-policy"]) == (422, True)
    assert "We cannot read this position." in words(wrong.text)
    assert "NaN" not in wrong.text
    after = applying.answer(guest, place, REPORT)
    for other in (kind, after, place.rpartition("/")[0] + "/saved", "/en/services", "/en/desk"):
        page = guest.get(other)
        assert SHUT in page.headers["permissions-policy"], other
        assert "place-finder.js" not in page.text, other


@pytest.mark.databases("sqlite")
def test_without_scripts_a_position_can_be_removed_and_is_else_not_seen(comes_as: Callable[..., Client]) -> None:
    guest = comes_as()
    place = applying.answer(guest, applying.begin(guest, "street-report"), REPORT)
    assert re.search(r'<place-finder[^>]*id="q-place-position" hidden', guest.get(place).text)
    applying.answer(guest, place, REPORT)
    page = guest.get(place).text
    assert not re.search(r'<place-finder[^>]*id="q-place-position" hidden', page)
    assert applying.standing(page) | {"_token": ""} == {
        "_token": "", "place": "By the bus stop", "place.latitude": "36.70012", "place.longitude": "-4.20034",
        "place.accuracy": "12",
    }  # fmt: skip
    applying.answer(guest, place, {"place": {"place.remove": "yes"}})
    assert applying.standing(guest.get(place).text)["place.latitude"] == ""
