"""Pages that belong to one person travel compressed, unless another site may have made her browser ask for them.

Who sees on the line how long compressed answers are, and can have words of his own stand in them again and again, finds
out what stands beside them letter by letter (BREACH). He needs the browser to ask that often, from a page of his.
Browsers say where a request comes from, in `Sec-Fetch-Site`; one that does not say it gets the page as it is. A request
without a cookie is nobody's: what it gets holds no secret that the next answer would hold too.
"""

import gzip

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

OWN = ("same-origin", "none")
"""From a page of ours, or from the person herself: an address that she typed, a bookmark, a link in a mail."""
LEAST, LEVEL = 1_000, 4


def squeeze(request: Request, response: Response) -> Response:
    if not isinstance(response, HTMLResponse) or len(response.body) < LEAST:
        return response
    response.headers.add_vary_header("Accept-Encoding")
    response.headers.add_vary_header("Sec-Fetch-Site, Cookie")
    hers = request.headers.get("sec-fetch-site") in OWN or "cookie" not in request.headers
    if hers and takes_gzip(request.headers.get("accept-encoding", "")):
        response.body = gzip.compress(response.body, LEVEL, mtime=0)
        response.headers["Content-Encoding"] = "gzip"
        response.headers["Content-Length"] = str(len(response.body))
    return response


def takes_gzip(accepted: str) -> bool:
    for part in accepted.lower().split(","):
        coding, _, quality = part.partition(";")
        if coding.strip() == "gzip":
            return quality.replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False
