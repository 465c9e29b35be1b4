"""Each format says what was found, in the form that its readers expect."""

import json
import re
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from xml.etree import ElementTree

import pytest

from a11y_tests.checks import EVERY
from a11y_tests.criteria import criteria
from a11y_tests.finding import Finding
from a11y_tests.fingerprint import alike
from a11y_tests.gate import AXE
from a11y_tests.guidance import entries, guidance
from a11y_tests.modes import FOUR, Mode
from a11y_tests.reports import WRITERS, Report
from a11y_tests.tests.conftest import Look
from a11y_tests.tools import find

DOT = "data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7"
FAINT = Finding(
    "contrast",
    "1.4.6",
    "/es/fees",
    "320, dark",
    "main > p:nth-of-type(2)",
    'contrast 3.10: "申請出生證明", #777 on #fff',
)
BROKEN = Finding(
    "axe", "4.1.2", "/en/apply wrong", "1280, light", "#field-7", 'label: no name <input name="a&b">', "critical"
)
STRAY = Finding("html", "", "/en/fees", "1280, light", "line 4", "Stray end tag “div”. " + "long/" * 40, "moderate")
REPORT = Report(
    "https://town.example/",
    datetime(2026, 11, 28, 12, 0, tzinfo=UTC),
    ["/en/fees", "/es/fees", "/en/apply wrong"],
    ["axe", "html", "contrast"],
    [mode.name for mode in FOUR],
    [FAINT, replace(FAINT, mode="1280, dark"), BROKEN],
    known=[STRAY],
    mended=1,
    locales=("en", "es"),
    pictures={alike(FAINT): DOT},
    transcripts=[("Apply, in Spanish", "Solicitar certificado, enlace\nNombre, cuadro de texto")],
)
CLEAN = replace(REPORT, findings=[], known=[], mended=0, pictures={}, transcripts=[])


def written(format: str, report: Report = REPORT) -> str:
    return WRITERS[format][0](report)


@pytest.mark.parametrize("check", EVERY)
def test_every_check_says_whom_it_helps_and_how_to_mend(check: str) -> None:
    for criterion in ("", *(key for key in entries()[check] if key in criteria())):
        said = guidance(check, criterion)
        assert len(said.hurts) > 20
        assert len(said.mend) > 20
    assert set(entries()[check]) <= {"hurts", "mend", "says", *criteria()}


def test_each_criterion_that_axe_names_has_words_of_its_own() -> None:
    """Those of old versions (4.1.1) are with rules that axe has retired."""
    tags = re.findall(r'"wcag(\d)(\d)(\d+)"', find(AXE).read_text("utf8"))
    named = {".".join(tag) for tag in tags} & set(criteria())
    assert len(named) > 25
    assert not named - set(entries()["axe"])
    assert "screen reader" not in guidance("axe", "2.5.8").hurts


def test_a_page_that_does_not_say_its_language_is_not_told_to_mark_some_words() -> None:
    assert "html element" in guidance("language", "3.1.1").mend


def test_text_says_how_many_are_new_known_and_mended() -> None:
    assert written("text").splitlines()[-1] == "3 pages looked at, 3 findings (2 different), 1 known, 1 mended."


LINKS = [
    replace(FAINT, page=f"/en/{page}", mode=mode, selector=f"#menu > li:nth-of-type({place}) > a", message=message)
    for page in ("fees", "rules")
    for mode in ("320, light", "320, dark")
    for place, message in enumerate(
        ('contrast 3.10: "Fees", #777777 on #ffffff', 'contrast 3.1: "Dogs", #777777 on #ffffff')
    )
]
MANY = replace(REPORT, findings=[*LINKS, BROKEN], pages=["/en/fees", "/en/rules"], known=LINKS[:2], pictures={})


def test_the_same_fault_of_many_elements_is_told_once_to_people() -> None:
    told = written("text", MANY).splitlines()
    assert told[0] == "critical: axe (WCAG 4.1.2)"
    assert told[3] == "serious: contrast (WCAG 1.4.6): 4 places on 2 pages, in 2 modes"
    assert [line for line in told if line.startswith("  /")][1:] == [
        "  /en/fees [320, light; 320, dark]: #menu > li:nth-of-type(0) > a",
        "  /en/fees [320, light; 320, dark]: #menu > li:nth-of-type(1) > a",
        "  /en/rules [320, light; 320, dark]: #menu > li:nth-of-type(0) > a",
    ]
    assert told[-2:] == ["  and 1 more", "2 pages looked at, 9 findings (2 different), 2 known, 1 mended."]
    page = written("html", MANY)
    assert page.count("<article") == 2
    assert page.index("On several pages") < page.index("4 places on 2 pages, in 2 modes")
    assert "<code>#menu &gt; li:nth-of-type(0) &gt; a</code>, and 1 more like it" in page


def test_ids_that_are_made_of_the_names_in_a_manual_are_alike() -> None:
    one, other = (replace(FAINT, selector=rf"#town\.dogs\.{name}") for name in ("Dog", "Chip"))
    assert alike(one) == alike(other) != alike(replace(FAINT, selector="#dogs"))


def test_programs_get_each_of_them() -> None:
    assert len(json.loads(written("json", MANY))["findings"]) == 9
    assert len(json.loads(written("sarif", MANY))["runs"][0]["results"]) == 11


@pytest.mark.parametrize(
    "other",
    [
        {"check": "axe"},
        {"criterion": "1.4.3"},
        {"selector": "#menu > li > button"},
        {"message": 'contrast 3.10: "Fees", #777777 on #eeeeee'},
    ],
)
def test_another_check_element_or_reason_is_another_fault(other: dict[str, str]) -> None:
    assert alike(replace(LINKS[0], **other)) != alike(LINKS[0])  # type: ignore[arg-type]


def test_json_holds_everything() -> None:
    told = json.loads(written("json"))
    assert told["findings"][0]["message"] == FAINT.message
    assert told["known"][0]["selector"] == "line 4"


def test_junit_has_a_case_for_each_page() -> None:
    suite = ElementTree.fromstring(written("junit"))
    assert (suite.get("tests"), suite.get("failures")) == ("3", "2")
    assert [case.get("name") for case in suite if len(case) == 0] == ["/en/fees"]


def test_junit_survives_letters_that_xml_forbids() -> None:
    assert ElementTree.fromstring(written("junit", replace(REPORT, findings=[replace(FAINT, message="a\x00b")])))


def demand(thing: dict[str, Any], **kinds: type) -> None:
    for name, kind in kinds.items():
        assert isinstance(thing[name], kind), name


def test_sarif_has_what_its_schema_requires() -> None:
    log = json.loads(written("sarif"))
    assert log["version"] == "2.1.0"
    assert log["$schema"].startswith("https://")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    demand(driver, name=str, version=str, rules=list)
    for rule in driver["rules"]:
        demand(rule, id=str, shortDescription=dict, help=dict)
        demand(rule["shortDescription"], text=str)
    assert len({rule["id"] for rule in driver["rules"]}) == len(driver["rules"])
    assert len(run["results"]) == 4
    for result in run["results"]:
        demand(result, ruleId=str, message=dict, locations=list, partialFingerprints=dict)
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["baselineState"] in {"new", "unchanged", "updated", "absent"}
        for location in result["locations"]:
            assert re.fullmatch(r"e[ns]/(fees|apply)", location["physicalLocation"]["artifactLocation"]["uri"])
            assert location["physicalLocation"]["region"]["startLine"] >= 1
    first, again, *_ = run["results"]
    assert first["partialFingerprints"] == again["partialFingerprints"]  # one mistake in two modes
    assert first["message"]["text"].endswith(FAINT.message)
    assert first["message"]["text"].startswith("https://town.example/es/fees ")
    assert first["properties"]["address"] == "https://town.example/es/fees"


@pytest.mark.parametrize(
    ("name", "uri"),
    [
        ("/", "index.html"),
        ("/en/", "en/index.html"),
        ("/en/fees?year=2026 wrong", "en/fees"),
        ("//x:y/ñ", "x%3Ay/%C3%B1"),
    ],
)
def test_sarif_names_a_page_as_a_file_that_a_host_of_code_takes(name: str, uri: str) -> None:
    (run,) = json.loads(written("sarif", replace(CLEAN, findings=[replace(FAINT, page=name)])))["runs"]
    (place,) = run["results"][0]["locations"]
    assert place["physicalLocation"]["artifactLocation"] == {"uri": uri}


def test_earl_says_what_failed_and_never_that_a_criterion_is_met() -> None:
    linked = json.loads(written("earl"))
    assert linked["@context"]["earl"] == "http://www.w3.org/ns/earl#"
    nodes = {node["@id"]: node for node in linked["@graph"] if "@id" in node}
    assertions = [node for node in linked["@graph"] if node["@type"] == "earl:Assertion"]
    for one in assertions:
        assert nodes[one["assertedBy"]]["@type"] == "earl:Software"
        assert "earl:TestSubject" in nodes[one["subject"]]["@type"]
        assert nodes[one["test"]]["@type"] in {"earl:TestRequirement", "earl:TestCase"}
        assert one["result"]["@type"] == "earl:TestResult"
        assert one["result"]["outcome"] in {"earl:failed", "earl:passed"}
        if one["test"].startswith("WCAG:"):
            assert one["result"]["outcome"] == "earl:failed"
            assert one["result"]["pointer"]["ptr:expression"]
    assert sum(one["result"]["outcome"] == "earl:failed" for one in assertions) == 4
    passed = {(one["subject"], one["test"]) for one in assertions if one["result"]["outcome"] == "earl:passed"}
    assert ("https://town.example/en/fees", "check:contrast") in passed
    assert ("https://town.example/es/fees", "check:contrast") not in passed


def test_a_page_that_could_not_be_opened_passes_no_check() -> None:
    closed = Finding("open", "", "/en/fees", "", "html", "the server answers 500", "critical")
    linked = json.loads(written("earl", replace(CLEAN, findings=[closed])))
    subject = "https://town.example/en/fees"
    outcomes = [one["result"]["outcome"] for one in linked["@graph"] if one.get("subject") == subject]
    assert outcomes == ["earl:failed"]


def test_html_tells_all_of_a_finding() -> None:
    page = written("html")
    for words in (
        "320, dark; 1280, dark",
        "main &gt; p:nth-of-type(2)",
        DOT,
        "1.4.6 Contrast (Enhanced) (level AAA)",
        ", state: wrong",
    ):
        assert words in page
    said = guidance("contrast", "1.4.6")
    assert said.hurts in page
    assert said.mend in page
    assert page.count("<article") == 2  # the same in two modes is one
    assert "A page without a finding is not yet an accessible page." in page
    assert "Orca is one reader on one system." in page
    assert "Nombre, cuadro de texto" in page


@pytest.mark.parametrize("report", [REPORT, MANY, CLEAN], ids=["findings", "many", "clean"])
@pytest.mark.parametrize("mode", [*FOUR, Mode(320, text=200), Mode(forced_colors=True)], ids=lambda mode: mode.name)
def test_the_page_of_the_report_passes_the_gate_itself(look: Look, mode: Mode, report: Report) -> None:
    whole = written("html", report)
    assert [str(finding) for check in EVERY for finding in look(check, mode=mode, whole=whole)] == []
