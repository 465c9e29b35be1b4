"""What Lighthouse says of a page on a phone: a share of 100 for each category, the median of several rounds.

It plays a slow phone on a slow line by working out what it measured on this machine, so a busy machine costs points:
a bare page is graded beside ours, in turns.
"""

import json
import os
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from bench.ground import ROOT, Ground, free_port, laid, process
from bench.ratios import Ratio
from bench.signed import FEW, send
from tests.applying import ME, answer, begin
from tests.proof import loads

TOOL = ROOT / ".tools/bench/node_modules/.bin/lighthouse"
ROUNDS = 3
OWN = ("performance", "accessibility", "best-practices")
"""What pages that belong to somebody are graded for: they ask search engines to stay away."""
EVERY = (*OWN, "seo")
BARE = """<!doctype html><html lang="en"><title>A bare page</title>
<meta name="viewport" content="width=device-width"><p>Nothing."""
QUIET = {"CI": "true", "NO_COLOR": "1", "NO_UPDATE_NOTIFIER": "1"}


@dataclass(frozen=True)
class Graded:
    """A page, and the `cookie` of somebody it belongs to."""

    name: str
    url: str
    categories: tuple[str, ...] = EVERY
    cookie: str = ""


@dataclass
class Found:
    """The scores of a page, round by round, and how often which audit was not passed."""

    scores: dict[str, list[float]] = field(default_factory=dict)
    failed: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, report: Mapping[str, Any]) -> None:
        for name, category in report["categories"].items():
            if category["score"] is None:
                raise RuntimeError(f"{report['requestedUrl']}: no score for {name}: {report.get('runtimeError')}")
            self.scores.setdefault(name, []).append(category["score"])
            weighed = [each["id"] for each in category["auditRefs"] if each["weight"]]
            audits = (report["audits"][each] for each in weighed)
            low = (audit["title"] for audit in audits if audit["score"] is not None and audit["score"] < 1)
            self.failed.setdefault(name, Counter()).update(low)


def run(rounds: int = ROUNDS, small: bool = False) -> list[Ratio]:
    """`small`: one page, once."""
    with laid() as ground, tempfile.TemporaryDirectory() as place:
        port, other = free_port(), free_port()
        page = Path(place) / "bare.html"
        page.write_text(BARE)
        with (
            process(["-m", "app", "serve"], ground.settings, port),
            process(["-m", "bench.bare", str(other), str(page)], {}, other, "/"),
        ):
            bare = Graded("a bare page", f"http://localhost:{other}/", OWN[:1])
            every = [bare, *pages(ground, port)]
            return list(_graded(every[1:2] if small else every, 1 if small else rounds, Path(place)))


def pages(ground: Ground, port: int) -> list[Graded]:
    site = f"http://localhost:{port}"
    public = {
        "home": "/en/",
        "a service": "/en/services/birth-certificate",
        "an article": "/en/articles/bins-and-bags",
        "home, in Arabic": "/ar/",
        "a life event": "/en/life-events/child",
        "an event": "/en/events/repair-cafe",
        "an office": "/en/offices/town-hall",
    }
    form, guest = _form(site)
    send(ground.town, FEW, 3)
    mine, _ = loads.staff_cookie(ground.town, FEW)
    return [
        *(Graded(name, site + path) for name, path in public.items()),
        Graded("a form", site + form, OWN, guest),
        Graded("my page", f"{site}/en/me", OWN, mine),
    ]


def _form(site: str) -> tuple[str, str]:
    """The second question of a form that a guest began, where there is something to type; and her cookie."""
    with httpx.Client(base_url=site, headers={"Sec-Fetch-Site": "same-origin"}) as client:
        place = answer(client, begin(client, "birth-certificate"), {"for_whom": {"for_whom": "me"}, "applicant": ME})
        return place, "; ".join(f"{name}={value}" for name, value in client.cookies.items())


def _graded(every: list[Graded], rounds: int, folder: Path) -> Iterator[Ratio]:
    found = {each.name: Found() for each in every}
    for _ in range(rounds):
        for each in every:
            found[each.name].add(_report(each, folder / "report.json"))
    for each in every:
        for name in each.categories:
            failed = found[each.name].failed[name]
            said = "; ".join(f"{title}: {count} of {rounds}" for title, count in failed.items())
            yield Ratio(f"{each.name}, {name} : 100", tuple(found[each.name].scores[name]), least=1.0, note=said)


def _report(page: Graded, file: Path) -> Mapping[str, Any]:
    command = [
        str(tool()), page.url, "--quiet", "--output=json", f"--output-path={file}",
        f"--only-categories={','.join(page.categories)}", "--no-enable-error-reporting",
        f"--chrome-flags=--headless=new{' --no-sandbox' if os.geteuid() == 0 else ''}",
    ]  # fmt: skip
    if page.cookie:
        command.append(f"--extra-headers={json.dumps({'Cookie': page.cookie})}")
    chromium = os.environ.get("CHROME_PATH") or shutil.which("chromium") or ""
    for again in (True, True, False):  # now and then Lighthouse misses the beginning of its own trace, and says so
        ran = subprocess.run(command, cwd=ROOT, env=os.environ | QUIET | {"CHROME_PATH": chromium}, timeout=300)
        if ran.returncode == 0:
            break
        if not again:
            raise SystemExit(f"Lighthouse gave no report of {page.url} three times. What it said stands above.")
    report: Mapping[str, Any] = json.loads(file.read_text())
    return report


def tool() -> Path:
    if not TOOL.exists():
        raise SystemExit("Lighthouse is not there. Install it with bin/install-bench-tools, then run this again.")
    return TOOL
