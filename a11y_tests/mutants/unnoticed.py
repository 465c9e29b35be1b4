"""Does a change make a difference to anybody? What changes nothing that is seen, told or reached is no barrier."""

import json
from typing import Any

from selenium.webdriver.remote.webdriver import WebDriver

from ..modes import PLAIN, PUT_SHEET, TAKE_SHEET, Mode

WAYS = (Mode(320), Mode(dark=True))
STILL = "* { caret-color: transparent !important; animation: none !important; transition: none !important }"
FOCUS = "document.querySelector(arguments[0])?.focus({ focusVisible: true })"
# What neither a picture nor the tree shows: languages, what fills fields in, where Tab stops, how large targets are.
BESIDE = """
return [document.title, ...[...document.querySelectorAll("*")].map(el => [
  el.closest("[lang]")?.lang, getComputedStyle(el).direction, el.tabIndex, el.getAttribute("autocomplete"),
  el.matches("a, button, input, summary") ? Object.values(el.getBoundingClientRect().toJSON()).map(Math.round) : 0,
].join())];
"""


def noticed(driver: WebDriver, at: str) -> tuple[str, ...]:
    """All of it, to be compared with that of the page as it was; `at` is looked at with the focus on it too."""
    driver.execute_script(PUT_SHEET, STILL, "still")
    seen = [picture(driver, way) for way in WAYS]
    driver.execute_script(FOCUS, at)
    seen.append(picture(driver, PLAIN))
    driver.execute_script(TAKE_SHEET, "still")
    nodes = driver.execute_cdp_cmd("Accessibility.getFullAXTree", {})["nodes"]
    told = [told_of(node) for node in nodes if not node.get("ignored")]
    return (*seen, json.dumps(told), json.dumps(driver.execute_script(BESIDE)))


def picture(driver: WebDriver, way: Mode) -> str:
    way.apply(driver)
    whole = {"format": "png", "captureBeyondViewport": True, "optimizeForSpeed": True}
    return str(driver.execute_cdp_cmd("Page.captureScreenshot", whole)["data"])


def told_of(node: dict[str, Any]) -> list[Any]:
    properties = [[one["name"], one["value"].get("value")] for one in node.get("properties", [])]
    return [node.get(part, {}).get("value") for part in ("role", "name", "value", "description")] + [properties]
