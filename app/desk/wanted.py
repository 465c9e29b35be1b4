"""Which part of the queue an address asks for. Everything is in the URL; what cannot be read is left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache, cached_property
from urllib.parse import urlencode
from uuid import UUID

from starlette.requests import Request

from app.cases.queues import DUES, TABS, TURNS, Place, Wanted

PLAIN = ("department", "state", "service", "via", "language")


@dataclass(frozen=True)
class Address:
    """A part of the queue as an address below a locale."""

    locale: str
    wanted: Wanted

    @staticmethod
    def of(request: Request) -> "Address":
        return Address(request.path_params["locale"], read(request.query_params))

    def queue(self) -> str:
        return f"/{self.locale}/desk/cases{self.query}"

    def case(self, reference: str, below: str = "") -> str:
        """A case with this part of the queue beside it."""
        return f"/{self.locale}{self.path(reference, below)}"

    def path(self, reference: str, below: str = "") -> str:
        """The same below the locale."""
        return f"/desk/cases/{reference}{below}{self.query}"

    def tab(self, tab: str) -> "Address":
        return _tab(self.locale, tab)

    def page(self, *, after: Place | None = None, before: Place | None = None) -> "Address":
        return Address(self.locale, replace(self.wanted, after=after, before=before))

    def news(self, since: datetime, told: int = 0) -> str:
        """Where it is asked how many came into this part since then, by a page that has told of so many."""
        asked = {**written(self.page().wanted), "since": f"{since.timestamp():.6f}", "told": str(told)}
        return f"/{self.locale}/desk/news?{urlencode(asked)}"

    @cached_property
    def query(self) -> str:
        query = urlencode(written(self.wanted))
        return f"?{query}" if query else ""


def read(asked: Mapping[str, str]) -> Wanted:
    """What a query asks for."""
    return Wanted(
        tab=_one(asked, "tab", TABS) or "all",
        assignee=_holder(asked.get("assignee", "")),
        due=_one(asked, "due", DUES),
        turn=_one(asked, "turn", TURNS),
        after=_place(asked.get("after", "")),
        before=_place(asked.get("before", "")),
        **{name: _word(asked.get(name, "")) for name in PLAIN},
    )


def written(wanted: Wanted) -> dict[str, str]:
    """The same as a query, without what is not set."""
    parts = {
        "tab": wanted.tab if wanted.tab != "all" else "",
        **{name: getattr(wanted, name) for name in PLAIN},
        "assignee": wanted.assignee,
        "due": wanted.due,
        "turn": wanted.turn,
        "after": _placed(wanted.after),
        "before": _placed(wanted.before),
    }
    return {name: value for name, value in parts.items() if value}


@cache
def _tab(locale: str, tab: str) -> Address:
    return Address(locale, Wanted(tab=tab))


def _one(asked: Mapping[str, str], name: str, known: tuple[str, ...]) -> str:
    value = asked.get(name, "")
    return value if value in known else ""


def _word(text: str) -> str:
    return text if re.fullmatch(r"[A-Za-z0-9_-]{1,60}", text) else ""


def _holder(text: str) -> str:
    if text in ("me", "nobody"):
        return text
    found = _uuid(text)
    return str(found) if found else ""


def _placed(place: Place | None) -> str:
    return f"{place.day.isoformat()}.{place.id.hex}" if place else ""


def _place(text: str) -> Place | None:
    day, _, row_id = text.partition(".")
    found = _uuid(row_id)
    try:
        return Place(date.fromisoformat(day), found) if found else None
    except ValueError:
        return None


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None
