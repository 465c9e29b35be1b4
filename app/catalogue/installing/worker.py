"""The worker of the browser: what lies in static/worker, told what this house is."""

import json
from functools import cache

from starlette.requests import Request

from app.catalogue.installing.kept import KEPT
from app.kit.db import Unit
from app.kit.pages import Data
from app.kit.templates import STATIC, asset, static_hash

MOST = 60
"""Pages that a browser keeps at most; the oldest goes first."""


def show(request: Request, unit: Unit) -> Data:
    """`/sw.js`. With OFFLINE_READING=0 it is one that forgets everything and goes."""
    town = unit.town
    house = {
        "on": town.offline,
        "build": static_hash(),
        "locales": list(town.locales),
        "kept": list(KEPT),
        "most": MOST,
        "shell": [asset("css/ventanilla.css"), asset("icons.svg")],
    }
    body = f"const HOUSE = {json.dumps(house)};\n{_source()}".encode()
    return Data(body, "text/javascript; charset=utf-8", {"Cache-Control": "no-cache"})


@cache
def _source() -> str:
    return "\n".join((STATIC / "worker" / name).read_text("utf-8") for name in ("worker.js", "keeping.js"))
