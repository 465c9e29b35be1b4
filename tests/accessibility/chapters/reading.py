"""Reading settings: chosen once, and pages are as somebody likes to read them."""

from tests.accessibility.scene import Scene


def look(scene: Scene) -> None:
    guest = scene.guest()
    settings, services = guest.at("/reading"), guest.at("/services")
    guest.open(settings)
    guest.person.choose("theme", "dark")
    guest.person.choose("space", "more")
    guest.see(settings, "dark, more room")
    guest.person.choose("size", "200")
    guest.person.choose("theme", "contrast")
    guest.see(services, "more contrast, twice as large")
