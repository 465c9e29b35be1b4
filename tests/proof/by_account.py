"""Whom the routes answer by which somebody looks after her account: see audiences.py for what the words mean."""

BY_ACCOUNT = {
    "GET /{locale}/me/confirmations/{confirmation:uuid}": "SIGNED_OWNER",
    "POST /{locale}/me/confirmations/{confirmation:uuid}": "SIGNED_OWNER",
    "GET /{locale}/me/account": "SIGNED",
    "POST /{locale}/me/account": "SIGNED",
    "GET /{locale}/me/account/code": "SIGNED",
    "POST /{locale}/me/account/code": "SIGNED",
    "POST /{locale}/me/account/stop": "SIGNED",
    "GET /{locale}/me/account/closure": "SIGNED",
    "POST /{locale}/me/account/closure": "SIGNED",
    "GET /{locale}/me/proof/{aim}": "SIGNED",
    "POST /{locale}/me/proof/{aim}": "SIGNED",
    "POST /{locale}/me/proof/{aim}/codes": "SIGNED",
    "POST /{locale}/me/proof/{aim}/challenges": "SIGNED",
    "GET /{locale}/sign-in/readdressing/{code}": "HOLDER",
    "POST /{locale}/sign-in/readdressing/{code}": "HOLDER",
    "POST /{locale}/me/claims": "SIGNED",
    "GET /{locale}/me/claims/new": "SIGNED",
    "POST /{locale}/me/claims/new": "SIGNED",
    "GET /{locale}/me/claims/code": "SIGNED",
    "POST /{locale}/me/claims/code": "SIGNED",
}
