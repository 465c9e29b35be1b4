"""How long it takes to begin: importing the application, and a second start of a town that has its data."""

import os
import subprocess
import sys
import tempfile
import time
from statistics import median

from bench.ground import ROOT
from bench.ratios import ROUNDS, Ratio, alternate

BASE = "starlette.applications, starlette.routing, uvicorn, sqlmodel, jinja2, babel.dates, cryptography, structlog"
"""What the application stands on, without the application."""


def run(rounds: int = ROUNDS, small: bool = False) -> list[Ratio]:
    with tempfile.TemporaryDirectory(prefix="bench-") as place:
        settings = os.environ | {
            "DATABASE_URL": f"sqlite:///{place}/town.db",
            "BLOB_URL": f"file:{place}/blobs",
            "KEYS": f"{place}/keys",
            "HOST": "127.0.0.1",
            "PORT": "0",
            "LOG_LEVEL": "error",
        }
        imports = alternate(lambda: _import("app.main"), lambda: _import(BASE), rounds)
        first = _ready(settings)
        seconds: list[float] = []

        def second() -> float:
            seconds.append(_ready(settings))
            return seconds[-1]

        starts = alternate(second, lambda: _import("app.main"), rounds)
    told = f"first start {first:.1f} s, later ones {median(seconds[1:]):.1f} s"
    return [
        Ratio("import app.main : import of what it stands on", imports, note=f"{_import('app.main'):.2f} s"),
        Ratio("second start to Ready : import app.main", starts, note=told),
    ]


def _import(names: str) -> float:
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", f"import {names}"], cwd=ROOT, check=True)
    return time.perf_counter() - begun


def _ready(settings: dict[str, str]) -> float:
    """Seconds from the command to its last line, `Ready:`."""
    begun = time.perf_counter()
    command = [sys.executable, "-m", "app", "run"]
    with subprocess.Popen(command, cwd=ROOT, env=settings, stdout=subprocess.PIPE, text=True) as started:
        assert started.stdout
        for line in started.stdout:
            if line.startswith("Ready:"):
                break
        else:
            raise RuntimeError("it did not start")
        spent = time.perf_counter() - begun
        started.terminate()
    return spent
