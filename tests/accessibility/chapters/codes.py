"""A receipt's code, a case's code, a draft's code: asked for, wrong, unknown."""

from tests.accessibility.scene import Scene


def look(scene: Scene) -> None:
    guest = scene.guest()
    check, drafts = guest.at("/check"), guest.at("/drafts")
    guest.see(check)
    guest.send(check, "nothing written", {"code": ""})
    guest.send(check, "unknown", {"code": "0000000000"})
    guest.send(check, "wrong", {"reference": "", "address": ""})
    guest.send(check, "code sent", {"reference": "VC-7K3M-9QZA", "address": "somebody@puertoclaro.example"})
    guest.see(guest.at("/check/follow/code"))
    guest.send(guest.at("/check/follow/code"), "wrong", {"code": "1"})
    guest.see(drafts)
    guest.send(drafts, "wrong", {"code": "1"})
