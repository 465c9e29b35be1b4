"""Each page loads the sheets of what it draws: every class in its templates and components is styled by one of them."""

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
    words = " ".join(re.sub(r"\{\{.*?\}\}|\{%.*?%\}", " ", found) for found in CLASSES.findall(source))
    classes, sheets = set(words.split()), set(re.findall(r"css/([\w/-]+)\.css", source))
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
