"""An authenticator in a few lines: makes passkeys and signs with them, also as one that lies would."""

import hashlib
import json
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from dataclasses import dataclass, field
from typing import Any

import cbor2
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec

from tests.towns import Client

ORIGIN, HOST = "http://localhost", "localhost"
PRESENT, VERIFIED, SYNCABLE, SYNCED, NEW = 1, 4, 8, 16, 64
APPLE = bytes.fromhex("fbfc3007154e4ecc8c0b6e020557d7bd")


@dataclass
class Authenticator:
    """`flags`: what it says of who is there; `more` goes into what the browser says of the page."""

    id: bytes = field(default_factory=lambda: secrets.token_bytes(16))
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    model: bytes = bytes(16)
    flags: int = PRESENT | VERIFIED
    counter: int = 0
    owner: bytes | None = None
    origin: str = ORIGIN
    host: str = HOST
    more: dict[str, Any] = field(default_factory=dict)

    def make(self, options: dict[str, Any]) -> str:
        """What `navigator.credentials.create` gives, as JSON."""
        self.owner = unpack(options["user"]["id"])
        numbers = self.key.public_key().public_numbers()
        public = cbor2.dumps({1: 2, 3: -7, -1: 1, -2: numbers.x.to_bytes(32, "big"), -3: numbers.y.to_bytes(32, "big")})
        kept = self.model + len(self.id).to_bytes(2, "big") + self.id + public
        said = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": self._data(NEW) + kept})
        return self._answer(attestationObject=pack(said), clientDataJSON=self._page("create", options["challenge"]))

    def sign(self, options: dict[str, Any]) -> str:
        """What `navigator.credentials.get` gives, as JSON."""
        page, data = self._page("get", options["challenge"]), self._data(0)
        signature = self.key.sign(data + hashlib.sha256(unpack(page)).digest(), ec.ECDSA(hashes.SHA256()))
        owner = {"userHandle": pack(self.owner)} if self.owner else {}
        return self._answer(authenticatorData=pack(data), clientDataJSON=page, signature=pack(signature), **owner)

    def _data(self, more: int) -> bytes:
        self.counter += bool(self.counter)
        return (
            hashlib.sha256(self.host.encode()).digest() + bytes([self.flags | more]) + self.counter.to_bytes(4, "big")
        )

    def _page(self, kind: str, challenge: str) -> str:
        said = {"type": f"webauthn.{kind}", "challenge": challenge, "origin": self.origin, "crossOrigin": False}
        return pack(json.dumps(said | self.more).encode())

    def _answer(self, **response: str) -> str:
        return json.dumps({"id": pack(self.id), "rawId": pack(self.id), "type": "public-key", "response": response})


def pack(given: bytes) -> str:
    return urlsafe_b64encode(given).rstrip(b"=").decode()


def unpack(given: str) -> bytes:
    return urlsafe_b64decode(given + "=" * (-len(given) % 4))


def options(client: Client, path: str) -> dict[str, Any]:
    page = path.removesuffix("/challenges")
    answer = client.post(path, data={"_token": client.token(page)})
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store"), answer.text
    given: dict[str, Any] = answer.json()
    return given


def add(client: Client, key: Authenticator) -> Any:
    said = key.make(options(client, "/en/me/passkeys/challenges"))
    return client.submit("/en/me/passkeys", {"credential": said})
