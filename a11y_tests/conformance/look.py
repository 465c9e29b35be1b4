"""python -m a11y_tests.conformance.look URL --visits FILE --evidence FILE: look at a site, write down what was done.

A file of visits names who comes and which pages they open:

    [[visit]]
    login = "python -m app sign-in-link amina@town.example"   # prints a one-time link; absent: a guest
    paths = ["/me", "/cases"]                                  # below each language
    follow = 10                                                # so many more pages that links in main lead to
    sitemap = true                                             # and every page that sitemap.xml names
"""

import argparse
import sys
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver

from .. import pages
from ..asking.looking import one_time_link
from ..browser import Browser
from ..checks import MODE, PAGE, PART
from ..gate import AXE, Gate
from ..modes import FOUR, PLAIN
from ..opening import open_page, sign_in
from ..tools import Nu, find
from .evidence import Record

LINKS = "return [...document.querySelectorAll('main a[href]:not([download])')].map(a => a.href)"


@dataclass(frozen=True)
class Visit:
    paths: tuple[str, ...] = ()
    login: str = ""
    follow: int = 0
    sitemap: bool = False


def visits(file: Path) -> list[Visit]:
    told = tomllib.loads(file.read_text("utf8"))["visit"]
    return [Visit(**(one | {"paths": tuple(one.get("paths", ()))})) for one in told]


@dataclass
class Walk:
    """One visitor, one language after the other."""

    driver: WebDriver
    gate: Gate
    record: Record
    url: str

    def go(self, visit: Visit, locale: str, turn: int) -> None:
        if visit.login:
            self.record.found += sign_in(self.driver, one_time_link(visit.login))
        named = [f"{self.url}/{locale}{path}" for path in visit.paths]
        if visit.sitemap:
            named += pages.from_sitemap(self.url, (locale,))
        seen: list[str] = []
        met: list[str] = []
        for address in named:
            met += self.look(address, locale, turn + len(seen), seen)
        more = [address for address in dict.fromkeys(met) if self.may_follow(address, locale, seen)]
        for address in more[: visit.follow]:
            self.look(address, locale, turn + len(seen), seen)

    def may_follow(self, address: str, locale: str, seen: list[str]) -> bool:
        return address.startswith(f"{self.url}/{locale}/") and plain(address) not in seen

    def look(self, address: str, locale: str, turn: int, seen: list[str]) -> list[str]:
        """All checks that say the same in every mode; the others in one mode, which changes from page to page."""
        if plain(address) in seen:
            return []
        seen.append(plain(address))
        if not open_page(self.driver, address).ready or not self.driver.find_elements(By.CSS_SELECTOR, "main"):
            return []
        page, mode = urlsplit(self.driver.current_url).path, FOUR[turn % len(FOUR)]
        links = [str(link) for link in self.driver.execute_script(LINKS)]
        self.record.found += self.gate.here(self.driver, page)
        self.record.ran(self.gate.checks & PAGE.keys(), page, locale, PLAIN.name)
        self.record.found += self.gate.modes(self.driver, [mode], page)
        self.record.ran(self.gate.checks & (MODE | PART).keys(), page, locale, mode.name)
        print(f"{len(self.record.found):4} found  {page} [{mode.name}]", file=sys.stderr)
        return links


def plain(address: str) -> str:
    return address.partition("#")[0]


def look(url: str, all_visits: Iterable[Visit], locales: Sequence[str]) -> Iterator[Record]:
    """The record after each visitor and language, so that a run that is broken off has not been for nothing."""
    record, nu = Record(), Nu()
    gate = Gate(nu, find(AXE))
    try:
        with Browser() as browser:
            for visit in all_visits:
                for turn, locale in enumerate(locales):
                    with browser.person() as driver:
                        PLAIN.apply(driver)
                        Walk(driver, gate, record, url.rstrip("/")).go(visit, locale, turn)
                        record.tools |= dict(tools(driver))
                    yield record
    finally:
        nu.close()
    record.found += gate.across()
    yield record


def tools(driver: WebDriver) -> Iterator[tuple[str, str]]:
    about = driver.capabilities
    yield str(about["browserName"]), str(about["browserVersion"])
    driver.get("about:blank")
    driver.execute_script(find(AXE).read_text("utf8"))
    yield "axe-core", str(driver.execute_script("return axe.version"))


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m a11y_tests.conformance.look", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("url")
    parser.add_argument("--visits", type=Path, required=True, metavar="FILE", help="who comes, and to which pages")
    parser.add_argument("--locales", default="en", help="languages, with commas: the first part of each path")
    parser.add_argument("--evidence", type=Path, required=True, metavar="FILE", help="where to write what was done")
    given = parser.parse_args(arguments)
    for record in look(given.url, visits(given.visits), given.locales.split(",")):
        evidence = record.evidence(datetime.now(UTC).date())
        evidence.write(given.evidence)
    print(f"{sum(found.count for found in evidence.findings)} findings; {given.evidence}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
