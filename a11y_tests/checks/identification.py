"""On every page the same navigation in the same order, help in the same place, the same control under one name."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from ..finding import Finding
from ..view import View
from .facts import Memory, by_language, keep


def check(view: View) -> Iterator[Finding]:
    """One page alone agrees with itself; it is kept for `across`."""
    keep(view)
    yield from ()


def across(memory: Memory) -> Iterator[Finding]:
    for pages in by_language(memory):
        yield from orders(pages)
        yield from names(pages)
        yield from helps(pages)


def found(criterion: str, page: str, selector: str, message: str) -> Finding:
    return Finding("identification", criterion, page, "", selector, message, "moderate")


def orders(pages: Memory) -> Iterator[Finding]:
    """3.2.3: what two pages have in common in one part stands in one order; and 3.2.6 where it is help."""
    first: dict[str, tuple[str, list[str]]] = {}
    for page, facts in pages:
        for part, links in facts["parts"].items():
            here = list(dict.fromkeys(address for address, _, _ in links))
            before, there = first.setdefault(part, (page, here))
            places = {address: place for place, address in enumerate(there)}
            common = [address for address in here if address in places]
            stays = longest_rising([places[address] for address in common])
            for address in common:
                if places[address] not in stays:
                    where = next(selector for one, _, selector in links if one == address)
                    message = f"it stands elsewhere among its neighbours ({part.strip()}) than on {before}"
                    helps = any(address == one for one, *_ in facts["helps"])
                    yield found("3.2.6" if helps else "3.2.3", page, where, message)


def longest_rising(numbers: list[int]) -> set[int]:
    """What stays, so that as few as possible are said to have moved."""
    best: list[list[int]] = []
    for number in numbers:
        runs: list[list[int]] = [run for run in best if run[-1] < number]
        longest: list[int] = max(runs, key=len, default=[])
        best.append([*longest, number])
    whole: list[int] = max(best, key=len, default=[])
    return set(whole)


Uses = dict[str, list[tuple[str, set[str], str]]]  # by what is pressed: the page, its names there, the first selector


def names(pages: Memory) -> Iterator[Finding]:
    """3.2.4: what does the same is called the same, in one part of the page and anywhere in it, where it leads away."""
    said: set[tuple[str, str]] = set()
    for uses in (called(pages, "{part} {address}"), called(pages, "{address}", away=True)):
        for finding in otherwise(uses):
            if (key := (finding.page, finding.message)) not in said:
                said.add(key)
                yield finding


def called(pages: Memory, by: str, *, away: bool = False) -> Uses:
    uses: Uses = defaultdict(list)
    for page, facts in pages:
        here: dict[str, tuple[set[str], str]] = {}
        parts = {f"link {part}": links for part, links in facts["parts"].items()} | {"button": facts["buttons"]}
        for part, controls in parts.items():
            for address, name, selector in (control for control in controls if control[1]):
                if away and part != "button" and address.partition("?")[0] == facts["path"]:
                    continue  # the same page in this language, this step of several
                key = f"{part.split()[0]} {by.format(part=part, address=address)}"
                here.setdefault(key, (set(), selector))[0].add(name)
        for key, (words, selector) in here.items():
            uses[key].append((page, words, selector))
    return uses


def otherwise(called: Uses) -> Iterator[Finding]:
    """Where most pages agree, the others are found."""
    for uses in called.values():
        most, count = Counter(name for _, words, _ in uses for name in words).most_common(1)[0]
        for page, words, selector in uses:
            alike = any(most in name or name in most for name in words)  # longer in one place, and still the same
            if not alike and (count > 1 or len(uses) == 2):
                yield found("3.2.4", page, selector, f'it is called "{min(words)}" here and "{most}" on other pages')


def helps(pages: Memory) -> Iterator[Finding]:
    """3.2.6: help that is repeated stands in the same place of each page."""
    led_to = {address.partition("#")[0] for _, facts in pages for address, *_ in facts["helps"]}
    places: dict[str, list[tuple[str, set[str], str]]] = defaultdict(list)
    for page, facts in pages:
        here: dict[str, tuple[set[str], str]] = {}
        if facts["path"] in led_to:  # the page of the help itself, which is all its content
            continue
        for address, region, selector in facts["helps"]:
            here.setdefault(address, (set(), selector))[0].add(region)
        for address, (regions, selector) in here.items():
            places[address].append((page, regions, selector))
    for uses in places.values():
        chrome = Counter(region for _, regions, _ in uses for region in regions if region != "in the content")
        if not chrome:
            continue
        most, count = chrome.most_common(1)[0]
        for page, regions, selector in uses:
            if most not in regions and (count > 1 or len(uses) == 2):
                yield found("3.2.6", page, selector, f"this help stands {min(regions)}, on other pages {most}")
