"""Answers as data: a Page is a template and its typed variables, See another address. Rendering needs no database."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from functools import cache
from typing import Any, ClassVar, TypeAlias
from urllib.parse import quote, urlsplit

from jinja2 import nodes
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse

from app.kit import blobs, ids
from app.kit.asking import asks
from app.kit.i18n import LOCALES, NAMES, direction, lang_tag
from app.kit.signposts import Signpost
from app.kit.templates import environment
from app.kit.towns import Town

Block: TypeAlias = Callable[..., Any]


@dataclass(frozen=True)
class Page:
    """Subclasses name their template; their fields are the variables it may use."""

    template: ClassVar[str] = ""
    status: ClassVar[int] = 200
    slots: ClassVar[bool] = False
    """Whether parts of the page are swapped in place (htmx is loaded then)."""
    discreet: ClassVar[bool] = False
    """Whether it is nobody's business who read it: no browser keeps it to be read without network."""

    def spoken(self) -> tuple[str, ...]:
        """What the status region says when a part of this page was swapped in."""
        return ()

    def headers(self) -> dict[str, str]:
        """What goes out with this page in place of what goes out with every page."""
        return {}

    def values(self) -> dict[str, Any]:
        return {entry.name: getattr(self, entry.name) for entry in fields(self)}


@dataclass(frozen=True)
class See:
    """303 to a path below the locale, such as /cases/VC-7K3M-9QZA. `said`: a key of `kit.said`, told on arrival."""

    path: str
    said: str = ""


@dataclass(frozen=True)
class Data:
    """Bytes instead of a page: a file, a feed, JSON."""

    body: bytes
    media_type: str
    headers: dict[str, str] = field(default_factory=dict)
    status: int = 200
    pieces: Callable[[], Iterator[bytes]] | None = None
    """A large body, read piece by piece while it is sent; `body` is empty then."""

    @staticmethod
    def of_file(town: Town, file: blobs.File) -> "Data":
        """A file, unsealed part by part, to be saved and never to be run."""
        return Data(b"", file.type, blobs.headers(file), pieces=lambda: blobs.parts(town, file))


Answer: TypeAlias = Page | See | Data


@dataclass(frozen=True)
class Visitor:
    """Who is signed in, as the masthead of a signed-in page shows it. `serves`: she has cases at the desk. `answers`:
    she answers for the work of others. `leads`: as a supervisor. `administers`: she runs the town. `shortcuts`: the
    keys that she wants at the desk. `acting`: who acts for whom on this page, both names. `large`: she asked for large
    print."""

    name: str
    new_messages: int = 0
    staff: bool = False
    serves: bool = False
    answers: bool = False
    leads: bool = False
    administers: bool = False
    department: str = ""
    shortcuts: str = ""
    acting: str = ""
    large: bool = False


@dataclass(frozen=True)
class Alternate:
    """The same page in another language."""

    locale: str
    lang: str
    name: str
    dir: str
    url: str
    here: bool


@dataclass(frozen=True)
class Here:
    """What every page knows about where it is. `path` is below the locale and begins with a slash."""

    locale: str
    path: str
    town: str
    alternates: tuple[Alternate, ...]
    signed_in: Visitor | None = None
    token: str = ""
    status: tuple[str, ...] = ()
    slots: bool = False
    offline: bool = False
    errors: bool = False
    now: datetime | None = None
    address: str = ""
    hours: str = ""
    phone: str = ""
    letters: str = "XX"
    signpost: Signpost | None = None

    @property
    def home(self) -> str:
        return f"/{self.locale}/"

    @property
    def reference(self) -> str:
        """What the reference of a case looks like in this town."""
        return ids.example(self.letters)

    @property
    def barrier(self) -> str:
        """Where one reports what stands in the way on this page, which is named; the code of a one-time link is not."""
        report = f"{self.home}accessibility/barrier"
        if self.path in ("", "/", "/accessibility/barrier") or self.path.startswith(("/sign-in/links/", "/feedback/")):
            return report
        return f"{report}?page={quote(self.path, safe='/')}"

    @property
    def feedback(self) -> str:
        """Where one says whether this page was easy, "" where nobody is asked."""
        return f"{self.home}feedback?page={self.path}" if asks(self.path) else ""


def alternates(locale: str, path: str, query: str = "") -> tuple[Alternate, ...]:
    tail = f"{path}?{query}" if query else path
    return tuple(
        Alternate(other, lang_tag(other), NAMES[other], direction(other), f"/{other}{tail}", other == locale)
        for other in LOCALES
    )


def respond(request: Request, answer: Answer, here: Here, status: int | None = None) -> Response:
    """The HTTP answer: a whole page, the block that htmx asked for, or a redirect that htmx understands."""
    if isinstance(answer, See):
        return see(request, answer, here.locale)
    if isinstance(answer, Data):
        if answer.pieces is not None:
            return StreamingResponse(answer.pieces(), answer.status, answer.headers)
        return Response(answer.body, answer.status, answer.headers, answer.media_type)
    here = replace(here, slots=answer.slots, errors=here.errors or (status or answer.status) == 422)
    target = request.headers.get("hx-target", "") if request.headers.get("hx-request") else ""
    code = status or answer.status
    if not target:
        return HTMLResponse(render(here.locale, answer, here), code, answer.headers())
    slot = target.partition("#")[2]
    known = blocks(here.locale, answer.template)
    name = slot.replace("-", "_")
    headers = {} if name in known else {"HX-Retarget": "#main"}
    return HTMLResponse(_fragment(here.locale, answer, here, name if name in known else "main"), code, headers)


def see(request: Request, to: See, locale: str) -> Response:
    """A header holds ASCII only, whatever is in the path. A script that followed a 303 to another page would put
    that page under the old address."""
    place, hash_, within = to.path.partition("#")
    said = f"{'&' if '?' in place else '?'}said={to.said}" if to.said else ""
    path = quote(f"/{locale}{place}{said}{hash_}{within}", safe="/?#=&%:@!$'()*+,;~")
    if request.headers.get("hx-request") and _current(request) not in ("", path.partition("#")[0].partition("?")[0]):
        return Response(status_code=200, headers={"HX-Redirect": path})
    return Response(status_code=303, headers={"Location": path})


def _current(request: Request) -> str:
    """The path of the page that a script asked from, "" if it does not say."""
    try:
        return urlsplit(request.headers.get("hx-current-url", "")).path
    except ValueError:
        return ""


def render(locale: str, page: Page, here: Here) -> str:
    return environment(locale).get_template(page.template).render({"here": here, **page.values()})


def _fragment(locale: str, page: Page, here: Here, name: str) -> str:
    template = environment(locale).get_template(page.template)
    context = template.new_context({"here": here, **page.values()})
    context.blocks = {block: list(made) for block, made in blocks(locale, page.template).items()}
    title = "".join(context.blocks["document_title"][0](context)) if "document_title" in context.blocks else ""
    inbox = environment(locale).globals["ui"].status_inbox((*here.status, *page.spoken()))  # type: ignore[attr-defined]
    return f"<title>{title}</title>{''.join(context.blocks[name][0](context))}{inbox}"


@cache
def blocks(locale: str, name: str) -> dict[str, list[Block]]:
    """Every block of a template and of those it extends, the nearest first (so that super() works)."""
    env = environment(locale)
    found: dict[str, list[Block]] = {block: [made] for block, made in env.get_template(name).blocks.items()}
    if env.loader is None:
        return found
    source = env.loader.get_source(env, name)[0]
    for parent in env.parse(source).find_all(nodes.Extends):
        if isinstance(parent.template, nodes.Const):
            for block, made in blocks(locale, parent.template.value).items():
                found.setdefault(block, []).extend(made)
    return found
