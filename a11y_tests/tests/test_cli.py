"""The command: which pages it looks at, what it writes, how it ends."""

import json
from pathlib import Path
from xml.etree import ElementTree

import pytest

from a11y_tests import pictures
from a11y_tests.checks import EVERY
from a11y_tests.checks.axe import answered
from a11y_tests.cli import main
from a11y_tests.fingerprint import kind_of
from a11y_tests.reports import WRITERS
from a11y_tests.tests.site import Site, page

QUICK = "structure,language"  # checks that take no time, where the command itself is the matter


def test_nothing_found_ends_with_zero(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([site.put("/", page())]) == 0
    assert "1 page looked at, 0 findings." in capsys.readouterr().out


def test_something_found_ends_with_one_and_is_written_in_each_format(site: Site, tmp_path: Path) -> None:
    url = site.put("/bad", page("<h1>A</h1><h3>B</h3>"))
    assert main([url, "--checks", QUICK, "--format", ",".join(WRITERS), "--out", str(tmp_path)]) == 1
    assert {file.name for file in tmp_path.iterdir()} == {file for _, file in WRITERS.values()}
    assert "level 3 follows level 1" in (tmp_path / "findings.txt").read_text()
    assert "data:image/png" in (tmp_path / "index.html").read_text()
    assert json.loads((tmp_path / "findings.json").read_text())["findings"][0]["criterion"] == "1.3.1"
    assert ElementTree.parse(tmp_path / "junit.xml").getroot().get("failures") == "1"


def test_the_reports_say_how_many_stops_the_keyboard_makes(site: Site, tmp_path: Path) -> None:
    url = site.put("/long", page("<h1>A</h1><button>One</button><button>Two</button>"))
    assert main([url, "--checks", "focus", "--format", "json,html", "--out", str(tmp_path)]) == 0
    assert json.loads((tmp_path / "findings.json").read_text())["stops"] == {"/long": 3}  # with the skip link
    assert ", 3 stops by keyboard" in (tmp_path / "index.html").read_text()


def test_what_is_milder_than_asked_does_not_count(site: Site) -> None:
    url = site.put("/bad", page("<h1>A</h1><h3>B</h3>"))
    assert main([url, "--checks", QUICK, "--fail-on", "critical"]) == 0


def test_what_only_level_aaa_asks_for_is_moderate_and_can_be_left_out(site: Site, tmp_path: Path) -> None:
    url = site.put("/small", page("<h1>A</h1><p><a href=/x>Small</a></p>"))
    given = [url, "--checks", "targets", "--format", "html,json", "--out", str(tmp_path)]
    assert main([*given, "--fail-on", "moderate"]) == 1
    assert main([*given, "--fail-on", "serious"]) == 0
    assert main([*given, "--level", "AA"]) == 0
    assert "up to level AA. Level AAA was left out." in (tmp_path / "index.html").read_text()
    assert json.loads((tmp_path / "findings.json").read_text())["level"] == "AA"


def test_the_report_says_that_not_all_pictures_were_kept(
    site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "MOST", 1)
    url = site.put("/bad", page("<h1>A</h1><h3>B</h3><h2></h2><p>C</p><h1>D</h1>"))
    assert main([url, "--checks", QUICK, "--format", "html", "--out", str(tmp_path)]) == 1
    assert "1 picture was kept, and " in (tmp_path / "index.html").read_text()


def test_it_walks_the_sitemap_in_the_languages_asked_for(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    paths = ["/en/a", "/es/a"]
    places = "".join(f"<url><loc>https://town.example{path}</loc></url>" for path in paths)
    site.put("/sitemap.xml", f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{places}</urlset>')
    site.put("/en/a", page(title="One"))
    assert main([site.url, "--sitemap", "--locales", "en", "--checks", QUICK]) == 0
    assert "1 page looked at" in capsys.readouterr().out


def test_it_walks_a_list_of_paths_and_finds_one_title_on_two_pages(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "paths").write_text("/{locale}/x  # a remark\n\n/plain\n")
    for path in ("/en/x", "/es/x", "/plain"):
        site.put(path, page(f"<h1>Here is {path}</h1>", title="Same"))
    assert main([site.url, "--paths", str(tmp_path / "paths"), "--locales", "en,es", "--checks", QUICK]) == 1
    assert capsys.readouterr().out.count("is the title of /en/x too") == 1


def test_a_page_that_is_not_there_is_found(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([site.url + "/nowhere", "--checks", QUICK]) == 2
    assert "the server answers 404" in capsys.readouterr().out


def test_it_opens_the_link_that_the_login_command_prints(site: Site) -> None:
    link = site.put("/link", page("<h1>Sign in</h1>").replace("<body", "<body onload=\"document.cookie = 'seen=1'\""))
    site.put("/me", page("<h1>Me</h1>").replace("<body", '<body onload="document.title = document.cookie"'))
    assert main([site.url + "/me", "--login", f"echo {link}", "--checks", QUICK]) == 0
    assert main([site.url + "/me", "--checks", QUICK]) == 1  # without it the page has no title


@pytest.mark.parametrize(
    "arguments",
    [
        ["http://127.0.0.1:9/", "--sitemap"],
        ["{}/", "--paths", "/nowhere"],
        ["{}/", "--login", "false"],
        ["{}/", "--baseline", "/nowhere"],
        ["{}/", "--tools", "/nowhere"],
        ["{}/", "--transcripts", "/nowhere"],
    ],
)
def test_it_says_in_one_sentence_why_it_cannot_look(
    site: Site, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([argument.replace("{}", site.url) for argument in arguments]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["x", "--format", "pdf"],
        ["x", "--checks", "luck"],
        ["x", "--format", "json"],
        ["x", "--quick", "--full"],
        ["x", "--baseline", "a", "--baseline-start", "b"],
        ["x", "--baseline-frozen"],
        ["x", "--level", "B"],
    ],
)
def test_misuse_ends_with_two(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(arguments)
    assert stopped.value.code == 2


def test_pages_of_one_kind_differ_in_the_language_only() -> None:
    assert kind_of("http://x/es/services/dog", ("en", "es")) == kind_of("http://x/en/services/dog", ("en", "es"))
    assert kind_of("http://x/es/services/dog", ()) == "/es/services/dog"


def test_each_undecided_rule_of_axe_has_an_answer_that_exists_or_a_reason() -> None:
    for rule, answer in answered().items():
        assert answer.get("answered_by") in EVERY or len(answer.get("reason", "")) > 20, rule


def test_the_time_of_each_check_is_told_when_asked(site: Site, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([site.put("/", page()), "--checks", QUICK, "--profile", "--quiet"]) == 0
    lines = capsys.readouterr().err.splitlines()
    assert sorted(line.split()[-1] for line in lines) == ["language", "structure"]
    assert all(" ms a look" in line for line in lines)


def test_what_a_screen_reader_said_is_shown_in_the_report(site: Site, tmp_path: Path) -> None:
    (tmp_path / "apply-in-spanish.txt").write_text("Solicitar, enlace")
    given = ["--checks", QUICK, "--transcripts", str(tmp_path), "--format", "html", "--out", str(tmp_path / "out")]
    assert main([site.put("/", page()), *given]) == 0
    told = (tmp_path / "out" / "index.html").read_text()
    assert "<h3>apply in spanish</h3>" in told
    assert "Solicitar, enlace" in told
    assert "Orca is one reader on one system." in told
