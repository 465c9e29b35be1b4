"""Where a page stands: its address, the pages above it, and the data of what it is about."""

from collections.abc import Sequence

from starlette.requests import Request

from app.catalogue.content import town
from app.catalogue.machines.saying import Thing, block, thing
from app.catalogue.text import Text
from app.kit.db import Unit
from app.kit.edge import locale_of
from app.kit.i18n import N_, lang_tag, translate
from app.kit.signposts import Signpost, put_up
from app.kit.views import Link

HOME = N_("Home")
SERVICES = N_(
    "You can begin at once and finish later. "
    "Each service shows the other ways too: by phone, in writing or at the window."
)
LISTS = {
    "services": (N_("Services"), SERVICES),
    "life-events": (
        N_("Something is changing in your life"),
        N_("Choose what happens. We show you what to do, one thing after the other."),
    ),
    "articles": (
        N_("Questions and answers"),
        N_("What people ask us most, by the department that answers."),
    ),
    "events": (
        N_("What’s on in town"),
        N_("Each page says how you get in, and if there are steps, a hearing loop or sign language."),
    ),
    "offices": (
        N_("Our offices"),
        N_("Each page says how you get in without steps, and how you write to us instead of calling."),
    ),
    "components": (N_("Components"), ""),
}
"""Pages that stand above others: heading and first sentences."""


def url_of(request: Request, unit: Unit) -> str:
    """The one address of a page, whatever was asked of it."""
    return f"{unit.town.base_url}{request.url.path}"


def stand(
    request: Request,
    unit: Unit,
    title: str,
    description: str = "",
    *,
    above: Sequence[str] | None = (),
    about: Thing | None = None,
    kind: str = "WebPage",
    **facts: object,
) -> None:
    """`title` is the heading of the page. `above`: the lists that it is in, below the home page; None where
    no pages above are shown. `about` is its subject, `facts` are more of the page itself."""
    locale, url = locale_of(request), url_of(request, unit)
    links = () if above is None else (_home(locale), *(_list(locale, each) for each in above))
    trail = _trail(unit, links, title, url) if links else None
    page = thing(
        kind,
        url,
        url=url,
        name=title,
        description=None if about else description,
        inLanguage=language(title, locale),
        isPartOf=a_site(unit, locale) if about is None or about["@type"] != "WebSite" else None,
        breadcrumb={"@id": trail["@id"]} if trail else None,
        mainEntity={"@id": about["@id"]} if about else None,
        **facts,
    )
    data = block(each for each in (page, about, trail) if each)
    put_up(request, Signpost(url, description, links, data))


def stand_list(request: Request, unit: Unit, name: str) -> None:
    """One of LISTS itself."""
    title, lead = (translate(locale_of(request), words) for words in LISTS[name])
    stand(request, unit, title, lead, kind="CollectionPage", above=() if name != "services" else None)


def a_site(unit: Unit, locale: str) -> Thing:
    home = f"{unit.town.base_url}/{locale}/"
    return thing("WebSite", f"{home}#site", name=town(unit, locale).name, url=home)


def a_site_with_search(unit: Unit, locale: str, publisher: Thing) -> Thing:
    place = f"{unit.town.base_url}/{locale}/search?q={{words}}"
    search = thing("SearchAction", target=thing("EntryPoint", urlTemplate=place))
    said = a_site(unit, locale) | {"inLanguage": lang_tag(locale), "publisher": publisher}
    return said | {"potentialAction": search | {"query-input": "required name=words"}}


def _home(locale: str) -> Link:
    return Link(translate(locale, HOME), f"/{locale}/")


def _list(locale: str, name: str) -> Link:
    return Link(translate(locale, LISTS[name][0]), f"/{locale}/{name}")


def _trail(unit: Unit, links: Sequence[Link], title: str, url: str) -> Thing:
    """The pages above, as they are shown, and the page itself."""
    steps = [(link.text, f"{unit.town.base_url}{link.url}") for link in links] + [(title, url)]
    return thing(
        "BreadcrumbList",
        f"{url}#trail",
        itemListElement=[
            thing("ListItem", position=place, name=name, item=item) for place, (name, item) in enumerate(steps, 1)
        ],
    )


def language(title: str, locale: str) -> str:
    return (title.lang if isinstance(title, Text) else "") or lang_tag(locale)
