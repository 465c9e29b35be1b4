"""My page, below the locale; only for somebody who signed in."""

from starlette.routing import Route

from app.kit.edge import reads, writes
from app.mypage.handlers import call, claim, closure, confirmation, consent, look, mandate, me, message, need

ROUTES = [
    Route("/me", reads(me.show, signed=True), name="me"),
    Route("/me/cases", reads(me.index, signed=True), name="my_cases"),
    Route("/me/cases", writes(me.join, signed=True), methods=["POST"]),
    Route("/me/calls", reads(call.index, signed=True), name="my_calls"),
    Route("/me/claims", writes(me.claim, signed=True), methods=["POST"]),
    Route("/me/account/closure", reads(closure.show, signed=True), name="my_closure"),
    Route("/me/account/closure", writes(closure.create, signed=True), methods=["POST"]),
    Route("/me/claims/new", reads(claim.new, signed=True, keeps=True), name="my_claim"),
    Route(
        "/me/claims/new",
        writes(claim.create, again=claim.new, before=claim.count, signed=True, keeps=True),
        methods=["POST"],
    ),
    Route("/me/claims/code", reads(claim.enter_code, signed=True), name="my_claim_code"),
    Route(
        "/me/claims/code",
        writes(claim.use_code, again=claim.enter_code, before=claim.count_codes, signed=True),
        methods=["POST"],
    ),
    Route("/me/mandates/{mandate:uuid}", reads(mandate.show, signed=True), name="mandate"),
    Route("/me/confirmations/{confirmation:uuid}", reads(confirmation.show, signed=True), name="my_confirmation"),
    Route("/me/confirmations/{confirmation:uuid}", writes(confirmation.create, signed=True), methods=["POST"]),
    Route("/me/looks", reads(look.index, signed=True), name="looks"),
    Route("/me/consents", reads(consent.index, signed=True), name="my_consents"),
    Route("/me/consents", writes(consent.create, signed=True), methods=["POST"]),
    Route("/me/needs", reads(need.edit, signed=True, keeps=True), name="my_needs"),
    Route("/me/needs", writes(need.update, again=need.edit, signed=True, keeps=True), methods=["POST"]),
    Route("/me/messages", reads(message.index, signed=True), name="my_messages"),
    Route("/me/messages/{notice:uuid}", reads(message.show, signed=True), name="my_message"),
]
