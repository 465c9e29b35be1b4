"""The pages at whose foot we ask whether they were easy: pages that name nobody."""

import re

TOLD = (
    "",
    "services",
    "services/[a-z0-9-]+",
    "life-events",
    "life-events/[a-z0-9-]+",
    "articles",
    "articles/[a-z0-9-]+",
    "events",
    "events/[a-z0-9-]+",
    "offices",
    "offices/[a-z0-9-]+",
    "announcements",
    "contact",
    "data-protection",
    "numbers",
    "accessibility",
)
"""What the town tells everybody."""
ASKED = (
    *TOLD,
    "search",
    "accessibility/reports",
    "reading",
    "transparency",
    "outages",
    "check",
    "drafts",
    "sign-in",
    "me",
)
"""Patterns of paths below the locale, without slash at either end."""
ONE = re.compile("/(" + "|".join(ASKED) + ")")
LONGEST = 120


def asks(path: str) -> bool:
    """Whether a path below the locale, such as /services/birth-certificate, is one of them."""
    return len(path) <= LONGEST and ONE.fullmatch(path) is not None
