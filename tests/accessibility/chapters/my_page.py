"""My page before anything was asked for, and after a permit that a rule granted at once."""

from tests.accessibility.answers import BATHROOM, apply
from tests.accessibility.scene import Scene
from tests.accessibility.waiting import found

MINE = ("/me", "/me/cases", "/me/looks", "/me/messages")


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
