"""Characters of a body: every script arrives as it was typed, and what is no text is said."""

import pytest

from app.kit.inputs import LONGEST, Form
from tests.kit.bodies import FORM, PARTED, PDF, client, got
from tests.kit.windows import marks
from tests.towns import Client

__all__ = ["client", "got"]

pytestmark = pytest.mark.databases("sqlite")


@pytest.mark.parametrize(
    "body", [b"email=%00", b"email=a%00b", b"email=%FF%FE", b"email=%ED%A0%80", b"email=\xe9", b"email=%C3"]
)
def test_bytes_that_are_no_text_are_said_and_what_was_typed_stays(client: Client, body: bytes) -> None:
    answer = client.post("/es/small", content=body, headers={"Content-Type": FORM})
    assert answer.status_code == 422
    assert 'lang="es-ES"' in answer.text
    assert "\x00" not in answer.text
    assert "�" in answer.text
    assert marks(client.town) == 0


@pytest.mark.parametrize("value", [b"\x00", b"\xff", b"d\xe1n", b"\xed\xa0\x80", b"\xc3"])
def test_parts_with_bytes_that_are_no_text_are_said(client: Client, value: bytes) -> None:
    body = b'--x\r\nContent-Disposition: form-data; name="email"\r\n\r\n' + value + b"\r\n--x--\r\n"
    answer = client.post("/es/small", content=body, headers={"Content-Type": PARTED})
    assert answer.status_code == 422
    assert marks(client.town) == 0


def test_bytes_that_were_not_escaped_are_text_all_the_same(client: Client, got: list[Form]) -> None:
    client.post("/en/small", content="email=林 美惠&é=1".encode(), headers={"Content-Type": FORM})
    assert got[0].texts == {"email": ["林 美惠"], "é": ["1"]}


@pytest.mark.parametrize("value", ["اسم", "林美惠", "Íñigo", "𠮷", "👨‍👩‍👧", "a‮b", "類"])
def test_every_script_arrives_as_it_was_typed(client: Client, got: list[Form], value: str) -> None:
    client.post("/en/small", data={"email": value})
    client.post("/en/large", data={"email": value}, files={"f": (f"{value}.pdf", PDF)})
    assert [form.get("email") for form in got] == [value, value]


def test_a_field_sent_twice_keeps_both_values_in_order(client: Client, got: list[Form]) -> None:
    client.post("/en/small", data={"a": ["1", "2", "1"], "email": "x"})
    assert got[0].texts["a"] == ["1", "2", "1"]
    assert got[0].get("a") == "1"


def test_a_text_that_is_too_long_is_said(client: Client) -> None:
    answer = client.post("/es/small", data={"email": "x" * (LONGEST + 1)})
    assert answer.status_code == 422
    assert marks(client.town) == 0
