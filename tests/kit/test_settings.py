"""Each wrong setting stops the start with one sentence that names it."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from app.kit import settings
from app.kit.settings import Settings, Wrong

NORTH = {
    "name": "north",
    "hosts": ["north.example"],
    "base_url": "https://north.example",
    "database_url": "sqlite:///var/north.db",
    "blob_url": "file:var/north",
}
SOUTH = {
    "name": "south",
    "hosts": ["south.example", "WWW.South.example"],
    "base_url": "https://south.example",
    "database_url": "sqlite:///var/south.db",
    "blob_url": "file:var/south",
}


@pytest.fixture(autouse=True)
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """An empty folder, and an environment that says only that this is a demo."""
    for name in Settings.model_fields:
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DEMO", "1")
    monkeypatch.chdir(tmp_path)


def sentence(problem: BaseException) -> str:
    """The one sentence of a problem."""
    said = str(problem)
    assert "\n" not in said
    assert said.endswith(".")
    assert said[0].isupper()
    return said


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "70000"),
        ("PORT", "-1"),
        ("PORT", "http"),
        ("PORT", ""),
        ("BASE_URL", "localhost"),
        ("BASE_URL", "ftp://town.example"),
        ("BASE_URL", "https://"),
        ("BASE_URL", "https://["),
        ("BASE_URL", "https://town.example:99999"),
        ("BASE_URL", "https://town.example/below"),
        ("BASE_URL", "https://town.example?x=1"),
        ("DATABASE_URL", ""),
        ("DATABASE_URL", "town.db"),
        ("DATABASE_URL", "mysql://localhost/town"),
        ("DATABASE_URL", "sqlite://"),
        ("DATABASE_URL", "sqlite:///:memory:"),
        ("DATABASE_URL", "postgresql://host:port/town"),
        ("BLOB_URL", "/var/blobs"),
        ("BLOB_URL", "file:"),
        ("BLOB_URL", ""),
        ("SMTP_URL", "mail.example:25"),
        ("SMTP_URL", "http://mail.example"),
        ("MAIL_FROM", "the town"),
        ("MAIL_FROM", "@"),
        ("SMS_URL", "sms.example"),
        ("REGISTERS", "https://taxes.example"),
        ("REGISTERS", "tax_office=taxes.example"),
        ("DEMO", "perhaps"),
        ("WORKERS", "0"),
        ("WORKERS", "many"),
        ("LOG_LEVEL", "loud"),
        ("LOG_LEVEL", "notset"),
    ],
)
def test_a_wrong_setting_is_one_sentence_that_names_it(monkeypatch: pytest.MonkeyPatch, name: str, value: str) -> None:
    monkeypatch.setenv(name, value)
    with pytest.raises(Wrong) as raised:
        settings.load()
    assert sentence(raised.value).startswith(f"Setting {name}: ")


@pytest.mark.parametrize(
    ("given", "name"),
    [({"DEMO": "0"}, "SMTP_URL"), ({"DEMO": "0", "SMTP_URL": "smtp://mail.example"}, "MAIL_FROM")],
)
def test_what_a_real_town_lacks_is_named(monkeypatch: pytest.MonkeyPatch, given: dict[str, str], name: str) -> None:
    for each, value in given.items():
        monkeypatch.setenv(each, value)
    with pytest.raises(Wrong) as raised:
        settings.load()
    assert sentence(raised.value).startswith(f"Setting {name} is missing")


def test_a_dot_env_that_is_no_text_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"PORT=\xff\xfe\x00")
    with pytest.raises(Wrong) as raised:
        settings.load()
    assert ".env" in sentence(raised.value)


def test_the_environment_wins_over_dot_env(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / ".env").write_text("PORT=8001\nWORKERS=3\nPATH_OF_SOMEBODY_ELSE=1\n")
    monkeypatch.setenv("PORT", "8002")
    known = settings.load()
    assert (known.PORT, known.WORKERS) == (8002, 3)


def test_a_keyring_is_made_once_for_its_owner_only(tmp_path: Path) -> None:
    first = settings.towns(settings.load()).all[0]
    assert (tmp_path / "var" / "keys").stat().st_mode & 0o777 == 0o600
    assert settings.towns(settings.load()).all[0].keys == first.keys


@pytest.mark.parametrize(
    "content", ["", "a secret without a number", "1 short", "1 " + "A" * 44, "one " + "A" * 43 + "="]
)
def test_a_keyring_that_is_none_is_one_sentence_without_its_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str
) -> None:
    (tmp_path / "ring").write_text(content)
    monkeypatch.setenv("KEYS", "ring")
    with pytest.raises(Wrong) as raised:
        settings.towns(settings.load())
    assert sentence(raised.value).startswith("Setting KEYS: ring ")
    assert "secret" not in str(raised.value)
    assert "AAAA" not in str(raised.value)


def test_a_folder_is_no_keyring(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KEYS", str(tmp_path))
    with pytest.raises(Wrong) as raised:
        settings.towns(settings.load())
    assert sentence(raised.value).startswith("Setting KEYS: ")


def listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *entries: Any, text: str | bytes = "") -> Settings:
    content = text or yaml.safe_dump(list(entries))
    (tmp_path / "towns.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    monkeypatch.setenv("TOWNS", "towns.yaml")
    return settings.load()


def test_towns_are_found_by_host_and_only_by_host(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    towns = settings.towns(listed(tmp_path, monkeypatch, NORTH, SOUTH))
    assert [town.name for town in towns.all] == ["north", "south"]
    for host in ("south.example", "SOUTH.example:8000", "www.south.example", "www.south.example."):
        found = towns.by_host(host)
        assert found is not None, host
        assert found.name == "south"
    for host in ("", "example", "north.example.evil.example", "[::1]:80", "east.example"):
        assert towns.by_host(host) is None, host


def test_a_town_says_for_itself_what_the_settings_do_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEMO", "0")
    monkeypatch.setenv("MAIL_FROM", "all@towns.example")
    own = {**NORTH, "smtp_url": "smtp://north.example", "zone": "Atlantic/Canary", "keys": "north.keys"}
    other = {**SOUTH, "demo": True, "mail_from": "South <south@towns.example>"}
    north, south = settings.towns(listed(tmp_path, monkeypatch, own, other)).all
    assert (north.demo, north.smtp_url, north.mail_from) == (False, "smtp://north.example", "all@towns.example")
    assert (north.zone, south.zone) == ("Atlantic/Canary", "Europe/Madrid")
    assert (south.demo, south.smtp_url, south.mail_from) == (True, "", "South <south@towns.example>")
    assert north.keys != south.keys


@pytest.mark.parametrize(
    ("entries", "said"),
    [
        ([{**NORTH, "name": "North Town"}], "name"),
        ([{**NORTH, "name": 'x"; DROP SCHEMA public; --'}], "name"),
        ([{**NORTH, "name": "pg_toast"}], "name"),
        ([{**NORTH, "name": ""}], "name"),
        ([{key: value for key, value in NORTH.items() if key != "blob_url"}], "blob_url"),
        ([{**NORTH, "hosts": "north.example"}], "hosts"),
        ([{**NORTH, "hosts": []}], "hosts"),
        ([{**NORTH, "base_url": "north.example"}], "base_url"),
        ([{**NORTH, "database_url": "mysql://x/y"}], "database_url"),
        ([{**NORTH, "blob_url": "var"}], "blob_url"),
        ([{**NORTH, "smtp_url": "mail"}], "smtp_url"),
        ([{**NORTH, "zone": "Mars/Olympus"}], "zone"),
        ([{**NORTH, "zone": "../../etc/passwd"}], "zone"),
        ([{**NORTH, "demo": "perhaps"}], "demo"),
        ([{**NORTH, "colour": "blue"}], "colour"),
        ([{**NORTH, "demo": False}], "smtp_url"),
        (["north"], "town 1"),
        ([NORTH, {**SOUTH, "name": "north"}], "name"),
        ([NORTH, {**SOUTH, "hosts": ["NORTH.example"]}], "host"),
        ([NORTH, {**SOUTH, "database_url": NORTH["database_url"]}], "database_url"),
    ],
)
def test_a_wrong_town_is_one_sentence_that_names_what_is_wrong(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, entries: list[Any], said: str
) -> None:
    known = listed(tmp_path, monkeypatch, *entries)
    with pytest.raises(Wrong) as raised:
        settings.towns(known)
    assert sentence(raised.value).startswith("Setting TOWNS, town ")
    assert said in str(raised.value)


@pytest.mark.parametrize(
    "text", ["{}", "towns: []", "[", "- {a: b", "\ufeff", b"\xff\xfe\xff", "[]", "!!python/object:x {}"]
)
def test_a_towns_file_that_is_none_is_one_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str | bytes
) -> None:
    known = listed(tmp_path, monkeypatch, text=text)
    with pytest.raises(Wrong) as raised:
        settings.towns(known)
    assert sentence(raised.value).startswith("Setting TOWNS: towns.yaml ")
