"""What comes round by street: chosen on the page of the service."""

from tests.accessibility.scene import Scene


def look(scene: Scene) -> None:
    guest = scene.guest()
    page = guest.at("/services/recycling-calendar")
    guest.see(page, "street to choose")
    guest.see(f"{page}?street=Calle+de+las+Redes", "days of a street")
