"""Text messages go to the configured gateway once, and a failure says whether to try again."""

import os
import socket

import httpx
import pytest

from app.connectors import Failed, NotConfigured, Sent, outbound, send_sms
from app.kit.crypto import Keyring
from app.kit.towns import Town
from tests.connectors.conftest import Gateway


def a_town(sms_url: str) -> Town:
    return Town(
        "town",
        ("localhost",),
        "http://localhost",
        "sqlite://",
        "memory:",
        Keyring(((1, os.urandom(32)),)),
        sms_url=sms_url,
    )


def test_it_hands_number_text_and_key_to_the_gateway(gateway: Gateway) -> None:
    assert send_sms(a_town(gateway.url), "+34600000014", "Mañana recogemos sus muebles", "key-1") == Sent("sms-1")
    [(path, headers, body)] = gateway.got
    assert path == "/send"
    assert headers["idempotency-key"] == "key-1"
    assert headers["content-type"] == "application/json"
    assert body == {"to": "+34600000014", "text": "Mañana recogemos sus muebles"}


def test_a_password_in_the_setting_is_sent_to_the_gateway(gateway: Gateway) -> None:
    town = a_town(gateway.url.replace("//", "//town:secret@"))
    assert send_sms(town, "+34600000014", "Hello", "key-1") == Sent("sms-1")
    assert gateway.got[0][1]["authorization"].startswith("Basic ")


@pytest.mark.parametrize("body", [b"", b"OK", b"[1]", b"{}"])
def test_an_answer_without_a_reference_is_still_sent(gateway: Gateway, body: bytes) -> None:
    gateway.body = body
    assert send_sms(a_town(gateway.url), "+34600000014", "Hello", "key-1") == Sent("")


@pytest.mark.parametrize(
    ("status", "lasting"),
    [(400, True), (401, False), (404, False), (422, True), (408, False), (429, False), (500, False), (503, False)],
)
def test_a_refusal_says_whether_trying_again_helps(gateway: Gateway, status: int, lasting: bool) -> None:
    gateway.status = status
    assert send_sms(a_town(gateway.url), "+34600000014", "Hello", "key-1") == Failed(f"HTTP {status}", lasting)


def test_a_redirect_is_not_followed(gateway: Gateway) -> None:
    gateway.status, gateway.headers = 302, {"Location": "http://127.0.0.1:1/elsewhere"}
    assert send_sms(a_town(gateway.url), "+34600000014", "Hello", "key-1") == Failed("HTTP 302", lasting=False)


def test_a_gateway_that_is_not_there_can_be_tried_again() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    assert send_sms(a_town(f"http://127.0.0.1:{port}/"), "+34600000014", "Hello", "key-1") == Failed(
        "ConnectError", lasting=False
    )


def test_a_gateway_that_does_not_answer_is_left_in_time(gateway: Gateway, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(outbound, "TIMEOUT", httpx.Timeout(0.2))
    gateway.pause = 0.6
    assert send_sms(a_town(gateway.url), "+34600000014", "Hello", "key-1") == Failed("ReadTimeout", lasting=False)


def test_an_endless_answer_is_not_read_to_its_end(gateway: Gateway) -> None:
    gateway.body = b"x" * (outbound.LARGEST * 3)
    assert send_sms(a_town(gateway.url), "+34600000014", "Hello", "key-1") == Failed(
        "the answer is too long", lasting=False
    )


def test_without_a_gateway_it_says_which_setting_is_missing() -> None:
    with pytest.raises(NotConfigured, match="SMS_URL"):
        send_sms(a_town(""), "+34600000014", "Hello", "key-1")


def test_no_other_host_is_called(gateway: Gateway) -> None:
    town = a_town("https://sms.example/send")
    with pytest.raises(NotConfigured, match=r"127\.0\.0\.1"):
        outbound.post(town, gateway.url, {}, {})
    assert gateway.got == []
