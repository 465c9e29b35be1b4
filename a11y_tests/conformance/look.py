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
from ..asking.login import NoLink, one_time_link
from ..browser import Browser
from ..modes import FOUR, PLAIN
from ..opening import open_page
from ..signing import sign_in
from ..tools import Nu
from .evidence import Record
from .watched import Watched, tools

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
    """One visitor in one language."""

    driver: WebDriver
    gate: Watched
    url: str

    def go(self, visit: Visit, turn: int) -> None:
        locale = self.gate.locale
        if visit.login:
            self.gate.record.found += sign_in(self.driver, one_time_link(visit.login))
        named = [f"{self.url}/{locale}{path}" for path in visit.paths]
        if visit.sitemap:
            named += pages.from_sitemap(self.url, (locale,))
        seen: list[str] = []
        met: list[str] = []
        for address in named:
            met += self.look(address, turn + len(seen), seen)
        more = [one for one in dict.fromkeys(met) if one.startswith(f"{self.url}/{locale}/") and plain(one) not in seen]
        for address in more[: visit.follow]:
            self.look(address, turn + len(seen), seen)

    def look(self, address: str, turn: int, seen: list[str]) -> list[str]:
        """All checks that say the same in every mode; the others in one mode, which changes from page to page."""
        if plain(address) in seen:
            return []
        seen.append(plain(address))
        opening = open_page(self.driver, address)
        if not opening.ready or not self.driver.find_elements(By.CSS_SELECTOR, "main"):
            return []
        page = urlsplit(self.driver.current_url).path.removeprefix(f"/{self.gate.locale}") or "/"
        self.gate.at, mode = page, FOUR[turn % len(FOUR)]
        links = [str(link) for link in self.driver.execute_script(LINKS)]
        for _ in (*self.gate.here(self.driver, page), *self.gate.modes(self.driver, [mode], page)):
            pass  # written down by the gate itself
        print(f"{len(self.gate.record.found):4} found  {page} [{mode.name}]", file=sys.stderr)
        return links


def plain(address: str) -> str:
    return address.partition("#")[0]


def look(url: str, all_visits: Iterable[Visit], locales: Sequence[str]) -> Iterator[Record]:
    """The record after each visitor and language, so that a run that is broken off has not been for nothing."""
    nu = Nu()
    gate = Watched(nu)
    record = gate.record
    try:
        with Browser() as browser:
            for visit in all_visits:
                for turn, locale in enumerate(locales):
                    with browser.person() as driver:
                        PLAIN.apply(driver)
                        gate.locale = locale
                        Walk(driver, gate, url.rstrip("/")).go(visit, turn)
                        record.tools |= tools(driver)
                    for _ in gate.across():
                        pass  # of the pages that one person came to
                    gate.titles.clear()
                    gate.memory.clear()
                    yield record
    finally:
        nu.close()


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(
        prog="python -m a11y_tests.conformance.look", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("url")
    parser.add_argument("--visits", type=Path, required=True, metavar="FILE", help="who comes, and to which pages")
    parser.add_argument("--locales", default="en", help="languages, with commas: the first part of each path")
    parser.add_argument("--evidence", type=Path, required=True, metavar="FILE", help="where to write what was done")
    given = parser.parse_args(arguments)
    try:
        for record in look(given.url, visits(given.visits), given.locales.split(",")):
            evidence = record.evidence(datetime.now(UTC).date())
            evidence.write(given.evidence)
    except NoLink as problem:
        print(f"a11y-gate: the sign-in failed: {problem}", file=sys.stderr)
        return 2
    print(f"{sum(found.count for found in evidence.findings)} findings; {given.evidence}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
