"""Care: why those who serve somebody take care, whose address is protected from whom, to whom clerks are not named."""

from app.people.care.noting import (
    ADDRESS,
    DAYS,
    DEFERRALS,
    KINDS,
    NAMES,
    SAFETY,
    Care,
    Reason,
    after,
    current,
    end,
    hides_address,
    hides_names,
    supervises,
    told,
    write,
)

# fmt: off
__all__ = [
    "ADDRESS", "DAYS", "DEFERRALS", "KINDS", "NAMES", "SAFETY", "Care", "Reason", "after", "current", "end",
    "hides_address", "hides_names", "supervises", "told", "write",
]
