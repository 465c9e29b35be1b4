"""One run: which pages, in which order, and what is reported of them."""

import argparse
import shlex
import subprocess
import sys
import urllib.error
from datetime import UTC, datetime
from pathlib import Path

from .. import pages, visits
from ..baseline import Baseline
from ..browser import Browser
from ..finding import Finding
from ..gate import AXE, Gate
from ..kinds import Kinds
from ..modes import PLAIN
from ..opening import ended, sign_in
from ..pictures import Pictures
from ..progress import Progress
from ..reports import Report
from ..tools import Nu, find


class CannotLook(Exception):
    """It could not run at all; the message says why."""


def look(given: argparse.Namespace) -> tuple[Report, Gate]:
    known = Baseline.read(given.baseline) if given.baseline else Baseline()
    transcripts = heard(given.transcripts) if given.transcripts else []
    plan = planned(given)
    nu = Nu(given.tools)
    if "html" in given.checks:
        nu.start()
    gate = Gate(nu, find(AXE, given.tools), frozenset(given.checks), patience=given.patience)
    if not (given.full or given.baseline or given.baseline_start):
        gate.kinds = Kinds()  # with a baseline a page must not hide behind another
    if "html" in given.format:
        gate.pictures = Pictures()
    try:
        findings = walked(given, gate, plan)
    finally:
        nu.close()
    modes = list(dict.fromkeys(mode.name for visit in plan for mode in visit.modes))
    mended = 0
    new, old = known.part(findings, given.locales)
    if given.baseline:
        mended = known.mend(findings, gate.pages, given.checks, modes, given.locales)
        if mended:
            known.write(given.baseline)
    if given.baseline_start:
        Baseline.started(findings, modes, given.locales).write(given.baseline_start)
        new, old = [], findings
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
        stops=gate.stops,
        transcripts=transcripts,
    )
    return report, gate


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
                    failed = sign_in(driver, one_time_link(given.login), given.patience)
                    if failed:
                        return findings + failed
                while waiting and browser.lives():
                    visit = waiting.pop(0)
                    found = list(gate.visit(driver, visit))
                    findings += found if browser.lives() else [ended(visit.address)]
                    progress.step()
    finally:
        progress.end()
    return findings + list(gate.across())


def planned(given: argparse.Namespace) -> list[visits.Visit]:
    try:
        if given.sitemap:
            addresses = pages.from_sitemap(given.url, given.locales)
        else:
            addresses = pages.from_list(given.url, given.paths, given.locales) if given.paths else [given.url]
    except (urllib.error.URLError, SyntaxError) as problem:
        raise CannotLook(f"{given.url} gives no sitemap: {problem}") from problem
    if not addresses:
        raise CannotLook("there is no page to look at")
    plan = visits.quick if given.quick else visits.full if given.full else visits.in_turns
    return plan(addresses, given.locales)


def one_time_link(command: str) -> str:
    ran = subprocess.run(shlex.split(command), capture_output=True, text=True, check=False)
    if ran.returncode or not ran.stdout.strip():
        raise CannotLook(f"the command of --login gave no link: {ran.stderr.strip() or command}")
    return ran.stdout.split()[-1]
