"""An account of one's own: another e-mail address, asked for, proven, stopped; and a case that is to join it."""

from tests.accessibility.answers import BIRTH_CERTIFICATE, apply
from tests.accessibility.scene import Scene
from tests.accessibility.visitor import Somebody
from tests.accessibility.waiting import until

NEW = "new@puertoclaro.example"


def look(scene: Scene) -> None:
    one, guest = scene.somebody(), scene.guest()
    mine = one.at("/me/account")
    one.see(mine)
    shown_again(scene, one, "address")
    one.see(mine, "shown")
    one.send(mine, "wrong")
    one.http.submit(mine, {"email": NEW})
    one.see(f"{mine}/code")
    one.send(f"{mine}/code", "wrong", {"code": "1"})
    one.see(mine, "asked")
    sent = mailed(scene, "/me/account/code?code=")
    stop = guest.at(f"/sign-in/readdressing/{mailed(scene, '/sign-in/readdressing/')}")
    guest.see(stop, "asked")
    one.http.submit(f"{mine}/code", {"code": sent})
    one.see(mine, "waits")
    guest.see(stop, "waits")
    stopped(one, guest, mine, stop)
    claimed(one)
    closed(scene, one)


def closed(scene: Scene, one: Somebody) -> None:
    """What stays and what goes, with a draft and a case; who works here leaves first."""
    one.http.post(one.at("/services/large-items/drafts"))
    apply(one.http, "birth-certificate", BIRTH_CERTIFICATE, scene.locale)
    one.see(one.at("/me/account/closure"))
    proof = one.at("/me/proof/closure")
    one.see(proof)
    one.http.submit(proof, to=f"{proof}/codes")
    one.see(proof, "sent")
    one.send(proof, "wrong", {"code": "1"})
    shown_again(scene, one, "closure")
    one.see(one.at("/me/account/closure"), "shown")
    clerk = scene.staff("clara")
    clerk.see(clerk.at("/me/account/closure"), "staff")


def shown_again(scene: Scene, one: Somebody, aim: str) -> None:
    """That it is she who wants it: by the code of a mail."""
    proof = one.at(f"/me/proof/{aim}")
    one.http.submit(proof, to=f"{proof}/codes")
    one.http.submit(proof, {"code": mailed(scene, f"/me/proof/{aim}?code=")})


def claimed(one: Somebody) -> None:
    """A case that was sent without an account, of which she knows the reference."""
    new = one.at("/me/claims/new")
    one.see(new)
    one.send(new, "wrong")
    code = one.http.submit(new, {"reference": "VC-7K3M-9QZA"})
    one.see(code)
    one.send(code, "wrong", {"code": "1"})


def stopped(one: Somebody, guest: Somebody, mine: str, stop: str) -> None:
    one.http.submit(mine, to=f"{mine}/stop")
    guest.see(stop, "over")
    guest.see(guest.at("/sign-in/readdressing/0000000000"), "unknown")


def mailed(scene: Scene, path: str) -> str:
    """The code of the newest message that has this path."""
    return until(lambda: newest(scene, path), f"nothing with {path} was mailed")


def newest(scene: Scene, path: str) -> str:
    texts = [mail["text"] for mail in scene.site.mailbox() if path in mail["text"]]
    return texts[0].partition(path)[2][:10] if texts else ""
