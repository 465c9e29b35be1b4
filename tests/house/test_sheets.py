"""Each page loads the sheets of what it draws, and no others: every class in its templates and components is styled by
one of them. What nothing wears is styled nowhere, and a colour has a name."""

import re
from functools import cache
from pathlib import Path

import pytest

from app.kit.templates import STATIC, TEMPLATES

SHEETS = sorted(STATIC.glob("css/**/*.css"))
PAGES = sorted(
    path
    for path in TEMPLATES.rglob("*.html")
    if "{% extends" in path.read_text("utf-8") and not path.name.endswith("layout.html")
)
NAMED = re.compile(r"""\b(?:extends|include|import|from) "([^"]+)\"""")
WHERE_ASKED = {"file", "whereabouts", "whereabouts-state"}
"""What a page draws only where a form asks for it; its template says which sheet comes then."""
AT_THE_DESK = {"features/cases", "features/files", "features/forms", "desk"}
"""What all pages of the desk load: a case opens beside the queue without a new page."""
GALLERY = "codesign/component.html"
"""Draws whatever part is asked for."""
BUILT = {"at-desk", "w2", "w4", "w10", "counter-ours", "counter-yours"}
"""Classes of a whole page, whose names are put together, or given by what asks for a form."""
HEXADECIMAL = re.compile(r"#(?!0000\b)[0-9a-f]{3,8}\b", re.IGNORECASE)
CLASSES = re.compile(r'class="((?:[^"{]|\{\{.*?\}\}|\{%.*?%\})*)"', re.DOTALL)


@cache
def _styled(sheet: Path) -> frozenset[str]:
    source = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    selectors = re.findall(r"([^{}]+)\{", source)
    return frozenset(re.findall(r"\.([a-zA-Z][\w-]*)", " ".join(selectors)))


def _drawn(template: str) -> tuple[frozenset[str], frozenset[str]]:
    return _gathered(template, set())


def _gathered(template: str, seen: set[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The classes of a template, of what it is laid in and of every component it calls; and the sheets it loads."""
    if template in seen:
        return frozenset(), frozenset()
    seen.add(template)
    source = re.sub(r"\{#.*?#\}", "", (TEMPLATES / template).read_text("utf-8"), flags=re.DOTALL)
    classes, sheets = _plain_classes(source), set(re.findall(r"css/([\w/-]+)\.css", source))
    parts = [f"components/{name}/{name}.html" for name in _components(source)]
    for other in [*NAMED.findall(source), *parts]:
        found = _gathered(other, seen)
        classes, sheets = classes | found[0], sheets | found[1]
    return frozenset(classes), frozenset(sheets)


def _components(source: str) -> set[str]:
    return {name.replace("_", "-") for name in re.findall(r"\bui\.(\w+)", source)}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_a_page_loads_the_sheets_of_what_it_draws(page: Path) -> None:
    classes, loaded = _drawn(page.relative_to(TEMPLATES).as_posix())
    styled = {sheet: _styled(sheet) for sheet in SHEETS}
    worn = frozenset().union(
        *(
            found
            for sheet, found in styled.items()
            if sheet.relative_to(STATIC / "css").as_posix().removesuffix(".css") in loaded
        )
    )
    bare = {
        name: sorted(sheet.stem for sheet, found in styled.items() if name in found)
        for name in sorted(classes - worn - WHERE_ASKED)
        if any(name in found for found in styled.values())
    }
    assert not bare, f"not loaded: {bare}"


@pytest.mark.parametrize("page", PAGES, ids=lambda path: path.relative_to(TEMPLATES).as_posix())
def test_a_page_loads_no_sheet_for_nothing(page: Path) -> None:
    name = page.relative_to(TEMPLATES).as_posix()
    classes, loaded = _drawn(name)
    everywhere = _styled(STATIC / "css/ventanilla.css")
    asked = loaded - {"ventanilla", "features/print", "features/large"} - (AT_THE_DESK if _at_the_desk(name) else set())
    idle = {sheet for sheet in asked if not (_styled(STATIC / f"css/{sheet}.css") - everywhere) & classes}
    assert name == GALLERY or not idle, f"not needed: {idle}"


def _at_the_desk(template: str) -> bool:
    return bool(re.search(r'"(desk_layout|desk/\w+)\.html"', (TEMPLATES / template).read_text("utf-8")))


def test_what_nothing_wears_is_styled_nowhere() -> None:
    worn = _worn() | BUILT
    idle = {sheet.name: found for sheet in SHEETS if (found := sorted(_styled(sheet) - worn))}
    assert not idle


def test_a_class_is_worn_for_a_sheet_or_a_script() -> None:
    scripts = " ".join(path.read_text("utf-8") for path in sorted(STATIC.glob("js/*.js")))
    styled = frozenset().union(*(_styled(sheet) for sheet in SHEETS)) | set(re.findall(r"\.([\w-]+)", scripts))
    idle = {
        path.relative_to(TEMPLATES).as_posix(): found
        for path in sorted(TEMPLATES.rglob("*.html"))
        if (found := sorted(_plain_classes(path.read_text("utf-8")) - styled - {"counter-"}))
    }
    assert not idle


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_a_colour_has_a_name(sheet: Path) -> None:
    source = re.sub(r"/\*.*?\*/", "", sheet.read_text("utf-8"), flags=re.DOTALL)
    source = re.sub(r"@layer tokens \{.*?\n\}", "", source, flags=re.DOTALL)
    source = re.sub(r"@media print \{.*", "", source, flags=re.DOTALL)
    assert sheet.stem in ("print", "letter") or HEXADECIMAL.findall(source) == [], "paper has its own"


def _worn() -> frozenset[str]:
    """Every word that stands in a class of a template or letter, or where a script or Python makes one."""
    root = TEMPLATES.parent
    drawn = [*TEMPLATES.rglob("*.html"), *root.glob("towns/*/services/*/letters/*.html"), *root.glob("app/**/*.html")]
    words = [" ".join(CLASSES.findall(path.read_text("utf-8"))) for path in drawn]
    words += [" ".join(re.findall(r"icon\([^)]*\)", path.read_text("utf-8"))) for path in drawn]
    for path in [*STATIC.glob("js/*.js"), *root.glob("app/**/*.py")]:
        words += re.findall(r"""class(?:Name|_)?[=:]\s*\\?["']([^"']*)""", path.read_text("utf-8"))
    return frozenset(re.findall(r"[a-zA-Z][\w-]*", " ".join(words)))


def _plain_classes(source: str) -> set[str]:
    source = re.sub(r"\{#.*?#\}", "", source, flags=re.DOTALL)
    return set(" ".join(re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", found) for found in CLASSES.findall(source)).split())
