"""A project may start with debt, and may only get better."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from a11y_tests.baseline import BadBaseline, Baseline
from a11y_tests.cli import main
from a11y_tests.finding import Finding
from a11y_tests.fingerprint import fingerprint, pattern, steady
from a11y_tests.tests.site import Site, page

LOCALES = ("en", "es")
SMALL = Finding("targets", "2.5.5", "/en/fees", "320, light", "main > a:nth-of-type(2)", "too small")
OLD = "<h1>A</h1><h3>B</h3>"
ONE = ["--checks", "structure", "--quiet"]


def test_the_same_mistake_in_another_language_mode_and_row_is_the_same() -> None:
    same = replace(SMALL, page="/es/fees", mode="1280, dark", selector="main > a:nth-of-type(7)", message="smaller")
    assert fingerprint(same, LOCALES) == fingerprint(SMALL, LOCALES)
    assert fingerprint(replace(SMALL, page="/en/rules"), LOCALES) != fingerprint(SMALL, LOCALES)


def test_selectors_and_addresses_are_told_without_what_changes() -> None:
    assert steady("#field-31 > li:nth-child(2) a:first-child") == "#* > li a"
    assert steady("#fees > a") == "#fees > a"
    assert steady("line 41") == "line"
    assert pattern("/{locale}/cases/VC-7K3M-9QZA/messages wrong") == "/{locale}/cases/*/messages wrong"


def test_one_more_of_a_known_kind_is_new() -> None:
    known = Baseline.started([SMALL, replace(SMALL, mode="1280, dark")], ["320, light"], LOCALES)
    again = replace(SMALL, selector="main > a:nth-of-type(9)")
    new, old = known.part([SMALL, again], LOCALES)
    assert (new, old) == ([again], [SMALL])


def test_what_was_not_looked_at_is_not_mended() -> None:
    known = Baseline.started([SMALL], ["320, light", "320, dark"], LOCALES)
    both = ["320, light", "320, dark"]
    assert known.mend([], ["/en/rules"], ["targets"], both, LOCALES) == 0  # another page
    assert known.mend([], ["/en/fees"], ["axe"], both, LOCALES) == 0  # another check
    assert known.mend([], ["/en/fees"], ["targets"], ["320, light"], LOCALES) == 0  # not in the mode of the finding
    closed = Finding("open", "", "/en/fees", "", "html", "the server answers 500", "critical")
    assert known.mend([closed], ["/en/fees"], ["targets"], both, LOCALES) == 0
    assert known.mend([], ["/es/fees"], ["targets"], both, LOCALES) == 1
    assert not known.known


def test_a_debt_is_written_known_and_paid(site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "known.json"
    url = site.put("/page", page(OLD))
    assert main([url, *ONE, "--baseline-start", str(file)]) == 0
    first = file.read_text()
    assert [entry["criterion"] for entry in json.loads(first)["known"]] == ["1.3.1"]

    assert main([url, *ONE, "--baseline", str(file)]) == 0
    assert "0 findings, 1 known, 0 mended." in capsys.readouterr().out
    site.put("/page", page(OLD + "<h2></h2>"))
    assert main([url, *ONE, "--baseline", str(file)]) == 1
    assert "1 finding, 1 known, 0 mended." in capsys.readouterr().out
    assert file.read_text() == first  # it never grows

    site.put("/page", page("<h1>A</h1><h2>B</h2>"))
    assert main([url, *ONE, "--baseline", str(file)]) == 0
    assert "0 findings, 0 known, 1 mended." in capsys.readouterr().out
    assert json.loads(file.read_text())["known"] == []
    site.put("/page", page(OLD))
    assert main([url, *ONE, "--baseline", str(file)]) == 1  # what is paid is not owed again


def test_a_frozen_file_that_could_be_shorter_fails_and_the_shorter_one_lies_beside_the_reports(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, out = tmp_path / "known.json", tmp_path / "out"
    url = site.put("/page", page(OLD))
    assert main([url, *ONE, "--baseline-start", str(file)]) == 0
    first = file.read_text()
    frozen = [url, *ONE, "--baseline", str(file), "--baseline-frozen", "--out", str(out)]
    assert main(frozen) == 0
    assert not (out / "known.json").exists()

    site.put("/page", page("<h1>A</h1><h2>B</h2>"))
    assert main([*frozen, "--fail-on", "never"]) == 1
    assert "1 of the known findings is gone: commit the shorter" in capsys.readouterr().err
    assert file.read_text() == first
    assert json.loads((out / "known.json").read_text())["known"] == []


def test_what_was_only_not_asked_for_is_not_mended(site: Site, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    small = [site.put("/page", page("<h1>A</h1><p><a href=/x>Small</a></p>")), "--checks", "targets", "--quiet"]
    assert main([*small, "--baseline-start", str(file)]) == 0
    first = file.read_text()
    assert "2.5.5" in first
    assert main([*small, "--baseline", str(file), "--level", "AA"]) == 0
    assert file.read_text() == first


@pytest.mark.parametrize("text", [None, "[]", '{"known": [{"check": "axe"}], "modes": []}', "no JSON"])
def test_a_file_that_is_no_baseline_is_refused(text: str | None, tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    if text is not None:
        file.write_text(text)
    with pytest.raises(BadBaseline, match="baseline"):
        Baseline.read(file)
