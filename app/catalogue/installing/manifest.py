"""The manifest by which a phone or computer installs the portal, in each language."""

import json
from typing import Any

from starlette.requests import Request

from app.catalogue.content import town
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.i18n import N_, direction, lang_tag, translate
from app.kit.pages import Data
from app.kit.templates import asset

KIND = "application/manifest+json"
ABOUT = N_("Ask for it here, on your phone or with us at the window. You always see what happens next.")
SHORTCUTS = {
    "services": N_("Services"),
    "check": N_("Follow a case or check a receipt"),
    "me": N_("My page"),
}
"""Where a long press on the icon leads: the path below the locale, which names its drawing too."""
SIZES = (192, 512)
SCREENS = {"narrow": "640x1280", "wide": "1280x800"}
"""Pictures of the demo town, in pixels; another town is not shown in them."""


def show(request: Request, unit: Unit) -> Data:
    locale = locale_of(request)
    name = town(unit, locale).name
    manifest: dict[str, Any] = {
        "id": "/",
        "name": f"{name} · Ventanilla",
        "short_name": name,
        "description": translate(locale, ABOUT),
        "lang": lang_tag(locale),
        "dir": direction(locale),
        "start_url": f"/{locale}/",
        "scope": "/",
        "display": "standalone",
        "background_color": "#fbfaf6",
        "theme_color": "#003a44",
        "categories": ["government", "utilities"],
        "icons": _icons(),
        "shortcuts": [
            {"name": translate(locale, words), "url": f"/{locale}/{path}", "icons": [_icon(path, 96)]}
            for path, words in SHORTCUTS.items()
        ],
        "screenshots": _screens(locale) if unit.town.demo else [],
    }
    return Data(json.dumps(manifest, ensure_ascii=False).encode(), KIND)


def _icons() -> list[dict[str, str]]:
    kinds = {"icon": "any", "icon-maskable": "maskable", "icon-monochrome": "monochrome"}
    return [_icon(name, size) | {"purpose": purpose} for name, purpose in kinds.items() for size in SIZES]


def _icon(name: str, size: int) -> dict[str, str]:
    return {"src": asset(f"icons/{name}-{size}.png"), "sizes": f"{size}x{size}", "type": "image/png"}


def _screens(locale: str) -> list[dict[str, str]]:
    return [
        {
            "src": asset(f"icons/screen-{form}-{locale}.webp"),
            "sizes": size,
            "type": "image/webp",
            "form_factor": form,
            # a Chinese title says where a line may end; a store shows it on one
            "label": translate(locale, N_("What do you need from the town?")).replace("<wbr>", ""),
        }
        for form, size in SCREENS.items()
    ]
