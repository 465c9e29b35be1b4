"""Identifiers made by us: UUIDv7 for rows, Crockford codes for people."""

import hmac
import secrets
from hashlib import sha256
from uuid import UUID

from uuid_utils.compat import uuid7

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECKS = ALPHABET + "*~$=U"
_FOLD = str.maketrans({"O": "0", "I": "1", "L": "1", "-": None, " ": None, "‐": None, "–": None, ".": None})
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹０１２３４５６７８９", "0123456789" * 3)


def new_id() -> UUID:
    """A UUIDv7: sorted by the time it was made."""
    return uuid7()


def crockford(length: int) -> str:
    """A random code of `length` characters that can be read aloud (5 bits each)."""
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def derived(key: bytes, of: UUID, length: int) -> str:
    """A code of at most 32 characters that an id and a key of the town make: the same each time, kept nowhere."""
    mac = hmac.new(key, of.bytes, sha256).digest()
    return "".join(ALPHABET[byte % 32] for byte in mac[:length])


def fold_code(text: str) -> str:
    """What a person typed as a code, in its one form: upper case, O as 0, I and L as 1, no hyphens or spaces."""
    return text.strip().translate(_DIGITS).upper().translate(_FOLD)


def _check(code: str) -> str:
    value = 0
    for character in code:
        value = (value * 32 + ALPHABET.index(character)) % 37
    return CHECKS[value]


def reference(letters: str) -> str:
    """A case reference such as VC-7K3M-9QZA: the town's letters, seven random characters, a mod-37 check."""
    while True:
        code = crockford(7)
        check = _check(code)
        if check in ALPHABET:
            return f"{letters}-{code[:4]}-{code[4:]}{check}"


def example(letters: str) -> str:
    """The reference that a town shows where it asks for one; no case has it."""
    return f"{letters}-7K3M-9QZA"


def parse_reference(text: str) -> str | None:
    """The reference somebody typed in its one form, or None when it cannot be one (a wrong check included)."""
    plain = "".join(c for c in text.strip().translate(_DIGITS).upper() if c.isalnum())
    letters, code = plain[:2], fold_code(plain[2:])
    if len(code) != 8 or not letters.isascii() or not letters.isalpha() or any(c not in ALPHABET for c in code):
        return None
    if _check(code[:7]) != code[7]:
        return None
    return f"{letters}-{code[:4]}-{code[4:]}"
