"""What a page's class promises is what its template uses: no more, no less."""

from dataclasses import fields

import pytest
from jinja2 import nodes
from jinja2.meta import find_undeclared_variables

import app.wiring.routes  # noqa: F401  (brings in every page)
from app.kit.pages import Page
from app.kit.templates import environment

ENV = environment("en")
KNOWN = {"here", *ENV.globals}


def pages(kind: type[Page] = Page) -> set[type[Page]]:
    below = set(kind.__subclasses__())
    return below.union(*(pages(page) for page in below))


PAGES = sorted(
    (page for page in pages() if page.template and page.__module__.startswith("app.")),
    key=lambda page: (page.__module__, page.__qualname__),
)


def parse(name: str) -> nodes.Template:
    assert ENV.loader is not None
    return ENV.parse(ENV.loader.get_source(ENV, name)[0])


def family(name: str) -> list[nodes.Template]:
    """A template with all that it extends and includes."""
    tree = parse(name)
    others = [each.template for each in tree.find_all((nodes.Extends, nodes.Include))]
    return [tree, *(one for each in others if isinstance(each, nodes.Const) for one in family(each.value))]


def variables(name: str) -> set[str]:
    trees = family(name)
    used = set().union(*(find_undeclared_variables(tree) for tree in trees))
    made = {node.name for tree in trees for node in tree.find_all(nodes.Name) if node.ctx == "store"}
    for tree in trees:
        for each in tree.find_all(nodes.FromImport):
            made |= {name if isinstance(name, str) else name[1] for name in each.names}
    return used - made - KNOWN


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.__module__}.{page.__qualname__}")
def test_a_template_uses_what_its_page_gives(page: type[Page]) -> None:
    given = {entry.name for entry in fields(page)}
    used = variables(page.template)
    assert used - given == set(), "the template needs what the page does not give"
    assert given - used == set(), "the page gives what the template does not use"


def test_there_are_pages() -> None:
    assert len(PAGES) > 10


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.__module__}.{page.__qualname__}")
def test_a_page_hides_nothing_that_every_template_knows(page: type[Page]) -> None:
    assert not {entry.name for entry in fields(page)} & KNOWN
