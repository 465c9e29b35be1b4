"""One text for one submission, whoever wrote it down: for the receipt and for telling a twin from another content."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any


def canonical(submission: Mapping[str, Any]) -> bytes:
    """JSON with sorted keys and no spaces, in UTF-8. Texts are kept as they are, not normalised."""
    return json.dumps(submission, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False).encode()


def digest(submission: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical form, in hexadecimal."""
    return hashlib.sha256(canonical(submission)).hexdigest()
