"""A page as its server sent it, kept so that it can be opened again with something planted in it."""

from dataclasses import dataclass
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

from ..browser import source

STATUS = "return performance.getEntriesByType('navigation')[0]?.responseStatus || 200"


@dataclass(frozen=True)
class Recorded:
    kind: str  # what barriers call it: "home", "question wrong"
    locale: str
    url: str
    status: int
    html: str

    @property
    def name(self) -> str:
        return f"{self.kind} ({self.locale})"


def record(driver: WebDriver, kind: str, locale: str) -> Recorded:
    """The page that is open, also where it is the answer to a form."""
    status: Any = driver.execute_script(STATUS)
    return Recorded(kind, locale, driver.current_url.split("#")[0], int(status), source(driver))
