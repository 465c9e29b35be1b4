"""Root keys, and what is derived from them. Sealing is AES-256-GCM; every use has a key and a context of its own."""

import base64
import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

NONCE = 12


class Unreadable(Exception):
    """A sealed value does not open: another key, another place, or changed bytes."""


@dataclass(frozen=True)
class Keyring:
    """Root keys of 32 bytes each, by number; the first is current, the others still open what they sealed."""

    roots: tuple[tuple[int, bytes], ...]
    _ciphers: dict[tuple[str, int], AESGCM] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def current(self) -> int:
        return self.roots[0][0]

    def derive(self, purpose: str, number: int | None = None) -> bytes:
        """The 32-byte key of one purpose: wrap, blind, audit, token, session ..."""
        for known, root in self.roots:
            if number is None or known == number:
                return _derived(root, purpose)
        raise Unreadable(f"root key {number} is not in the keyring")

    def cipher(self, purpose: str, number: int) -> AESGCM:
        """What opens with that key, made once: a list opens many keys."""
        made = self._ciphers.get((purpose, number))
        if made is None:
            made = self._ciphers[purpose, number] = AESGCM(self.derive(purpose, number))
        return made

    def stable(self, purpose: str) -> bytes:
        """A key that does not change when the keys rotate: it comes from the oldest root."""
        return _derived(self.roots[-1][1], purpose)

    @property
    def blinding(self) -> bytes:
        return self.stable("blind")


@cache
def _derived(root: bytes, purpose: str) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=None, info=f"ventanilla/{purpose}".encode()).derive(root)


def seal(key: bytes, context: str, clear: bytes) -> bytes:
    """Nonce and ciphertext. `context` (table|column|id) must be said again to open it."""
    nonce = os.urandom(NONCE)
    return nonce + AESGCM(key).encrypt(nonce, clear, context.encode())


def unseal(key: bytes | AESGCM, context: str, sealed: bytes) -> bytes:
    cipher = key if isinstance(key, AESGCM) else AESGCM(key)
    try:
        return cipher.decrypt(sealed[:NONCE], sealed[NONCE:], context.encode())
    except (InvalidTag, ValueError) as problem:  # ValueError: too short to hold even the nonce
        raise Unreadable(context) from problem


def blind(keys: Keyring, purpose: str, text: str) -> bytes:
    """A 16-byte token by which equal texts meet without being readable."""
    return hmac.digest(keys.blinding, f"{purpose}|{text}".encode(), "sha256")[:16]


def digest(keys: Keyring, purpose: str, text: str) -> bytes:
    """A 32-byte keyed hash of a secret that is only ever compared (codes, session ids)."""
    return hmac.new(keys.blinding, f"{purpose}/{text}".encode(), hashlib.sha256).digest()


def make_keyring(path: Path) -> None:
    """Write a keyring with one fresh root, readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(f"1 {_word()}\n")


def rotate_keyring(path: Path) -> int:
    """Put a fresh root in front; the number it has."""
    lines = path.read_text().splitlines()
    number = max(int(line.split()[0]) for line in lines) + 1
    fresh = path.with_suffix(".new")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write("\n".join([f"{number} {_word()}", *lines]) + "\n")
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    return number


def read_keyring(path: Path) -> Keyring:
    """Lines of `number base64-of-32-bytes`, the current one first."""
    roots = []
    for line in path.read_text().splitlines():
        number, _, word = line.partition(" ")
        root = base64.b64decode(word, validate=True)
        if len(root) != 32:
            raise ValueError(f"root key {number} does not have 32 bytes")
        roots.append((int(number), root))
    if not roots:
        raise ValueError("the file holds no key")
    return Keyring(tuple(roots))


def _word() -> str:
    return base64.b64encode(secrets.token_bytes(32)).decode()
