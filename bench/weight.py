"""What a first visit weighs: bytes and requests against what they may be, for each public page in each locale."""

import re
from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx

from bench.ground import free_port, laid, process
from bench.ratios import Ratio
from bench.visit import BLOCKING, EVERYTHING, Sent, Visit, visit


def run(rounds: int = 0, small: bool = False) -> list[Ratio]:
    """Not timed: one round is all there is to see."""
    port = free_port()
    with laid() as ground, process(["-m", "app", "serve"], ground.settings, port):
        headers = {"Host": "localhost", "Accept-Encoding": "gzip", "Sec-Fetch-Site": "none"}
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=headers) as browser:
            ask = asking(browser.get)
            return [
                ratio for kind, paths in kinds(ask).items() for ratio in _weigh(kind, [visit(ask, p) for p in paths])
            ]


def asking(get: Callable[[str], Any]) -> Callable[[str], Sent]:
    """Ask by an httpx client or one like it; an answer has to be 200 and say how long it is. What its address names by
    its bytes is asked for once."""
    kept: dict[str, Sent] = {}

    def ask(path: str) -> Sent:
        if path not in kept:
            found = sent(path)
            if not path.startswith("/static/"):
                return found
            kept[path] = found
        return kept[path]

    def sent(path: str) -> Sent:
        answer = get(path)
        if answer.status_code != 200:
            raise ValueError(f"{path}: {answer.status_code}")
        kind = answer.headers["content-type"].partition(";")[0]
        readable = kind.startswith("text/") or kind.endswith("xml")
        return Sent(int(answer.headers["content-length"]), kind, answer.text if readable else "")

    return ask


def kinds(ask: Callable[[str], Sent]) -> Mapping[str, list[str]]:
    """The pages of the sitemap by their address below the locale: one address in every locale."""
    found: dict[str, list[str]] = {}
    for address in re.findall(r"<loc>([^<]+)</loc>", ask("/sitemap.xml").text):
        path = urlsplit(address).path
        found.setdefault("/" + path.strip("/").partition("/")[2], []).append(path)
    return found


def _weigh(kind: str, visits: list[Visit]) -> list[Ratio]:
    allowed = visits[0].allowed
    return [
        _ratio(f"{kind}: HTML and blocking CSS : 14 KB", [each.blocking for each in visits], BLOCKING),
        _ratio(f"{kind}: everything : 60 KB", [each.everything for each in visits], EVERYTHING),
        _ratio(f"{kind}: requests : {allowed}", [len(each.parts) for each in visits], allowed),
    ]


def _ratio(name: str, found: list[int], allowed: int) -> Ratio:
    """Each locale is a value; the heaviest counts."""
    return Ratio(name, tuple(number / allowed for number in found), most=1.0, note=f"{max(found)} in the heaviest")
