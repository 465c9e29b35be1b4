"""Which pages a browser may keep to read without network. What is not named here is never kept."""

import re

KEPT = (
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
    "offline",
)
"""Patterns of paths below the locale, without slash at either end. All are pages that are the same for everybody; the
worker looks again at each answer, and keeps none that does not say so itself."""


def may_keep(path: str) -> bool:
    """Whether a path below the locale, such as /services/birth-certificate, is one of them."""
    return any(re.fullmatch(pattern, path.strip("/")) for pattern in KEPT)
