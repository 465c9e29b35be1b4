"""A gate that writes down what it did."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field

from selenium.webdriver.remote.webdriver import WebDriver

from ..finding import Finding
from ..gate import Gate
from ..tools import find
from ..view import View
from .evidence import Look, Record


@dataclass
class Watched(Gate):
    """Writes down of each check where it ran to its end; one that fell over has not run. Which page is open, and in
    which state and language, is said by whoever opens it."""

    record: Record = field(default_factory=Record)
    locale: str = ""
    at: str = ""
    state: str = ""
    of: str = ""

    def ask(self, view: View, name: str) -> list[Finding]:
        found = super().ask(view, name)
        self.record.found += found
        if name in self.checks and not any(one.check == "open" for one in found):
            self.record.ran(name, Look(self.at, self.state, self.of, self.locale, view.mode.name))
        return found

    def across(self) -> Iterator[Finding]:
        for finding in super().across():
            self.record.found.append(finding)
            yield finding


def tools(driver: WebDriver) -> dict[str, str]:
    """With what the page that is open is looked at."""
    about = driver.capabilities
    axe = json.loads(find("axe-core/package.json").read_text("utf8"))["version"]
    return {str(about["browserName"]): str(about["browserVersion"]), "axe-core": axe}
