"""A second proof on my page, below the locale: by a code or by a passkey, for one aim."""

from starlette.routing import Route

from app.identity.handlers import proof
from app.kit.edge import reads, writes

ROUTES = [
    Route("/me/proof/{aim}", reads(proof.show, signed=True), name="second_proof"),
    Route("/me/proof/{aim}", writes(proof.create, again=proof.show, before=proof.count, signed=True), methods=["POST"]),
    Route("/me/proof/{aim}/codes", writes(proof.send, before=proof.count_codes, signed=True), methods=["POST"]),
    Route(
        "/me/proof/{aim}/challenges", writes(proof.challenge, before=proof.count_keys, signed=True), methods=["POST"]
    ),
]
