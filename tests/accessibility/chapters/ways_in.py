"""Signing in, and all that can go wrong with it."""

import re

from tests.accessibility.scene import WHO, Scene


def look(scene: Scene) -> None:
    guest = scene.guest()
    sign_in, code = guest.at("/sign-in"), guest.at("/sign-in/code")
    guest.see(sign_in)
    guest.send(sign_in, "wrong", {"email": "nobody"})
    guest.send(sign_in, "sent", {"email": "somebody@puertoclaro.example"})
    guest.see(f"{sign_in}?onward=/me&said=over", "session over")
    guest.see(code)
    guest.send(code, "wrong", {"code": "1"})
    links(scene)


def links(scene: Scene) -> None:
    """A one-time link before it is used, after it was, and one that never was."""
    guest = scene.guest()
    link = re.sub(r"/[^/]+/sign-in", f"/{scene.locale}/sign-in", scene.site.sign_in(WHO[scene.locale]))
    path = link.removeprefix(scene.site.url)
    guest.see(path, "open")
    scene.by_link(link)
    guest.see(path, "used")
    guest.see(guest.at("/sign-in/links/0000000000"), "dead")
