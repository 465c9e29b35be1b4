"""One run: which pages, in which order, and what is reported of them."""

import argparse
import sys
from datetime import UTC, datetime
from http.client import HTTPException
from pathlib import Path
from urllib.parse import urlsplit

from selenium.webdriver.remote.webdriver import WebDriver

from .. import pages, visits
from ..baseline import Baseline
from ..browser import Browser
from ..finding import Finding
from ..gate import AXE, Gate
from ..kinds import Kinds
from ..modes import PLAIN
from ..opening import not_opened
from ..pictures import Pictures
from ..progress import Progress
from ..reports import Report
from ..signing import sign_in
from ..tools import Nu, find
from .login import NoLink, one_time_link

ENDED = "the browser came to its end while the page was looked at"
SCHEMES = ("http", "https", "file")


class CannotLook(Exception):
    """It could not run at all; the message says why."""


class NoSitemap(Exception):
    """The site has none that can be read; the message says why."""


def look(given: argparse.Namespace) -> tuple[Report, Gate]:
    demand_address(given.url)
    known = Baseline.read(given.baseline) if given.baseline else Baseline()
    transcripts = heard(given.transcripts) if given.transcripts else []
    nu = Nu(given.tools)
    if "html" in given.checks:
        nu.start()
    gate = Gate(nu, find(AXE, given.tools), frozenset(given.checks), patience=given.patience)
    if not (given.full or given.baseline or given.baseline_start):
        gate.kinds = Kinds()  # with a baseline a page must not hide behind another
    if "html" in given.format:
        gate.pictures = Pictures(given.level)
    plan: list[visits.Visit] = []
    try:
        plan = planned(given)
        findings = walked(given, gate, plan)
    except NoSitemap as problem:
        findings = [not_opened(pages.sitemap(given.url), str(problem))]
    finally:
        nu.close()
    modes = list(dict.fromkeys(mode.name for visit in plan for mode in visit.modes))
    asked = [one for one in findings if one.within(given.level)]
    new, old = known.part(asked, given.locales)
    # A finding that is only not asked for is not mended.
    mended = known.mend(findings, gate.pages, given.checks, modes, given.locales) if given.baseline else 0
    if mended:
        keep(known, given)
    if given.baseline_start and gate.pages:
        started = Baseline.started(asked, modes, given.locales)
        started.write(given.baseline_start)
        new, old = started.part(asked, given.locales)
    report = Report(
        site=given.url,
        when=datetime.now(UTC),
        pages=list(dict.fromkeys(gate.pages)),
        checks=given.checks,
        modes=modes,
        findings=new,
        known=old,
        mended=mended,
        locales=given.locales,
        pictures=gate.pictures.taken if gate.pictures else {},
        without_picture=len(gate.pictures.left) if gate.pictures else 0,
        level=given.level,
        stops=gate.stops,
        transcripts=transcripts,
    )
    return report, gate


def demand_address(url: str) -> None:
    if not any(url.lower().startswith(f"{scheme}://") for scheme in SCHEMES):
        raise CannotLook(f"{url} does not say how to reach the site: write http://{url} or https://{url}")
    try:
        parts = urlsplit(url)
        known = parts.scheme == "file" or bool(parts.hostname and parts.port != 0)
    except ValueError as problem:
        raise CannotLook(f"{url} is no address: {problem}") from problem
    if not known:
        raise CannotLook(f"{url} names no site: write it like http://localhost:8000/")


def keep(shorter: Baseline, given: argparse.Namespace) -> None:
    """In its place; where that must stay as it is, beside the reports, from where somebody can commit it."""
    if not given.baseline_frozen:
        shorter.write(given.baseline)
    elif given.out:
        given.out.mkdir(parents=True, exist_ok=True)
        shorter.write(given.out / given.baseline.name)


def heard(folder: Path) -> list[tuple[str, str]]:
    """Title and text of each transcript; the title is the name of its file, after those of the folders around it."""
    files = sorted(folder.rglob("*.txt"))
    if not files:
        raise CannotLook(f"there is no transcript in {folder}")
    titles = [" ".join(file.relative_to(folder).with_suffix("").parts) for file in files]
    named = [title.replace("-", " ").replace("_", " ") for title in titles]
    return [(title, file.read_text("utf8")) for title, file in zip(named, files, strict=True)]


def walked(given: argparse.Namespace, gate: Gate, plan: list[visits.Visit]) -> list[Finding]:
    """A page that ends the browser is a finding; what comes after it is looked at by a new one."""
    findings: list[Finding] = []
    progress = Progress(len(plan), None if given.quiet else sys.stderr)
    waiting = list(plan)
    try:
        while waiting:
            with Browser(prompts="dismiss") as browser, browser.person() as driver:
                PLAIN.apply(driver)
                if given.login:
                    failed = signed_in(driver, given)
                    if failed:
                        return findings + failed
                while waiting and browser.lives():
                    visit = waiting.pop(0)
                    found = list(gate.visit(driver, visit))
                    findings += found if browser.lives() else [not_opened(visit.address, ENDED)]
                    progress.step()
    finally:
        progress.end()
    return findings + list(gate.across())


def signed_in(driver: WebDriver, given: argparse.Namespace) -> list[Finding]:
    """What kept the person of --login from being signed in."""
    try:
        return sign_in(driver, one_time_link(given.login, given.patience), given.patience)
    except NoLink as problem:
        return [not_opened(given.url, f"the sign-in failed: {problem}")]


def planned(given: argparse.Namespace) -> list[visits.Visit]:
    try:
        if given.sitemap:
            addresses = pages.from_sitemap(given.url, given.locales)
        else:
            addresses = pages.from_list(given.url, given.paths, given.locales) if given.paths else [given.url]
    except (OSError, HTTPException, SyntaxError) as problem:
        if given.paths:
            raise
        raise NoSitemap(f"{given.url} gives no sitemap: {problem}") from problem
    if not addresses:
        raise CannotLook("there is no page to look at")
    plan = visits.quick if given.quick else visits.full if given.full else visits.in_turns
    return plan(addresses, given.locales)
