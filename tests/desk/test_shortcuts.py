"""Shortcuts: off until they are wanted, listed and changed on a page, each key once."""

import re

from tests.applying import standing
from tests.towns import Client

PAGE = "/en/desk/shortcuts"


def test_they_are_off_until_wanted_and_each_key_is_changed(clara: Client) -> None:
    page = clara.get(PAGE).text
    assert "data-shortcuts" not in page
    given = standing(page)
    assert (given["key.start"], given["key.queue"], given.get("wanted")) == ("s", "q", None)
    for wrong, sentence in (
        ({"key.start": "q"}, "This key is used twice."),
        ({"key.start": ""}, "Write one letter or digit."),
        ({"key.start": "sa"}, "Write one letter or digit."),
        ({"key.start": "="}, "Write one letter or digit."),
    ):
        answer = clara.post(PAGE, data={**given, **wrong, "wanted": "yes"})
        assert (answer.status_code, sentence in answer.text) == (422, True), wrong
    assert clara.post(PAGE, data={**given, "key.start": "س", "wanted": "yes"}).status_code == 303
    told = re.findall(r'data-shortcuts="([^"]+)"', clara.get("/en/desk/cases").text)
    assert told[0].startswith("start=س queue=q next=j")
    assert clara.post(PAGE, data={**standing(clara.get(PAGE).text), "wanted": ""}).status_code == 303
    assert "data-shortcuts" not in clara.get("/en/desk").text
