"""a11y-gate URL: exit status 0 nothing found, 1 something found, 2 it could not look."""

import argparse
import shlex
import subprocess
import sys
import urllib.error
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from selenium.common.exceptions import WebDriverException

from . import pages, reports
from .browser import Browser, NoBrowser
from .checks import EVERY
from .finding import SEVERITIES
from .gate import AXE, Gate
from .modes import FOUR, PLAIN
from .tools import NoTool, Nu, find


class CannotLook(Exception):
    pass


def options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="a11y-gate", description="Look for barriers on the pages of a website.")
    parser.add_argument("url", help="the website, or the one page when neither --sitemap nor --paths is given")
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--sitemap", action="store_true", help="every page that URL/sitemap.xml names")
    which.add_argument("--paths", type=Path, metavar="FILE", help="a path a line; {locale} stands for each language")
    parser.add_argument("--locales", default="", help="languages, with commas: the first part of each path")
    parser.add_argument("--login", metavar="COMMAND", help="prints a one-time link, which is opened before looking")
    parser.add_argument("--checks", default="", help=f"with commas, of: {', '.join(EVERY)} (all)")
    parser.add_argument("--format", default="text", help=f"with commas, of: {', '.join(reports.WRITERS)}")
    parser.add_argument("--out", type=Path, metavar="DIR", help="where reports are written (text: printed as well)")
    parser.add_argument("--fail-on", choices=[*SEVERITIES, "never"], default="minor", help="least that counts as found")
    parser.add_argument("--tools", type=Path, metavar="DIR", help="folder whose node_modules hold axe-core and vnu-jar")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    parser = options()
    given = parser.parse_args(arguments)
    formats = given.format.split(",")
    checks = frozenset(filter(None, given.checks.split(","))) or frozenset(EVERY)
    if unknown := (set(formats) - reports.WRITERS.keys()) | (checks - EVERY.keys()):
        parser.error(f"unknown: {', '.join(sorted(unknown))}")
    if given.out is None and formats != ["text"]:
        parser.error("a --format other than text needs --out")
    try:
        report = look(given, checks)
    except (CannotLook, NoBrowser, NoTool, OSError) as problem:
        print(f"a11y-gate: {problem}", file=sys.stderr)
        return 2
    except WebDriverException as problem:
        print(f"a11y-gate: {problem.msg}", file=sys.stderr)
        return 2
    if given.out:
        reports.write(formats, given.out, report)
    print(reports.text(report), end="")
    return int(given.fail_on != "never" and any(finding.at_least(given.fail_on) for finding in report.findings))


def look(given: argparse.Namespace, checks: frozenset[str]) -> reports.Report:
    locales = tuple(filter(None, given.locales.split(",")))
    addresses = which_pages(given, locales)
    nu = Nu(given.tools)
    try:
        with Browser() as browser, browser.person() as driver:
            PLAIN.apply(driver)
            if given.login:
                pages.sign_in(driver, one_time_link(given.login))
            gate = Gate(nu, find(AXE, given.tools), checks)
            findings = [*gate.walk(driver, addresses, locales), *gate.titles_alike()]
            opened = [page for page, _ in gate.titles] or addresses
            modes = [mode.name for mode in FOUR]
            run = [check for check in EVERY if check in checks]
            return reports.Report(given.url, datetime.now(UTC), opened, run, modes, findings, locales=locales)
    finally:
        nu.close()


def which_pages(given: argparse.Namespace, locales: tuple[str, ...]) -> list[str]:
    try:
        if given.sitemap:
            addresses = pages.from_sitemap(given.url, locales)
        else:
            addresses = pages.from_list(given.url, given.paths, locales) if given.paths else [given.url]
    except (urllib.error.URLError, SyntaxError) as problem:
        raise CannotLook(f"{given.url} gives no sitemap: {problem}") from problem
    if not addresses:
        raise CannotLook("there is no page to look at")
    return addresses


def one_time_link(command: str) -> str:
    ran = subprocess.run(shlex.split(command), capture_output=True, text=True, check=False)
    if ran.returncode or not ran.stdout.strip():
        raise CannotLook(f"the command of --login gave no link: {ran.stderr.strip() or command}")
    return ran.stdout.split()[-1]
