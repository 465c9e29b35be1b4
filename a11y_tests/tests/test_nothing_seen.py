"""A run that looked at nothing never comes out green, and what nobody saw is no debt."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from a11y_tests.cli import main
from a11y_tests.reports import WRITERS
from a11y_tests.tests.awkward import awkward

DOWN = "http://127.0.0.1:1999/"
CHEAP = ["--checks", "structure", "--quiet"]


@pytest.fixture(scope="module")
def bad() -> Iterator[str]:
    with awkward() as url:
        yield url


@pytest.mark.parametrize("least", ["critical", "never"])
@pytest.mark.parametrize("address", ["{}/stream", "{}/large", "{}/nowhere", "{}/file", DOWN, "file:///etc/passwd"])
def test_no_page_looked_at_ends_with_two_and_the_reason(
    bad: str, capsys: pytest.CaptureFixture[str], address: str, least: str
) -> None:
    assert main([address.replace("{}", bad), *CHEAP, "--patience", "3", "--fail-on", least]) == 2
    told = capsys.readouterr()
    assert "0 pages looked at, 1 finding." in told.out
    assert told.err.startswith("a11y-gate: no page was looked at: /")
    assert told.err.count("\n") == 1


@pytest.mark.parametrize("given", [[], ["--sitemap"]])
def test_it_has_a_row_in_every_report(tmp_path: Path, given: list[str]) -> None:
    assert main([DOWN, *CHEAP, *given, "--format", ",".join(WRITERS), "--out", str(tmp_path)]) == 2
    for _, file in WRITERS.values():
        assert ("gives no sitemap" if given else "the site is down") in (tmp_path / file).read_text()
    (run,) = json.loads((tmp_path / "findings.sarif").read_text())["runs"]
    assert run["invocations"][0]["executionSuccessful"] is False


@pytest.mark.parametrize("least", ["critical", "never"])
def test_a_page_that_could_not_be_opened_counts_beside_one_that_was(bad: str, tmp_path: Path, least: str) -> None:
    (tmp_path / "paths").write_text("/fine\n/words\n")
    assert main([bad, "--paths", str(tmp_path / "paths"), *CHEAP, "--fail-on", least]) == 1


def test_a_page_that_could_not_be_opened_is_no_debt(bad: str, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    assert main([DOWN, *CHEAP, "--baseline-start", str(file)]) == 2
    assert not file.exists()
    (tmp_path / "paths").write_text("/no-title\n/words\n")
    given = [bad, "--paths", str(tmp_path / "paths"), *CHEAP]
    assert main([*given, "--baseline-start", str(file)]) == 1
    known = json.loads(file.read_text())
    assert {entry["check"] for entry in known["known"]} == {"structure"}
    known["known"].append({"check": "open", "criterion": "", "page": "/words", "selector": "html", "count": 9})
    file.write_text(json.dumps(known))
    assert main([*given, "--baseline", str(file)]) == 1


@pytest.mark.parametrize("address", ["127.0.0.1:8931/clean.html", "localhost:8000/", "town.example"])
def test_an_address_without_a_scheme_is_told_what_to_write(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([address, *CHEAP]) == 2
    assert f"write http://{address}" in capsys.readouterr().err


@pytest.mark.parametrize("address", ["http://", "http://town.example:door/", "http://[town/"])
def test_what_is_no_address_is_said(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([address, *CHEAP]) == 2
    assert capsys.readouterr().err.startswith(f"a11y-gate: {address} ")
