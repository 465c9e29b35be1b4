"""What somebody agreed to, on her page and at the desk."""

from tests.accessibility.scene import WHO, Scene
from tests.cast import BY_KEY


def look(scene: Scene) -> None:
    person, clerk = scene.somebody(), scene.staff("clara")
    mine = person.at("/me/consents")
    person.see(mine)
    person.http.submit(mine, {"what": "offices", "then": "stop"})
    person.see(f"{mine}?said=consent", "taken back")
    clerk.see(clerk.at("/me/consents"), "nobody")
    clerk.http.submit(clerk.at("/desk/purpose"), {"purpose": "look_contact"})
    search = clerk.http.get(f"{clerk.at('/desk/search')}?q={BY_KEY[WHO[scene.locale]].name}").text
    page = clerk.at(f"/desk/people/{search.partition('/desk/people/')[2][:36]}/consents")
    clerk.see(page)
    clerk.send(page, "wrong", {"way": ""})
