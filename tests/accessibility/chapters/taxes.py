"""A form that another office fills in, and what is said when that office is silent or knows nothing."""

from uuid import UUID

from app import catalogue
from app.cases import queries
from app.cases.figures import asking
from app.kit import db
from tests import applying
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody

CORRECTED = {"why": {"why": "December was counted twice."}}


def look(scene: Scene) -> None:
    person, guest, unknown = scene.somebody(), scene.guest(), scene.staff("mar")
    review = applying.begin(person.http, "tax-return", scene.locale)
    person.see(review, "filled in by an office")
    draft = review.removesuffix("/review")
    person.send(f"{draft}/wages?back=review", "amount wrong", {"wages": "1.2.3"})
    onward = person.http.submit(f"{draft}/wages?back=review", {"wages": "17000"})
    person.see(applying.fill(person.http, onward, CORRECTED), "a figure corrected")
    silence(scene, draft)
    person.see(f"{draft}/figures", "silent")
    for one, state in ((unknown, "none"), (guest, "nobody asked")):
        one.see(begin(one, scene.locale), state)


def begin(one: Somebody, locale: str) -> str:
    return applying.begin(one.http, "tax-return", locale)


def silence(scene: Scene, draft: str) -> None:
    """The office did not answer when this form was begun."""
    with db.write(scene.site.town) as unit:
        row = queries.draft(unit, UUID(draft.rpartition("/")[2]))
        asking.keep(unit, row.id, catalogue.version(unit, row.version), asking.Reply("silent", {}))
