"""Which pages a browser may keep to read without network. What is not named here is never kept."""

import re

from app.kit.asking import TOLD

KEPT = (*TOLD, "offline")
"""Patterns of paths below the locale, without slash at either end. All are pages that are the same for everybody; the
worker looks again at each answer, and keeps none that does not say so itself."""


def may_keep(path: str) -> bool:
    """Whether a path below the locale, such as /services/birth-certificate, is one of them."""
    return any(re.fullmatch(pattern, path.strip("/")) for pattern in KEPT)
