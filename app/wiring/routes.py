"""Every route of the house, room by room. What stands below a locale is mounted under it."""

from starlette.convertors import StringConvertor, register_url_convertor
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Mount, Route

from app.cases.routes import ROUTES as CASES
from app.catalogue.routes import ROUTES as CATALOGUE
from app.catalogue.routes import outside
from app.codesign.routes import ROUTES as CODESIGN
from app.desk.identity_routes import ROUTES as IDENTIFYING
from app.desk.mandating.routes import ROUTES as REPRESENTING
from app.desk.routes import ROUTES as DESK
from app.documents.routes import ROUTES as DOCUMENTS
from app.identity.linking.routes import ROUTES as LINKING
from app.identity.mandating.routes import ROUTES as MANDATES
from app.identity.proving_again.routes import ROUTES as PROVING_AGAIN
from app.identity.readdressing.routes import ROUTES as READDRESSING
from app.identity.regaining.routes import ROUTES as REGAINING
from app.identity.routes import ROUTES as IDENTITY
from app.insights.routes import ROUTES as INSIGHTS
from app.kit import assets
from app.mypage.routes import ROUTES as MYPAGE
from app.notifications.routes import OUTSIDE as DEMO
from app.wiring.health import healthz

PUBLIC = (
    "/accessibility/reports",
    "/check",
    "/components",
    "/drafts",
    "/numbers",
    "/outages",
    "/reading",
    "/sign-in",
    "/transparency",
)
"""Pages for everybody that the catalogue does not know."""


class LocaleConvertor(StringConvertor):
    regex = "en|es|zh-Hant|ar"


register_url_convertor("locale", LocaleConvertor())


async def choose(request: Request) -> Response:
    """`/` goes to the language that the browser likes best."""
    headers = {"Vary": "Accept-Language", "Cache-Control": "no-cache"}
    return RedirectResponse(f"/{request.state.locale}/", 302, headers)


ROUTES = [
    Route("/", choose),
    Route("/healthz", healthz),
    Route("/static/{hash}/{path:path}", assets.serve),
    *outside(PUBLIC),
    *DEMO,
    Mount(
        "/{locale:locale}",
        routes=[
            *CATALOGUE,
            *CASES,
            *CODESIGN,
            *DESK,
            *IDENTIFYING,
            *DOCUMENTS,
            *REPRESENTING,
            *IDENTITY,
            *LINKING,
            *MANDATES,
            *PROVING_AGAIN,
            *READDRESSING,
            *REGAINING,
            *INSIGHTS,
            *MYPAGE,
        ],
    ),
]
