"""Was this easy? The form about a page, and the thanks for an answer."""

from tests.accessibility.scene import Scene

SERVICE = "/services/birth-certificate"


def look(scene: Scene) -> None:
    guest = scene.guest()
    form = f"{guest.at('/feedback')}?page={SERVICE}"
    guest.see(form)
    guest.send(form, "wrong", {"words": "x" * 501})
    guest.see(f"{guest.at('/feedback/thanks')}?page={SERVICE}")
    guest.see(guest.at("/feedback/thanks"), "of all pages")
