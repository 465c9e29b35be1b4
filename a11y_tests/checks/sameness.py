"""What comes back on several pages comes back the same: menus in order, links under their names, help in its place.

One page alone says nothing about it; the gate keeps what it saw of each, and `unlike` compares at the end.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from ..finding import Finding
from ..view import View
from .told import every

Frame = dict[str, Any]
Link = dict[str, Any]


def check(view: View) -> Iterator[Finding]:
    view.seen["frame"] = view.ask("sameness", every("help"))
    yield from ()


def unlike(frames: Iterable[tuple[str, Frame]]) -> Iterator[Finding]:
    """(page, what comes back on it) of all pages; each is compared with the first of its language that has the part."""
    first: dict[tuple[str, str, str], tuple[str, list[Link]]] = {}
    helped: dict[str, tuple[str, dict[str, str]]] = {}
    for page, frame in frames:
        for block in frame["blocks"]:
            key = (frame["locale"], block["role"], block["name"])
            other, before = first.setdefault(key, (page, block["links"]))
            yield from out_of_order(page, block["links"], other, before)
            yield from renamed(page, block["links"], other, before)
        where = {link["to"]: block["role"] for block in frame["blocks"] for link in block["links"] if link["help"]}
        other, places = helped.setdefault(frame["locale"], (page, where))
        for block in frame["blocks"]:
            for link in block["links"]:
                if link["help"] and places.get(link["to"], block["role"]) != block["role"]:
                    message = f"help stands in another part here than on {other}: {link['name']}"
                    yield found(page, "3.2.6", link, message)


def out_of_order(page: str, links: list[Link], other: str, before: list[Link]) -> Iterator[Finding]:
    """Links that both pages have come in the same order; what one of them lacks does not matter."""
    places = {link["to"]: place for place, link in enumerate(before)}
    common = [link for link in links if link["to"] in places]
    rising = longest_rising([places[link["to"]] for link in common])
    for link in common:
        if places[link["to"]] not in rising:
            criterion = "3.2.6" if link["help"] else "3.2.3"
            yield found(page, criterion, link, f"it stands in another place than on {other}: {link['name']}")


def longest_rising(numbers: list[int]) -> set[int]:
    """What has to stay, so that as few as possible are said to have moved."""
    best: list[list[int]] = []
    for number in numbers:
        runs: list[list[int]] = [run for run in best if run[-1] < number]
        longest = max(runs, key=len) if runs else []
        best.append([*longest, number])
    whole: list[int] = max(best, key=len) if best else []
    return set(whole)


def renamed(page: str, links: list[Link], other: str, before: list[Link]) -> Iterator[Finding]:
    names = {link["to"]: link["name"] for link in before}
    for link in links:
        name = names.get(link["to"], link["name"])
        if name != link["name"]:
            yield found(page, "3.2.4", link, f'it is called "{link["name"]}" here and "{name}" on {other}')


def found(page: str, criterion: str, link: Link, message: str) -> Finding:
    return Finding("sameness", criterion, page, "", link["selector"], message, "moderate")
