"""python -m app: each command, as somebody at a shell meets it."""

import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass, replace
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from app.__main__ import main
from app.kit import engines
from app.kit.settings import Settings
from app.kit.towns import Town
from tests.databases import Databases
from tests.identity.authenticator import Authenticator, options
from tests.towns import Client

ROOT = Path(__file__).parents[2]
DELIVERY_REPORT = """From: mailer@example.org
Content-Type: multipart/report; report-type=delivery-status; boundary=x

--x
Content-Type: message/delivery-status

Reporting-MTA: dns; mail.example.org

Final-Recipient: rfc822; nobody@example.org
Action: failed
Status: 5.1.1

--x--
"""


@dataclass(frozen=True)
class Told:
    returncode: int
    stdout: str
    stderr: str


Shell = Callable[..., Told]


@pytest.fixture
def shell(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Shell:
    """Run a command in an empty folder, with these settings and no others."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str, stdin: str = "", **settings: str) -> Told:
        with monkeypatch.context() as here:
            for name in Settings.model_fields:
                here.delenv(name, raising=False)
            for name, value in {"DEMO": "1", "DATABASE_URL": f"sqlite:///{tmp_path}/town.db", **settings}.items():
                here.setenv(name, value)
            here.setattr(sys, "stdin", TextIOWrapper(BytesIO(stdin.encode())))
            capsys.readouterr()
            try:
                status = main(words)
            except SystemExit as left:
                status = int(left.code or 0)
            engines.dispose()
            return Told(status, *capsys.readouterr())

    return run


@pytest.fixture
def at(databases: Databases, town: Town) -> dict[str, str]:
    """Settings that mean the town of the test."""
    return {"DATABASE_URL": town.database_url, "BLOB_URL": town.blob_url, "KEYS": str(databases.keyring())}


def one_sentence(words: str) -> bool:
    return words.count("\n") == 1 and words.rstrip().endswith(".") and "Traceback" not in words


@pytest.mark.parametrize(
    "command",
    [
        "run",
        "serve",
        "worker",
        "migrate",
        "import",
        "export",
        "demo",
        "sign-in-link",
        "administrator",
        "audit",
        "keys",
        "bounce",
    ],
)
def test_every_command_explains_itself(shell: Shell, command: str) -> None:
    told = shell(command, "--help")
    assert told.returncode == 0
    assert f"python -m app {command}" in told.stdout


@pytest.mark.parametrize("words", [[], ["fly"], ["export"], ["audit", "rewrite"], ["serve", "fast"]])
def test_misuse_has_exit_status_2_and_one_sentence(shell: Shell, words: list[str]) -> None:
    told = shell(*words)
    assert told.returncode == 2
    assert one_sentence(told.stderr)
    assert "--help" in told.stderr


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PORT", "70000"),
        ("DATABASE_URL", "mysql://localhost/town"),
        ("BASE_URL", "localhost"),
        ("SMTP_URL", "http://localhost"),
        ("WORKERS", "none"),
        ("LOG_LEVEL", "loud"),
        ("KEYS", "/proc/keys"),
        ("TOWNS", "nowhere.yaml"),
    ],
)
@pytest.mark.parametrize("command", ["serve", "run"])
def test_a_wrong_setting_is_one_sentence_that_names_it(shell: Shell, command: str, name: str, value: str) -> None:
    told = shell(command, **{name: value})
    assert told.returncode == 2
    assert one_sentence(told.stderr)
    assert name in told.stderr
    assert "Input" not in told.stderr


def test_a_real_town_needs_a_mail_server(shell: Shell) -> None:
    told = shell("serve", DEMO="0")
    assert told.returncode == 2
    assert "SMTP_URL" in told.stderr


def test_serve_refuses_an_empty_database(shell: Shell) -> None:
    told = shell("serve")
    assert told.returncode == 1
    assert one_sentence(told.stderr)
    assert "migrate" in told.stderr


def test_a_database_that_is_away_is_one_sentence(shell: Shell) -> None:
    told = shell("demo", DATABASE_URL="postgresql://nobody@127.0.0.1:9/nowhere")
    assert told.returncode == 1
    assert one_sentence(told.stderr)


def test_a_town_is_made_from_nothing(shell: Shell) -> None:
    assert shell("migrate").stdout == "town: 0001\n"
    assert shell("migrate").stdout == "town: nothing to do\n"
    assert shell("demo").returncode == 0
    assert "already" in shell("demo").stdout
    assert shell("import", str(ROOT / "towns" / "puerto-claro")).stdout == "town: nothing has changed\n"


def test_what_cannot_be_imported_names_file_and_line_and_leaves_nothing(shell: Shell, tmp_path: Path) -> None:
    shell("migrate")
    (tmp_path / "people.yaml").write_text("people:\n  - {key: ana, name: Ana, language: es, level: '7'}\n")
    told = shell("import", ".")
    assert told.returncode == 1
    assert "people.yaml:2: " in told.stderr
    assert "town.yaml: This file is missing. Add it." in told.stderr
    assert shell("export", "large-items", "one.zip").returncode == 1


def test_a_sign_in_link_is_printed_alone(shell: Shell, at: dict[str, str]) -> None:
    told = shell("sign-in-link", "Amina@puertoclaro.example", **at, BASE_URL="https://town.example/")
    assert told.stdout.startswith("https://town.example/ar/sign-in/links/")
    assert told.stdout.count("\n") == 1
    assert told.stderr == ""


def test_a_sign_in_link_needs_an_account(shell: Shell, at: dict[str, str]) -> None:
    told = shell("sign-in-link", "nobody@puertoclaro.example", **at)
    assert (told.returncode, told.stdout) == (1, "")
    assert one_sentence(told.stderr)


def test_the_first_administrator_comes_by_a_link_on_the_console_and_invites_the_others(
    shell: Shell, at: dict[str, str], town: Town
) -> None:
    told = shell("administrator", "Ada@puertoclaro.example", **at, BASE_URL="http://localhost")
    assert told.stdout.startswith("http://localhost/en/sign-in/links/")
    assert (told.stdout.count("\n"), told.stderr) == (1, "")
    ada = Client(replace(town, demo=False))
    led = ada.submit(told.stdout.strip().removeprefix("http://localhost"))
    page = led.headers["location"].partition("?")[0]
    assert ada.get("/en/desk/staff").headers["location"].startswith(page)
    said = Authenticator().make(options(ada, f"{page}/challenges"))
    assert ada.submit(page, {"credential": said, "onward": "/desk/staff"}).status_code == 303
    assert ada.get("/en/desk/staff").status_code == 200
    ada.close()

    for email, why in (("bea@puertoclaro.example", "has an administrator"), ("bea", "is not a whole e-mail address")):
        refused = shell("administrator", email, **at)
        assert (refused.returncode, refused.stdout) == (1, "")
        assert one_sentence(refused.stderr)
        assert why in refused.stderr
    assert shell("administrator", "ada@puertoclaro.example", **at).returncode == 0, "for a new passkey"


def test_an_empty_town_has_nobody_to_run_it_yet(shell: Shell) -> None:
    shell("migrate")
    told = shell("administrator", "ada@puertoclaro.example")
    assert told.returncode == 1
    assert "no departments yet" in told.stderr
    assert one_sentence(told.stderr)


def test_a_service_leaves_as_it_came(shell: Shell, at: dict[str, str], tmp_path: Path) -> None:
    for name in ("one.zip", "two.zip"):
        assert shell("export", "large-items", name, **at).returncode == 0
    assert (tmp_path / "one.zip").read_bytes() == (tmp_path / "two.zip").read_bytes()
    assert shell("export", "flying", "three.zip", **at).returncode == 1


def test_the_audit_of_a_fresh_town_is_whole(shell: Shell, at: dict[str, str]) -> None:
    assert shell("audit", "verify", **at).returncode == 0


def test_rotated_keys_still_open_everything(shell: Shell, at: dict[str, str], tmp_path: Path) -> None:
    own = at | {"KEYS": str(shutil.copy(at["KEYS"], tmp_path / "keys"))}
    assert "root key 2" in shell("keys", "rotate", **own).stdout
    assert not shell("keys", "rewrap", **own).stdout.startswith("town: 0 ")
    assert shell("keys", "rewrap", **own).stdout.startswith("town: 0 ")
    assert shell("sign-in-link", "amina@puertoclaro.example", **own).returncode == 0


def test_a_report_about_no_mail_of_ours_changes_nothing(shell: Shell, at: dict[str, str]) -> None:
    told = shell("bounce", stdin=DELIVERY_REPORT, **at)
    assert (told.returncode, told.stdout) == (0, "no delivery of ours came back\n")
    assert shell("bounce", **at).returncode == 1


def test_a_command_wants_to_know_which_of_two_towns(shell: Shell, tmp_path: Path) -> None:
    entry = (
        "- {{name: {0}, hosts: [{0}.example], base_url: 'https://{0}.example', "
        "database_url: 'sqlite:///{1}/{0}.db', blob_url: 'file:{0}'}}\n"
    )
    (tmp_path / "towns.yaml").write_text(entry.format("north", tmp_path) + entry.format("south", tmp_path))
    assert shell("migrate", TOWNS="towns.yaml").stdout == "north: 0001\nsouth: 0001\n"
    told = shell("audit", "verify", TOWNS="towns.yaml")
    assert told.returncode == 2
    assert "north, south" in told.stderr
    assert shell("audit", "verify", "--town", "south", TOWNS="towns.yaml").returncode == 0
