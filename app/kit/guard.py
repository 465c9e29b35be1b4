"""What keeps strangers out: same-origin posts, form tokens, the session cookie, limits, and response headers."""

import hmac
from datetime import timedelta
from functools import cache
from hashlib import sha256
from urllib.parse import urlsplit

from itsdangerous import BadSignature, Signer
from sqlalchemy import bindparam, delete, text
from sqlmodel import Field, SQLModel
from starlette.requests import Request

from app.kit import db, inline
from app.kit.errors import Forbidden, TooMany
from app.kit.tables import moment
from app.kit.towns import Town

POWERS = "camera=(), microphone=(), geolocation=%s, interest-cohort=()"
LOCATING = {"Permissions-Policy": POWERS % "(self)"}
"""Of the one page that may ask a browser where it is, when its reader presses for it."""
HEADERS = {
    "Content-Security-Policy": (
        f"default-src 'none'; script-src 'self' {inline.digests()}; style-src 'self'; "
        "img-src 'self'; font-src 'self'; connect-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; manifest-src 'self'; worker-src 'self'; "
        "require-trusted-types-for 'script'; trusted-types htmx worker"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": POWERS % "()",
}


def same_origin(request: Request) -> None:
    """Refuse an unsafe request that another site made a browser send."""
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        if site not in ("same-origin", "none"):
            raise Forbidden
        return
    host = request.headers.get("host")
    if not host or _netloc(request.headers.get("origin", "")) != host:
        raise Forbidden


def _netloc(origin: str) -> str:
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def cookie_name(request: Request) -> str:
    return "__Host-s" if _secure(request) else "s"


def _secure(request: Request) -> bool:
    return bool(request.state.town.base_url.startswith("https:"))


def session_secret(request: Request) -> str:
    """The session's secret out of a well-signed cookie, or ""."""
    signed = request.cookies.get(cookie_name(request), "")
    if not signed or len(signed) > 200:
        return ""
    try:
        return _signer(request.state.town).unsign(signed).decode()
    except (BadSignature, UnicodeError):
        return ""


def session_cookie(request: Request, secret: str) -> str:
    """The Set-Cookie header for a new session; an empty secret takes the cookie away."""
    value = _signer(request.state.town).sign(secret).decode() if secret else ""
    age = "" if secret else "; Max-Age=0"
    secure = "; Secure" if _secure(request) else ""
    return f"{cookie_name(request)}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}"


@cache
def _signer(town: Town) -> Signer:
    return Signer(town.keys.stable("session"), salt="session", digest_method=sha256)


def form_token(town: Town, secret: str) -> str:
    """The token that each form of a signed-in page carries; bound to the session."""
    return hmac.new(town.keys.stable("form"), secret.encode(), sha256).hexdigest()[:32] if secret else ""


def check_token(town: Town, secret: str, token: str) -> None:
    if secret and not hmac.compare_digest(form_token(town, secret).encode(), token.encode("utf-8", "replace")):
        raise Forbidden


class Attempt(SQLModel, table=True):
    """How often something was tried in a span of time. The key is a blind token: no address, no name."""

    key: bytes = Field(primary_key=True)
    count: int
    until: object = moment(index=True)


A = db.table(Attempt).c
COUNT = text(
    "INSERT INTO attempt (key, count, until) VALUES (:key, 1, :until) "
    "ON CONFLICT (key) DO UPDATE SET count = attempt.count + 1 RETURNING count"
).bindparams(bindparam("key", type_=A.key.type), bindparam("until", type_=A.until.type))
"""One statement for the first try and for each that follows: none is lost, and time tells nothing."""


def limit(town: Town, what: str, who: str, most: int, within: timedelta) -> None:
    """Count one try of `what` by `who`; raise TooMany past `most` in the span. Never inside a unit."""
    with db.apart(town) as unit:
        window = int(unit.now.timestamp() // within.total_seconds())
        words = f"{what}|{who}|{window}".encode("utf-8", "replace")
        key = hmac.new(town.keys.stable("limit"), words, sha256).digest()[:16]
        count = unit.connection.execute(COUNT, {"key": key, "until": unit.now + within}).scalar_one()
    if count > most:
        raise TooMany


def sweep(unit: db.Unit) -> int:
    """Forget the tries whose span is over; how many counts that were."""
    return db.change(unit, delete(db.table(Attempt)).where(A.until < unit.now))


def client(request: Request) -> str:
    """The address a request came from, for limits only."""
    return request.client.host if request.client else ""
