"""A virtual screen reader: what stands in the page, phrase by phrase, as a screen reader would go through it.

It is a program that follows the specifications of names and roles; no person uses it. What it does not say, no
reader says; what it says, a real one may say in other words.
"""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from selenium.webdriver.remote.webdriver import WebDriver

from ..line import kept
from ..tools import find

BUNDLE = "@guidepup/virtual-screen-reader/lib/esm/index.browser.js"
SCRIPT = Path(__file__).parents[1] / "scripts/virtual.js"
EXPORT = re.compile(r"export\{[^}]*?([\w$]+) as virtual[^}]*\};")


class NotRead(Exception):
    """The reader stumbled over this page; the message is its own."""


@dataclass(frozen=True)
class Spoken:
    title: str
    language: str
    phrases: tuple[str, ...]


def read(driver: WebDriver) -> Spoken:
    """The page that is open, from its first phrase to its last; focus and scrolling stay as they were."""
    cdp = kept(driver).execute_cdp_cmd
    frame = cdp("Page.getFrameTree", {})["frameTree"]["frame"]["id"]
    world = cdp("Page.createIsolatedWorld", {"frameId": frame, "worldName": "by ear"})["executionContextId"]
    asked = {"contextId": world, "awaitPromise": True, "returnByValue": True}
    answer = cdp("Runtime.evaluate", {**asked, "expression": f"{reader()}\n{SCRIPT.read_text('utf8')}"})
    if "exceptionDetails" in answer:
        raise NotRead(answer["exceptionDetails"].get("exception", {}).get("description", "the reader failed"))
    said = answer["result"]["value"]
    return Spoken(said["title"], said["language"], tuple(" ".join(phrase.split()) for phrase in said["log"]))


@cache
def reader() -> str:
    """The bundle, which is a module, as a script that leaves `virtual` behind."""
    module = find(BUNDLE).read_text("utf8")
    name = EXPORT.search(module)
    assert name, "the bundle does not export its reader any more"
    return f"(() => {{{EXPORT.sub(lambda found: f'globalThis.virtual = {found[1]};', module)}\n}})();"
