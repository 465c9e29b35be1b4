"""Where something is, for whoever has to go there: a position opens in the map of the clerk's own device (RFC 5870)."""

from collections.abc import Mapping, Sequence
from typing import Any

from app import catalogue
from app.kit.i18n import N_, translate


def on_map(
    sections: Sequence[dict[str, Any]], service: catalogue.Service, filed: Mapping[str, Any], locale: str
) -> list[dict[str, Any]]:
    """Sections of answers, each position with a link. No map of a third party: nobody learns where the town looks."""
    words = translate(locale, N_("Open the position in a map app"))
    return [
        section
        | {
            "lines": [
                line | {"answer": [*line["answer"], [[words, False, link]]]}
                if (link := _link(service, line["field"], filed))
                else line
                for line in section["lines"]
            ]
        }
        for section in sections
    ]


def _link(service: catalogue.Service, name: str, filed: Mapping[str, Any]) -> str:
    field = service.form.fields.get(name)
    said = (filed.get(name) or {}).get("position") if field is not None and field.type == "position" else None
    return f"geo:{said['latitude']},{said['longitude']};u={said['accuracy']}" if said else ""
