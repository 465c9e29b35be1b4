"""Keys, pressed as a keyboard presses them."""

from collections.abc import Mapping
from typing import Any, Protocol

from .line import Line


class Keys(Protocol):
    """Whatever takes them: a driver or a line."""

    def execute_cdp_cmd(self, method: str, params: Mapping[str, Any], /) -> Any: ...


# key, code, number, text it types
KEYS: dict[str, tuple[str, str, int, str]] = {
    "Tab": ("Tab", "Tab", 9, ""),
    "Enter": ("Enter", "Enter", 13, "\r"),
    "Space": (" ", "Space", 32, " "),
    "Escape": ("Escape", "Escape", 27, ""),
    "Backspace": ("Backspace", "Backspace", 8, ""),
    "Up": ("ArrowUp", "ArrowUp", 38, ""),
    "Down": ("ArrowDown", "ArrowDown", 40, ""),
    "Left": ("ArrowLeft", "ArrowLeft", 37, ""),
    "Right": ("ArrowRight", "ArrowRight", 39, ""),
    "Home": ("Home", "Home", 36, ""),
    "End": ("End", "End", 35, ""),
}
SHIFT, CONTROL = 8, 2


def press(driver: Keys, name: str, *, held: int = 0) -> None:
    """press(driver, "Tab", held=SHIFT)"""
    key, code, number, text = KEYS[name]
    event: dict[str, Any] = {"key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": held}
    down = {"type": "keyDown", "text": text} if text and not held else {"type": "rawKeyDown"}
    driver.execute_cdp_cmd("Input.dispatchKeyEvent", event | down)
    driver.execute_cdp_cmd("Input.dispatchKeyEvent", event | {"type": "keyUp"})


def type_text(driver: Keys, text: str) -> None:
    """Letters of any script, one after the other, into whatever has the focus."""
    for letter in text:
        driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyDown", "key": letter, "text": letter})
        driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyUp", "key": letter})


def select_all(driver: Keys) -> None:
    event = {"key": "a", "code": "KeyA", "windowsVirtualKeyCode": 65, "modifiers": CONTROL}
    driver.execute_cdp_cmd("Input.dispatchKeyEvent", event | {"type": "rawKeyDown", "commands": ["selectAll"]})
    driver.execute_cdp_cmd("Input.dispatchKeyEvent", event | {"type": "keyUp"})


# Where a number says which stop comes first, it is the next one after a part that has the lowest number.
BEFORE_ALL = """
scrollTo(0, 0);
const numbered = [...document.querySelectorAll("[tabindex]")].some(el => el.tabIndex > 0);
const from = numbered ? document.createElement("span") : document.body;
from.tabIndex = numbered ? 1 : -1;
if (numbered) document.documentElement.prepend(from);
from.focus({preventScroll: true});
if (numbered) from.onblur = () => from.remove();
else { from.blur(); from.removeAttribute("tabindex"); }
"""


def start_over(line: Line) -> None:
    """The next Tab goes to the first stop of the page, wherever the focus was."""
    line.run(BEFORE_ALL)
