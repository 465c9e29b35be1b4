"""What a mouse can do, keys can do; and no letter alone does something (WCAG 2.1.1, 2.1.4, 4.1.2).

What listens to a click and no key reaches, is found; where it does not look as if it could be pressed, it is pressed
to see whether anything happens. What calls itself a button has to answer Enter and Space, and a link or a button whose
keys somebody hears still has to answer Enter. Letters, digits and signs are pressed where the page listens for keys.
What a listener high up does on a click for all below is not seen.
"""

import time
from collections.abc import Iterator
from typing import Any

from ..finding import Finding
from ..keyboard import press, type_text
from ..line import Line
from ..listeners import effects, guarded, heard, listens
from ..view import View

PAUSE = 0.06
TRIES = 25
READY = """
document.activeElement?.blur();
if (location.href !== window.gateAddress) history.replaceState(history.state, "", window.gateAddress);
"""
MOVED = "return document.activeElement !== document.body || location.href !== window.gateAddress"
PAGE = ("window", "document", "document.body")
THERE = """
const el = window[arguments[0]][arguments[1]];
if (el.isConnected) el.focus();
return document.activeElement === el;
"""
DOWN = """
scrollTo({top: document.documentElement.scrollHeight, behavior: "instant"});
return window.gateDown = scrollY;
"""
UP = "scrollTo({top: 0, behavior: 'instant'})"
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789/?.,-"


def check(view: View) -> Iterator[Finding]:
    keys = view.line
    heard(view)
    everywhere = any(listens(keys, to, "keydown", "keypress") for to in PAGE)
    plan = view.ask("keys_plan", everywhere)
    with guarded(view):
        for number, problem in enumerate(plan["found"]):
            if not problem["pressed"] or not leads_up(view, number):
                yield view.found("keys", *(problem[name] for name in ("criterion", "selector", "message", "severity")))
        yield from tried(view, plan["tried"])
        yield from answered(view, keys, plan["buttons"])
        yield from taken(view, keys, plan["native"])
        yield from letters(view, keys)


def leads_up(view: View, number: int) -> bool:
    """Whether all that a press does is what the key Home does: the page is at its top again."""
    if not view.line.run(DOWN):
        return False
    time.sleep(PAUSE)
    view.line.run(UP)
    time.sleep(PAUSE)  # a page may show where one is
    view.ask("guard", "reset")
    view.line.run(DOWN)
    view.line.run("window.gateMouse[arguments[0]].click()", number)
    for tries in range(TRIES):
        time.sleep(PAUSE)
        if not view.line.run("return scrollY"):
            time.sleep(PAUSE)
            did = effects(view)
            return not (did["log"] or did["text"] or did["moved"])
        if tries > 4 and view.line.run("return scrollY === window.gateDown"):
            break
    view.line.run(UP)
    return False


def tried(view: View, plan: list[str]) -> Iterator[Finding]:
    for number, selector in enumerate(plan):
        view.ask("guard", "reset")
        view.line.run("window.gateTry[arguments[0]].click()", number)
        time.sleep(PAUSE)
        did = effects(view)
        if did["log"] or did["text"]:
            message = "something happens when a mouse presses it; a keyboard cannot reach it"
            yield view.found("keys", "2.1.1", selector, message, "critical")


def answered(view: View, keys: Line, buttons: list[str]) -> Iterator[Finding]:
    for number, selector in enumerate(buttons):
        dead = [key for key in ("Enter", "Space") if not answers(view, keys, number, key)]
        if len(dead) == 2:
            message = "it says that it is a button, and answers neither Enter nor Space"
            yield view.found("keys", "2.1.1", selector, message, "critical")
        elif dead:
            yield view.found(
                "keys", "2.1.1", selector, f"it says that it is a button, and does not answer {dead[0]}", "moderate"
            )


def answers(view: View, keys: Line, number: int, key: str) -> bool:
    if not view.line.run(THERE, "gateButtons", number):
        return True  # gone or hidden since: nothing can be said
    view.ask("guard", "reset")
    press(keys, key)
    time.sleep(PAUSE)
    did: dict[str, Any] = effects(view)
    return bool(did["log"] or did["changed"] or did["clicked"] or did["prevented"])


def taken(view: View, keys: Line, native: list[str]) -> Iterator[Finding]:
    """What answers Enter by itself, and no longer does: whoever took the key away has to do something instead."""
    for number, selector in enumerate(native):
        if not view.line.run(THERE, "gateNative", number):
            continue
        view.ask("guard", "reset")
        press(keys, "Enter")
        if not any(something(view, pause) for pause in (PAUSE, 0.5)):
            yield view.found("keys", "2.1.1", selector, "it does not answer Enter", "critical")


def something(view: View, pause: float) -> bool:
    time.sleep(pause)
    did = effects(view)
    return bool(did["log"] or did["changed"] or did["clicked"])


def letters(view: View, keys: Line) -> Iterator[Finding]:
    """Pressed with the focus on nothing, so that no field is meant."""
    if not any(listens(keys, to, "keydown", "keyup", "keypress") for to in PAGE):
        return
    view.line.run("window.gateAddress = location.href")
    settle(view)
    if not does_something(view, keys, LETTERS):  # all at once: which it is matters only where one is
        return
    # What did something once may not do it again: then it is said of letters in general.
    which = next((f'the key "{letter}"' for letter in LETTERS if does_something(view, keys, letter)), "a letter")
    press(keys, "Escape")
    view.line.run("document.activeElement?.blur()")
    message = f"{which} alone does something: speech and tremor press it by mistake"
    yield view.found("keys", "2.1.4", "body", message, "moderate")


def settle(view: View) -> None:
    """What was pressed before may have its answer still to come: a fragment, and the focus in it."""
    for _ in range(TRIES):
        before = ready(view)
        time.sleep(PAUSE)
        if not effects(view)["waiting"] and not anything(view, before):
            return


def does_something(view: View, keys: Line, letters: str) -> bool:
    before = ready(view)
    type_text(keys, letters)
    return anything(view, before)


def ready(view: View) -> str:
    view.line.run(READY)
    view.ask("guard", "reset")
    return str(view.ask("words"))


def anything(view: View, before: str) -> bool:
    did = effects(view)
    return bool(did["log"] or did["prevented"] or view.line.run(MOVED) or view.ask("words") != before)
