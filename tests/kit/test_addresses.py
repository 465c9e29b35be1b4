"""Addresses and methods that nothing answers to: a clear page, whatever was asked."""

from collections.abc import Callable

import pytest

from app.kit import inline
from tests.towns import Client

pytestmark = pytest.mark.databases("sqlite")


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "BREW"])
def test_another_method_is_a_clear_page(comes_as: Callable[..., Client], method: str) -> None:
    answer = comes_as().request(method, "/es/check")
    assert answer.status_code == 405
    assert 'lang="es-ES"' in answer.text


@pytest.mark.parametrize(
    "path",
    ["/es/%00", "/es/cases/%00", "/es/cases/" + "a" * 3000, "/es/drafts/1/2/3/4", "/es/services/..%2f..%2fetc", "/fr/",
     "/es/sign-in/links/%F0%9F%98%80", "/es/cases/%ff%fe", "/es//services", "/es/services/%22%3E%3Cscript%3E"],
)  # fmt: skip
def test_an_address_that_leads_nowhere_is_a_page(comes_as: Callable[..., Client], path: str) -> None:
    """A case that is not there leads whoever is not signed in to the way in, like any other."""
    somebody = comes_as()
    answer = somebody.get(path)
    if path.startswith("/es/cases/"):
        assert answer.headers["location"].startswith("/es/sign-in")
        answer = somebody.get(answer.headers["location"])
        assert answer.status_code == 200
    else:
        assert answer.status_code in (404, 410)
    assert "<h1" in answer.text
    assert answer.text.count("<script>") == answer.text.count(inline.script("reading")) == 1
