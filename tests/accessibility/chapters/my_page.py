"""My page before anything was asked for, and after a permit that a rule granted at once."""

import re
import time

from tests.accessibility.answers import BATHROOM, apply
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody

MINE = ("/me", "/me/cases", "/me/looks", "/me/messages")
PATIENCE = 40


def look(scene: Scene) -> None:
    person = scene.somebody()
    for path in MINE:
        person.see(person.at(path), "empty")
    case = person.at(f"/cases/{apply(person.http, 'building-permit', BATHROOM, scene.locale)}")
    document = found(person, case, r'href="([^"]*/documents/[^"]*)"')
    person.see(case, "granted")
    person.see(document)
    clerk = scene.staff("clara")
    desk_case = clerk.at(f"/desk{case.removeprefix(f'/{scene.locale}')}")
    clerk.see(desk_case, "granted by rule")
    clerk.see(found(clerk, desk_case, r'href="([^"]*/documents/[^"]*)"'))
    message = found(person, person.at("/me/messages"), r'href="([^"]*/me/messages/[^"]*)"')
    for path in (*MINE, "/me/sessions"):
        person.see(person.at(path))
    person.see(message)
    designer = scene.staff("dolores")
    designer.see(designer.at("/me"), "staff without cases")


def found(person: Somebody, path: str, pattern: str) -> str:
    """What a page holds as soon as the work that makes it is done."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if match := re.search(pattern, person.http.get(path).text):
            return match[1]
        time.sleep(0.1)
    raise AssertionError(f"{path} never held {pattern}")
