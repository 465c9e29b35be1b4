"""Where a public page stands and what it is about, for programs: in its head, above its heading, and as data."""

from dataclasses import dataclass

from markupsafe import Markup
from starlette.requests import Request

from app.kit.views import Link


@dataclass(frozen=True)
class Signpost:
    """`url` is the one address of the page. `above` are the pages above it, the highest first. `data` is a block that
    no browser runs. The sitemap says where the page is in other languages."""

    url: str
    description: str
    above: tuple[Link, ...]
    data: Markup


def put_up(request: Request, post: Signpost) -> None:
    """Say it of the page that answers this request."""
    request.state.signpost = post


def seen(request: Request) -> Signpost | None:
    found: Signpost | None = getattr(request.state, "signpost", None)
    return found
