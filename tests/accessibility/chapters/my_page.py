"""My page before anything was asked for, and after a permit that a rule granted at once."""

from tests.accessibility.answers import BATHROOM, apply
from tests.accessibility.scene import WHO, Scene
from tests.accessibility.visitor import Visitor
from tests.accessibility.waiting import counted_together, found

MINE = ("/me", "/me/cases", "/me/looks", "/me/messages")

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Safari/604.1"


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
    counted_together(30)
    clerk.see(desk_case, "granted by rule")
    clerk.see(found(clerk, desk_case, r'href="([^"]*/documents/[^"]*)"'))
    message = found(person, person.at("/me/messages"), r'href="([^"]*/me/messages/[^"]*)"')
    for path in (*MINE, "/me/sessions"):
        person.see(person.at(path))
    for agent in (PHONE, ""):
        elsewhere(scene, agent)
    person.see(person.at("/me/sessions"), "several")
    person.see(message)
    designer = scene.staff("dolores")
    designer.see(designer.at("/me"), "staff without cases")


def elsewhere(scene: Scene, agent: str) -> None:
    """The same person signs in with another browser, which says this of itself, or nothing."""
    with Visitor(scene.site) as http:
        http.headers["User-Agent"] = agent
        http.submit(scene.site.sign_in(WHO[scene.locale]).removeprefix(scene.site.url))
