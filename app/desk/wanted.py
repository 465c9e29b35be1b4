"""Which part of the queue an address asks for. Everything is in the URL; what cannot be read is left out."""

from dataclasses import dataclass, replace
from datetime import date
from functools import cache, cached_property
from urllib.parse import urlencode
from uuid import UUID

from starlette.requests import Request

from app.cases import Place, Wanted

TABS = ("mine", "nobody", "waiting", "all")


@dataclass(frozen=True)
class Address:
    """A part of the queue as an address below a locale."""

    locale: str
    wanted: Wanted

    @staticmethod
    def of(request: Request) -> "Address":
        asked = request.query_params
        tab = asked.get("tab", "")
        wanted = Wanted(
            tab=tab if tab in TABS else "all",
            state=asked.get("state", "")[:60],
            service=asked.get("service", "")[:60],
            assignee=_uuid(asked.get("assignee", "")),
            late=asked.get("late", "") == "yes",
            after=_place(asked.get("after", "")),
            before=_place(asked.get("before", "")),
        )
        return Address(request.path_params["locale"], wanted)

    def queue(self) -> str:
        return f"/{self.locale}/desk/cases{self._query}"

    def case(self, reference: str, below: str = "") -> str:
        """A case with this part of the queue beside it."""
        return f"/{self.locale}{self.path(reference, below)}"

    def path(self, reference: str, below: str = "") -> str:
        """The same below the locale."""
        return f"/desk/cases/{reference}{below}{self._query}"

    def tab(self, tab: str) -> "Address":
        return _tab(self.locale, tab)

    def page(self, *, after: Place | None = None, before: Place | None = None) -> "Address":
        return Address(self.locale, replace(self.wanted, after=after, before=before))

    @cached_property
    def _query(self) -> str:
        wanted = self.wanted
        parts = {
            "tab": wanted.tab if wanted.tab != "all" else "",
            "state": wanted.state,
            "service": wanted.service,
            "assignee": str(wanted.assignee or ""),
            "late": "yes" if wanted.late else "",
            "after": _written(wanted.after),
            "before": _written(wanted.before),
        }
        query = urlencode({name: value for name, value in parts.items() if value})
        return f"?{query}" if query else ""


@cache
def _tab(locale: str, tab: str) -> Address:
    return Address(locale, Wanted(tab=tab))


def _written(place: Place | None) -> str:
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
