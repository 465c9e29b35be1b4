"""The look keeps its laws: light first page, no inline code, logical properties, one address for every asset."""

import gzip
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from markupsafe import Markup

from app.catalogue.writing.event_pages import EventLine
from app.catalogue.writing.pages import Tile, Told
from app.kit.assets import _file
from app.kit.i18n import LOCALES
from app.kit.pages import Here, alternates
from app.kit.templates import STATIC, TEMPLATES, drawings, environment
from app.kit.views import Named, When

KILO = 1024
SHEETS = sorted(STATIC.glob("css/**/*.css"))
SCRIPTS = sorted(STATIC.glob("js/*.js"))
PAGES = sorted(path for path in TEMPLATES.rglob("*.html") if path.parent.name != "mail")  # a mail carries its style
PHYSICAL = re.compile(
    r"(?<![-\w])((margin|padding|border)-(left|right|top|bottom)|(min-|max-)?(width|height)|left|right|top|bottom"
    r"|text-align: (left|right)|float: (left|right))(-\w+)*\s*[:;]"
)


def front_page(locale: str) -> str:
    """The front page with texts as long as the demo town's."""
    service = SimpleNamespace(name="Get a birth certificate " * 2, summary="A sentence. " * 6, meta="Free", url="/en/x")
    way = SimpleNamespace(
        icon="phone", title="Call 010", body=Markup("<p>" + "Monday to Saturday, 8:00. " * 5 + "</p>")
    )
    here = Here(
        locale, "/", "Puerto Claro", alternates(locale, "/"), address="Plaza del Puerto 1", hours="8:30 to 14:00"
    )
    template = environment(locale).get_template("catalogue/home.html")
    told = Told("x", "The sea promenade is closed", Markup("<p>A sentence.</p>"), "Paseo", When("", "Friday"), "", "")
    event = EventLine(Named("Help with forms", "/en/x"), "2026-12-01", "Tue", "1", "1 December", "Library", "Free")
    return template.render(
        here=here, services=[service] * 8, ways=[way] * 4, announcements=[told] * 2, events=[event] * 3, how_many=21,
        often=[{"text": "word", "url": "/en/search?q=word"}] * 6,
        life_events=[Tile("pram", "A child is born", "/en/x", "", "")] * 8,
    )  # fmt: skip


def packed(name: str) -> int:
    found = _file(name)
    assert found, name
    body, small, _ = found
    return len(small or body)


@pytest.mark.parametrize("locale", LOCALES)
def test_the_front_page_is_light(locale: str) -> None:
    page = front_page(locale)
    assets = set(re.findall(r'/static/[0-9a-f]{12}/([^"#]+)', page))
    sheets = set(re.findall(r'rel="stylesheet" href="/static/[0-9a-f]{12}/([^"]+)"', page))
    html = len(gzip.compress(page.encode(), 9))
    assert len(sheets) == 2, "that of the house and that of what the town writes"
    assert html + sum(map(packed, sheets)) <= 14 * KILO
    assert html + sum(map(packed, assets)) <= 60 * KILO
    assert 1 + len(assets) <= 6
    assert "htmx" not in page


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_no_template_holds_inline_code(page: Path) -> None:
    source = page.read_text("utf-8")
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=|javascript:", source)
    assert not re.search(r"<script(?![^>]*\ssrc=)", source)


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_knows_no_left_and_right(sheet: Path) -> None:
    source = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    declarations = re.sub(r"@(media|container)[^{]*", "", source)
    assert [found[0] for found in PHYSICAL.finditer(declarations)] == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_a_script_is_short_enough_to_read(script: Path) -> None:
    assert len(script.read_text("utf-8").splitlines()) < 150


def test_every_drawing_that_is_asked_for_is_in_the_sprite() -> None:
    drawn = set(re.findall(r'id="i-([a-z]+)"', (STATIC / "icons.svg").read_text("utf-8")))
    asked = {name for page in PAGES for name in re.findall(r'icon\("([a-z]+)"', page.read_text("utf-8"))}
    assert asked <= drawn


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_sheet_travels_without_comments_and_means_the_same(sheet: Path) -> None:
    found = _file(sheet.relative_to(STATIC).as_posix())
    assert found
    travelled, source = found[0].decode(), sheet.read_text("utf-8")
    assert "/*" not in travelled
    plain = re.sub(r"/\*.*?\*/", "", source, flags=re.DOTALL)
    assert re.sub(r"\s", "", travelled) == re.sub(r"\s", "", plain).replace(";}", "}")
    kept = re.compile(r'"[^"]*"|calc\([^;{}]*|\) and \(')
    assert kept.findall(travelled) == kept.findall(plain.replace(", ", ","))


@pytest.mark.parametrize(
    "service", sorted((TEMPLATES.parent / "towns").glob("*/services/*")), ids=lambda path: path.name
)
def test_every_service_of_the_demo_town_is_drawn(service: Path) -> None:
    assert service.name.replace("-", "_") in drawings()
