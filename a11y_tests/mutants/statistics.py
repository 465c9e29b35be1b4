"""How sure a share is, when it comes from so many tries."""

from math import sqrt

Z = 1.96


def wilson(hits: int, tries: int) -> tuple[float, float]:
    """The interval in which the true share lies, 95 times of a hundred (Wilson's, good for small numbers too)."""
    if not tries:
        return 0.0, 1.0
    share, weight = hits / tries, Z * Z / tries
    middle = (share + weight / 2) / (1 + weight)
    half = Z * sqrt(share * (1 - share) / tries + weight / (4 * tries)) / (1 + weight)
    return max(0.0, middle - half), min(1.0, middle + half)
