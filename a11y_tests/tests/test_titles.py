from a11y_tests.checks.structure import Titled, same_titles


def said(*pages: tuple[str, str]) -> list[str]:
    """What is said of pages with these titles, each of which shows something of its own."""
    return [found.message for found in same_titles(Titled(page, title, page) for page, title in pages)]


def test_two_pages_with_one_title_cannot_be_told_apart() -> None:
    found = said(("/en/a", "Your dog"), ("/en/b", "Your dog"), ("/en/c", "Your cat"))
    assert found == ['"Your dog" is the title of /en/a too']


def test_one_page_in_two_languages_may_have_one_title() -> None:
    assert said(("/en/messages/7", "Hola"), ("/zh-Hant/messages/7", "Hola")) == []
    assert len(said(("/en/messages/7", "Hola"), ("/es/messages/8", "Hola"))) == 1
    assert len(said(("/dogs/7", "Hola"), ("/cats/7", "Hola"))) == 1


def test_one_page_at_two_addresses_has_one_title() -> None:
    words = "Your dog is registered."
    assert list(same_titles([Titled("/", "Your dog", words), Titled("/index", "Your dog", words)])) == []
