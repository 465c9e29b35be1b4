"""Codes that people hold: made from an id by a key that only the town has, kept as keyed hashes, never in clear."""

from uuid import UUID

from app.kit import crypto
from app.kit.db import Unit
from app.kit.ids import derived, fold_code

DRAFT, RECEIPT, FOLLOW, TRIAL, CLAIM = "draft", "receipt", "follow", "trial", "claim"
_LENGTH = {DRAFT: 10, RECEIPT: 16, FOLLOW: 10, TRIAL: 16, CLAIM: 10}


def code(unit: Unit, kind: str, row_id: UUID) -> str:
    """The code of a draft, a receipt or a request to follow, in groups of four as it is printed."""
    plain = derived(unit.town.keys.stable(f"code/{kind}"), row_id, _LENGTH[kind])
    return "-".join(plain[start : start + 4] for start in range(0, len(plain), 4))


def digest(unit: Unit, kind: str, typed: str) -> bytes:
    """What a typed code is looked up by."""
    return crypto.digest(unit.town.keys, f"code/{kind}", fold_code(typed)[:64])
