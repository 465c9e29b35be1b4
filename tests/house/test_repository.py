"""What is committed means the same everywhere: no address of a package index, no path of one machine, one clock."""

import re
import subprocess
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOREIGN = re.compile(
    "|".join(
        (
            r"pypi\.(org|python)",
            r"files\.pythonhosted",
            r"registry\.(npmjs|yarnpkg)",
            r"--(extra-)?index-url[ =]\S*/",
            r"^--find-links",
            r'"resolved":',
            r"/(root|home/\w+)/\.?\w",
            "/wo" + "rk/",
            r"\.\./sha" + "red",
        )
    ),
    re.MULTILINE,
)
CLOCKS = re.compile(r"datetime\.now\(|\.utcnow\(|date\.today\(|\btime\.time\(")


def texts(*names: str) -> dict[str, str]:
    listed = subprocess.run(["git", "ls-files", "-z", *names], cwd=ROOT, capture_output=True, text=True, check=True)
    found = {}
    for name in filter(None, listed.stdout.split("\0")):
        file = ROOT / name
        with suppress(UnicodeDecodeError):  # a picture, a font
            if file.is_file():
                found[name] = file.read_text("utf-8")
    return found


def test_nothing_names_a_package_index_or_a_path_of_one_machine() -> None:
    here = str(Path(__file__).relative_to(ROOT))
    named = {name: found[0] for name, text in texts().items() if name != here and (found := FOREIGN.search(text))}
    assert not named


def test_every_locked_package_has_hashes() -> None:
    for text in texts("requirements*.lock").values():
        assert text.count("==") > 30
        assert all("--hash=sha256:" in entry for entry in re.split(r"^(?=\w)", text, flags=re.MULTILINE)[1:])


def test_there_is_one_clock() -> None:
    tellers = {name for name, text in texts("app/*.py", "app/**/*.py").items() if CLOCKS.search(text)}
    assert tellers == {"app/kit/clock.py"}
