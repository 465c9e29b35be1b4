"""Small numbers tell of people: a count under five is not shown, nor what would give it away.

Whoever has a sum and all but one of its parts has that part too; so beside a small part another stays hidden, or the
sum itself. Two are not enough where their sum leaves but one answer: one and one are two.
"""

from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import TypeVar

LEAST = 5
Key = TypeVar("Key", bound=Hashable)


def small(count: int) -> bool:
    return 0 < count < LEAST


def hidden_parts(parts: Mapping[Key, Sequence[int]], also: Collection[Key] = ()) -> tuple[frozenset[Key], bool]:
    """The parts of a sum that must not be shown, and whether the sum must not be either. A part is one count or several
    that are shown apart, such as late and in time; `also` are hidden for another reason. What is nothing protects
    nobody."""
    hidden = {key for key, counts in parts.items() if any(map(small, counts))} | set(also)
    shown = sorted(parts.keys() - hidden, key=lambda key: (sum(parts[key]), str(key)))
    while hidden and (lacking := _given_away([parts[key] for key in hidden])) is not None:
        helps = next((key for key in shown if parts[key][lacking]), None)
        if helps is None:
            return frozenset(hidden), True
        shown.remove(helps)
        hidden.add(helps)
    return frozenset(hidden), False


def _given_away(hidden: Sequence[Sequence[int]]) -> int | None:
    """The first count for which the sum of the hidden ones, that anybody can work out, may leave but one answer."""
    for place, counts in enumerate(zip(*hidden, strict=True)):
        some = sum(count > 0 for count in counts)
        if some and (some == 1 or sum(counts) < max(LEAST, len(hidden) + 1)):
            return place
    return None
