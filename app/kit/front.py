"""The outermost layer: which town is meant, and the security headers of every answer."""

from urllib.parse import urlsplit, urlunsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.kit.guard import HEADERS
from app.kit.i18n import choose_locale
from app.kit.towns import Town, Towns

ALWAYS = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]
SECURE = [*ALWAYS, (b"strict-transport-security", b"max-age=31536000")]


class Front:
    """ASGI middleware that picks the town by host and dresses every answer."""

    def __init__(self, app: ASGIApp, towns: Towns) -> None:
        self.app, self.towns = app, towns

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        town = self.towns.by_host(headers.get("host", ""))
        if town is None:
            await PlainTextResponse("No town has this address.", 421)(scope, receive, send)
            return
        state = scope.setdefault("state", {})
        state["town"] = town
        first = scope["path"].strip("/").partition("/")[0]
        state["locale"] = first if first in town.locales else choose_locale(headers.get("accept-language", ""))

        async def dressed(message: Message) -> None:
            if message["type"] == "http.response.start":
                made = MutableHeaders(raw=message.setdefault("headers", []))
                dress(made, town)
                if message["status"] == 307:
                    made["Location"] = _ours(made["Location"])
            await send(message)

        await self.app(scope, receive, dressed)


def dress(headers: MutableHeaders, town: Town) -> None:
    """Give an answer the headers of every answer, unless it has its own."""
    worn = {name for name, _ in headers.raw}
    dresses = SECURE if town.base_url.startswith("https:") else ALWAYS
    headers.raw.extend(each for each in dresses if each[0] not in worn)


def _ours(location: str) -> str:
    """Only the path: when Starlette takes a slash away, it leads to whatever host the visitor named."""
    parts = urlsplit(location)
    return urlunsplit(("", "", f"/{parts.path.lstrip('/')}", parts.query, parts.fragment))
