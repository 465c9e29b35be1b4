"""The same box finds open cases by what their service is called, those too that nobody looks for in public."""

from collections.abc import Callable

import pytest

from tests.desk.cases import words
from tests.desk.people import search, with_purpose
from tests.desk.test_hand_over import complain
from tests.towns import Client

FOUND = "Open cases of a service"


@pytest.mark.databases("sqlite")
def test_an_appeal_is_found_and_filtered_as_what_it_is(comes_as: Callable[..., Client]) -> None:
    samir, clara = with_purpose(comes_as("samir")), with_purpose(comes_as("clara"))
    for typed in ("appeal", "Appeals", "appeel", "unfair decision"):
        said = search(samir, typed)
        assert f"{FOUND} Appeal against a decision No open case" in said, typed
        assert FOUND not in search(clara, typed), "appeals are not hers"
    assert '/en/desk/cases?service=appeal"' in samir.get("/en/desk/search", params={"q": "appeal"}).text
    assert '<option value="appeal">Appeal against a decision' in samir.get("/en/desk/cases").text
    assert "Recurso contra una resolución" in words(samir.get("/es/desk/search", params={"q": "recurso"}).text)


@pytest.mark.databases("sqlite")
def test_a_case_that_another_department_began_is_counted_where_it_lies(
    comes_as: Callable[..., Client], amina: Client
) -> None:
    complain(amina)
    hugo = with_purpose(comes_as("hugo"))
    assert f"{FOUND} Complaint, suggestion or praise 1 open case" in search(hugo, "complaint")
    assert '<option value="complaint">' in hugo.get("/en/desk/cases").text
    assert "Nobody found" in search(hugo, "Zyxnobody") and FOUND not in search(hugo, "amina")
