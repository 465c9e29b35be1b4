"""The HTML checker is asked about each markup once."""

import pytest

from a11y_tests.tests.conftest import Look
from a11y_tests.tests.site import page
from a11y_tests.tools import Nu, steady


def test_tokens_do_not_make_another_page() -> None:
    with_nonce = '<script nonce="{}"></script><p id="d-{}">x</p>'
    first = with_nonce.format("4f9dK2mPq8Zx7LwB1c", "0190aa11-bb22-7ccc")
    again = with_nonce.format("99xY2mPq8Zx7LwB1cQ", "0190ff00-bb22-7ccc")
    assert steady(first) == steady(again)
    assert steady(first) != steady(first.replace("<p", "<b"))


def test_two_tokens_that_are_equal_are_not_two_that_differ() -> None:
    once, twice = "0190aa11-bb22-7ccc", "0190ff00-bb22-7ccc"
    assert steady(f'<p id="{once}"><p id="{once}">') != steady(f'<p id="{once}"><p id="{twice}">')


def test_words_are_not_tokens() -> None:
    assert steady("<p>Geschwindigkeitsbegrenzung</p>") != steady("<p>Rindfleischetikettierung</p>")


def test_a_page_that_was_read_is_not_read_again(nu: Nu) -> None:
    wrong = page("<p><div>A block</div></p>")
    first = nu.check(wrong)
    assert any("element in scope" in message["message"] for message in first)
    assert nu.check(wrong) is first
    assert nu.check(page()) == []


def test_a_finding_names_its_line_and_where_there_is_none_the_document(
    look: Look, nu: Nu, monkeypatch: pytest.MonkeyPatch
) -> None:
    said = [{"type": "error", "message": "Said", **line} for line in ({"firstLine": 7}, {"lastLine": 9}, {})]
    monkeypatch.setattr(nu, "check", lambda html: said)
    assert [finding.selector for finding in look("html")] == ["line 7", "line 9", "html"]
