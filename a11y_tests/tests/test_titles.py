from a11y_tests.checks.structure import same_titles


def test_two_pages_with_one_title_cannot_be_told_apart() -> None:
    found = list(same_titles([("/en/a", "Your dog"), ("/en/b", "Your dog"), ("/en/c", "Your cat")]))
    assert [(one.criterion, one.page) for one in found] == [("2.4.2", "/en/b")]


def test_one_page_in_two_languages_may_have_the_title_that_a_person_wrote() -> None:
    assert list(same_titles([("/en/messages/7", "Hola"), ("/zh-Hant/messages/7", "Hola")])) == []
    assert len(list(same_titles([("/en/messages/7", "Hola"), ("/es/messages/8", "Hola")]))) == 1
    assert len(list(same_titles([("/dogs/7", "Hola"), ("/cats/7", "Hola")]))) == 1
