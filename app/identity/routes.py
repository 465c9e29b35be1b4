"""The ways in, and the places where one is signed in."""

from starlette.routing import Route

from app.identity.handlers import link, passkey, recovery, second_factor, session, sign_in
from app.kit.edge import reads, writes

ROUTES = [
    Route("/sign-in", reads(sign_in.new), name="sign_in"),
    Route("/sign-in", writes(sign_in.create, again=sign_in.new, before=sign_in.count), methods=["POST"]),
    Route("/sign-in/code", reads(link.enter_code), name="sign_in_code"),
    Route("/sign-in/code", writes(link.use_code, again=link.enter_code, before=link.count), methods=["POST"]),
    Route("/sign-in/links/{code}", reads(link.show), name="sign_in_link"),
    Route("/sign-in/links/{code}", writes(link.create, before=link.count_opening), methods=["POST"]),
    Route("/sign-in/links/{code}/renewal", reads(link.show), name="sign_in_renewal"),
    Route("/sign-in/links/{code}/renewal", writes(link.renew, before=link.count_renewal), methods=["POST"]),
    Route("/sign-in/challenges", writes(passkey.challenge, before=passkey.count, token=False), methods=["POST"]),
    Route("/sign-in/passkey", writes(passkey.enter, again=sign_in.new, before=link.count), methods=["POST"]),
    Route("/sign-in/passkey", reads(sign_in.new)),
    Route("/sign-in/recovery", reads(recovery.new), name="recovery"),
    Route("/sign-in/recovery", writes(recovery.enter, again=recovery.new, before=recovery.count), methods=["POST"]),
    Route("/sign-in/second-factor", reads(second_factor.show, signed=True), name="second_factor"),
    Route(
        "/sign-in/second-factor",
        writes(second_factor.create, again=second_factor.show, signed=True),
        methods=["POST"],
    ),
    Route("/sign-in/second-factor/challenges", writes(second_factor.challenge, signed=True), methods=["POST"]),
    Route("/sign-out", writes(session.sign_out), methods=["POST"]),
    Route("/me/sessions", reads(session.index, signed=True), name="sessions"),
    Route("/me/sessions/{session:uuid}/end", writes(session.end, signed=True), methods=["POST"]),
    Route("/me/recovery-codes", reads(recovery.show, signed=True), name="recovery_codes"),
    Route("/me/recovery-codes", writes(recovery.create, signed=True), methods=["POST"]),
    Route("/me/passkeys", reads(passkey.index, signed=True), name="passkeys"),
    Route("/me/passkeys", writes(passkey.create, again=passkey.index, signed=True), methods=["POST"]),
    Route("/me/passkeys/challenges", writes(passkey.challenge_to_create, signed=True), methods=["POST"]),
    Route("/me/passkeys/later", writes(passkey.later, signed=True), methods=["POST"]),
    Route("/me/passkeys/{passkey:uuid}/removal", reads(passkey.remove, signed=True), name="passkey_removal"),
    Route("/me/passkeys/{passkey:uuid}/removal", writes(passkey.end, signed=True), methods=["POST"]),
]
