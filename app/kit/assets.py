"""Static files under the hash of their tree: kept for ever by browsers, compressed once a process."""

import gzip
import mimetypes
import re
from functools import cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from app.kit.templates import STATIC, static_hash

FOREVER = "public, max-age=31536000, immutable"
_TEXT = (".css", ".js", ".svg", ".json", ".txt", ".webmanifest")
mimetypes.add_type("font/woff2", ".woff2")
mimetypes.add_type("text/javascript", ".js")


@cache
def _file(name: str) -> tuple[bytes, bytes | None, str] | None:
    path = (STATIC / name).resolve()
    if not path.is_relative_to(STATIC.resolve()) or not path.is_file():
        return None
    body = _lean(path.read_text("utf-8")) if path.suffix == ".css" else path.read_bytes()
    small = gzip.compress(body, 9, mtime=0) if path.suffix in _TEXT else None
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    return body, small, f"{kind}; charset=utf-8" if path.suffix in _TEXT else kind


def _lean(sheet: str) -> bytes:
    """A stylesheet without its comments and its room to breathe, which are for whoever reads the source."""
    sheet = re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)
    sheet = re.sub(r"\s*([{};,])\s*", r"\1", re.sub(r"\s+", " ", sheet))
    sheet = re.sub(r" (>|!important)\s*", r"\1", sheet.replace(";}", "}"))
    return re.sub(r"(?<=[\w-]): ", ":", sheet).strip().encode()


async def serve(request: Request) -> Response:
    """`/static/{hash}/{path}`; an unknown hash gets the file as it is now, unkept."""
    found = _file(request.path_params["path"])
    if found is None:
        return PlainTextResponse("Not found", 404)
    body, small, kind = found
    current = request.path_params["hash"] == static_hash()
    headers = {"Cache-Control": FOREVER if current else "no-cache", "Vary": "Accept-Encoding"}
    if small is not None and "gzip" in request.headers.get("accept-encoding", ""):
        return Response(small, 200, headers | {"Content-Encoding": "gzip"}, kind)
    return Response(body, 200, headers, kind)
