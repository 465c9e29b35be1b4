"""Cases for the tests of the desk: some sent as people send them, and many that only fill a queue."""

import re
from datetime import timedelta
from html import unescape
from typing import Any
from uuid import UUID

from app.cases import vault
from app.cases.models import CaseFile
from app.cases.queries import Case, by_reference
from app.kit import db, ids, keys
from app.kit.towns import Town
from tests.applying import begin, fill, send
from tests.days import today
from tests.towns import Client

START = {"start.day": "1", "start.month": "3", "start.year": str(today().year + 1)}
PERMIT: dict[str, dict[str, Any]] = {
    "role": {"role": "owner"},
    "protected": {"protected": "no"},
    "work": {"work": "structure"},
    "area": {"area": "38"},
    "cost": {"cost": "12400"},
    "professional": {"professional": "Elena Prado Ruiz, 4521"},
    "papers": {"papers": "bring"},
    "start": START,
    "days": {"days": "30"},
    "street_use": {"street_use": "no"},
    "remark": {"remark": ""},
    "truth": {"truth": "yes"},
}


def permit(client: Client, locale: str = "en") -> str:
    """Apply for a building permit that a person has to examine; the reference."""
    return send(client, fill(client, begin(client, "building-permit", locale), PERMIT))


def case_of(town: Town, reference: str) -> Case:
    with db.read(town) as unit:
        found = by_reference(unit, reference)
    assert found is not None
    return found


def copies(town: Town, like: str, number: int, **changes: Any) -> list[str]:
    """So many more lines of the queue like this case, each due a day after the one before; their references."""
    first = case_of(town, like)
    made = [_copy(first, place, changes) for place in range(1, number + 1)]
    with db.write(town) as unit:
        for case in made:
            keys.make(unit, case.id)
            name = vault.seal(unit, case.id, CaseFile, "name", case.id, f"Copy {case.reference}")
            db.add(unit, CaseFile, **case._replace(name=name)._asdict())
    return [case.reference for case in made]


def _copy(first: Case, place: int, changes: dict[str, Any]) -> Case:
    due = first.due + timedelta(days=place) if first.due else None
    new_id: UUID = ids.new_id()
    return first._replace(id=new_id, reference=ids.reference("VC"), due=due, expected=due or first.expected, **changes)


def words(html: str) -> str:
    """What the page says, between one space each."""
    main = html.partition("<main")[2].partition("<footer")[0]
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", main)).split())


def listed(html: str) -> list[str]:
    """The references in the queue, in order."""
    queue = html.partition('<ol class="queue-list">')[2].partition("</ol>")[0]
    return re.findall(r'<span class="unseen"> <bdi>([^<]+)</bdi>', queue)


def opened(client: Client, reference: str) -> str:
    """Open the notification that waits in this case; what its page says then."""
    page = f"/en/cases/{reference}"
    waits = re.findall(rf'href="({page}/notifications/[^"]+)"', client.get(page).text)
    assert waits, "nothing waits to be opened"
    assert client.submit(waits[0]).status_code == 303
    return words(client.get(page).text)
