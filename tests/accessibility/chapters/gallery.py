"""The parts that pages are made of: in English all of them, elsewhere the list and those with most words of ours."""

from app.codesign import gallery
from tests.accessibility.scene import Scene

ELSEWHERE = ("button", "choices", "facts", "text-area")


def look(scene: Scene) -> None:
    guest = scene.guest()
    guest.see(guest.at("/components"))
    for name in gallery.names() if scene.locale == gallery.SPOKEN else ELSEWHERE:
        guest.see(guest.at(f"/components/{name}"), of=name)
