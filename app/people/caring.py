"""Care: why those who serve somebody take care, and whose address is protected from whom."""

from app.people.care.noting import (
    ADDRESS,
    DAYS,
    DEFERRALS,
    KINDS,
    SAFETY,
    Care,
    Reason,
    after,
    current,
    end,
    hides_address,
    supervises,
    told,
    write,
)

# fmt: off
__all__ = [
    "ADDRESS", "DAYS", "DEFERRALS", "KINDS", "SAFETY", "Care", "Reason", "after", "current", "end", "hides_address",
    "supervises", "told", "write",
]
