"""What staff choose from is complete and said in each language; what a browser says of itself is put in words."""

import tomllib
from pathlib import Path

import hanzidentifier
import pytest

from a11y_tests.criteria import criteria
from app import __version__
from app.codesign import browsers, places
from app.kit.i18n import LOCALES

ROOT = Path(__file__).parents[2]
WINDOWS, MAC = "Mozilla/5.0 (Windows NT 10.0; Win64; x64", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7"
WEBKIT = "AppleWebKit/537.36 (KHTML, like Gecko)"


def test_each_part_of_the_product_can_be_chosen() -> None:
    built = {folder.name for folder in (ROOT / "templates" / "components").iterdir() if folder.is_dir()}
    assert set(places.components("en")) - {"page", "letter"} == built - {"token"}, "a token is seen by nobody"


def test_the_criteria_are_those_of_the_gate() -> None:
    ours = {number: (each.level, each.name) for number, each in places.criteria("en").items()}
    assert ours == {number: (each.level, each.name["en"]) for number, each in criteria().items()}


@pytest.mark.parametrize("locale", LOCALES)
def test_all_are_named_in_each_language_and_no_two_alike(locale: str) -> None:
    for names in (places.components(locale).values(), [each.name for each in places.criteria(locale).values()]):
        assert all(names)
        assert len(set(names)) == len(names)
        if locale == "zh-Hant":
            assert not [name for name in names if hanzidentifier.is_simplified(name) and not traditional(name)]


def traditional(name: str) -> bool:
    return bool(hanzidentifier.is_traditional(name)) or not hanzidentifier.has_chinese(name)


@pytest.mark.parametrize(
    ("agent", "said"),
    [
        (f"{WINDOWS}; rv:145.0) Gecko/20100101 Firefox/145.0", "Firefox 145 on Windows"),
        (f"{WINDOWS}) {WEBKIT} Chrome/142.0.0.0 Safari/537.36 Edg/142.0.3595.53", "Edge 142 on Windows"),
        (f"{MAC}) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15", "Safari 18 on macOS"),
        (f"Mozilla/5.0 (Linux; Android 10; K) {WEBKIT} Chrome/142.0.0.0 Mobile Safari/537.36", "Chrome 142 on Android"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
            "Version/18.6 Mobile/15E148 Safari/604.1",
            "Safari 18 on iPhone",
        ),
        (f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {WEBKIT} Chrome/142.0.0.0 Safari/537.36", "Chrome 142 on ChromeOS"),
        ("Lynx/2.9 on Linux", "Linux"),
        ("curl/8.5.0", ""),
        ("", ""),
        ("x" * 100_000 + "Firefox/145", ""),
    ],
)
def test_a_browser_is_named_as_people_name_it(agent: str, said: str) -> None:
    assert browsers.in_words(agent, "en") == said


def test_the_version_that_staff_are_offered_is_that_of_the_product() -> None:
    assert tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"] == __version__
