"""Reporting a barrier over HTTP, as somebody without scripts does."""

from typing import Any

from tests.applying import standing
from tests.towns import Client

WORDS: dict[str, Any] = {
    "doing": "Book a pick-up for an old sofa",
    "stopped": "My screen reader did not say which day I chose",
    "effort": "blocked",
}


def report(client: Client, locale: str = "en", **changes: Any) -> str:
    """Send a report; the reference of the case."""
    page = client.get(f"/{locale}/accessibility/barrier")
    sent = client.post(f"/{locale}/accessibility/barrier", data={**standing(page.text), **WORDS, **changes})
    assert sent.status_code == 303, sent.text
    return str(sent.headers["location"]).split("/")[3]


def place(clerk: Client, reference: str, component: str = "date-window", criterion: str = "4.1.2") -> Any:
    return clerk.submit(f"/en/desk/cases/{reference}/barrier", {"component": component, "criterion": criterion})


def mend(clerk: Client, reference: str, release: str = "0.1.0") -> Any:
    where = f"/en/desk/cases/{reference}/barrier"
    return clerk.submit(where, {"release": release}, to=f"{where}/mending")
