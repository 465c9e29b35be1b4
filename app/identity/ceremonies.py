"""What an authenticator signs and what it says of it, by the rules of WebAuthn. The challenge stays here, and works
once."""

import json
import secrets
from collections.abc import Sequence
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from sqlalchemy import bindparam, delete, select
from webauthn import (
    generate_authentication_options,
    generate_registration_options,
    options_to_json,
    verify_authentication_response,
    verify_registration_response,
)
from webauthn.authentication.verify_authentication_response import VerifiedAuthentication
from webauthn.helpers import (
    parse_authentication_credential_json,
    parse_client_data_json,
    parse_registration_credential_json,
)
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticationCredential,
    AuthenticatorSelectionCriteria,
    PublicKeyCredentialDescriptor,
    RegistrationCredential,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)
from webauthn.registration.verify_registration_response import VerifiedRegistration

from app.identity.models import Challenge
from app.kit import db
from app.kit.ids import new_id
from app.kit.towns import Town

LIFE = timedelta(minutes=10)
"""How long a sign-in page may stand open before its challenge is asked for anew."""
H = db.table(Challenge).c
OPEN = select(H.id, H.account_id).where(H.value == bindparam("value"), H.until > bindparam("now"))


class Untrusted(Exception):
    """What came back proves nothing; the message is for the log."""


def to_create(unit: db.Unit, account_id: UUID, name: str, known: list[bytes]) -> str:
    """What the browser asks an authenticator for, as JSON: a passkey that it can find by itself and that asks who is
    there; not one that keeps a passkey of this account already."""
    return options_to_json(
        generate_registration_options(
            rp_id=_host(unit.town),
            rp_name=unit.town.name,
            user_id=account_id.bytes,
            user_name=name,
            challenge=_challenge(unit, account_id),
            timeout=_milliseconds(),
            authenticator_selection=AuthenticatorSelectionCriteria(
                resident_key=ResidentKeyRequirement.REQUIRED,
                user_verification=UserVerificationRequirement.REQUIRED,
            ),
            exclude_credentials=[PublicKeyCredentialDescriptor(id=credential) for credential in known],
        )
    )


def to_use(unit: db.Unit, account_id: UUID | None = None, known: Sequence[bytes] = ()) -> str:
    """The same for signing in, where no account is named: the authenticator knows which it has. An account that shows
    once more whose it is names the passkeys that count."""
    return options_to_json(
        generate_authentication_options(
            rp_id=_host(unit.town),
            challenge=_challenge(unit, account_id),
            timeout=_milliseconds(),
            allow_credentials=[PublicKeyCredentialDescriptor(id=credential) for credential in known] or None,
            user_verification=UserVerificationRequirement.REQUIRED,
        )
    )


def created(unit: db.Unit, account_id: UUID, said: str) -> VerifiedRegistration:
    """The new passkey that an authenticator made for this account; Untrusted if it is none."""
    try:
        answer = parse_registration_credential_json(said)
        challenge = _spend(unit, answer, account_id)
        return verify_registration_response(
            credential=answer,
            expected_challenge=challenge,
            expected_rp_id=_host(unit.town),
            expected_origin=_origin(unit.town),
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError) as problem:
        raise Untrusted(str(problem)) from problem


def answered(said: str) -> AuthenticationCredential:
    """What somebody who signs in says; nothing of it is proven yet."""
    try:
        return parse_authentication_credential_json(said)
    except (WebAuthnException, ValueError, TypeError, KeyError) as problem:
        raise Untrusted(str(problem)) from problem


def used(
    unit: db.Unit, answer: AuthenticationCredential, public_key: bytes, account_id: UUID | None = None
) -> VerifiedAuthentication:
    """That the passkey with this public key has signed what this account was asked (or who signs in). Whether its
    counter goes on is for the caller to see: a copy signs as well as the key that it was made of."""
    try:
        return verify_authentication_response(
            credential=answer,
            expected_challenge=_spend(unit, answer, account_id),
            expected_rp_id=_host(unit.town),
            expected_origin=_origin(unit.town),
            credential_public_key=public_key,
            credential_current_sign_count=0,
            require_user_verification=True,
        )
    except (WebAuthnException, ValueError, TypeError, KeyError) as problem:
        raise Untrusted(str(problem)) from problem


def sweep(unit: db.Unit) -> int:
    return db.change(unit, delete(db.table(Challenge)).where(H.until < unit.now))


def _challenge(unit: db.Unit, account_id: UUID | None) -> bytes:
    value = secrets.token_bytes(32)
    db.add(unit, Challenge, id=new_id(), value=value, account_id=account_id, until=unit.now + LIFE)
    return value


def _spend(unit: db.Unit, answer: RegistrationCredential | AuthenticationCredential, account_id: UUID | None) -> bytes:
    """The challenge that was signed, if it is ours, for this account and used for the first time; and not in a frame of
    another site."""
    data: Any = parse_client_data_json(answer.response.client_data_json)
    if data.cross_origin or "topOrigin" in json.loads(answer.response.client_data_json):
        raise Untrusted("it was signed inside a page of another site")
    row = db.row(unit, OPEN, value=data.challenge, now=unit.now)
    if row is None or row.account_id != account_id:
        raise Untrusted("nobody was asked to sign this")
    if db.change(unit, delete(db.table(Challenge)).where(H.id == row.id)) != 1:
        raise Untrusted("it was signed twice")
    return bytes(data.challenge)


def _host(town: Town) -> str:
    return urlsplit(town.base_url).hostname or ""


def _origin(town: Town) -> str:
    parts = urlsplit(town.base_url)
    return f"{parts.scheme}://{parts.netloc}"


def _milliseconds() -> int:
    return int(LIFE.total_seconds() * 1000)
