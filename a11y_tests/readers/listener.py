"""Somebody who hears a page and presses keys; what the eyes would see plays no part."""

import shutil
import subprocess
import tempfile
import time

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from ..browser import FLAGS
from .orca import BRIEF, QUIET, SILENCE, Orca
from .transcript import Moment, Transcript

FLAGS_TO_HEAR = (
    *(flag for flag in FLAGS if not flag.startswith("--headless")),
    "--force-renderer-accessibility",
    "--app=data:text/html,<title>-</title>",  # without an address bar, the same is said on each loading
)
# Names that people say, and those that X has for them.
KEYS = {"Enter": "Return", "Space": "space", "Escape": "Escape", "Backspace": "BackSpace"}
LATE = 8.0  # seconds to wait for words that have to come
STOPS = 80  # presses of one key; a page that needs more is a finding of its own


class NotHeard(AssertionError):
    """The message tells what was heard instead."""


class Listener:
    """A browser of one's own on Orca's desktop. Each key that is pressed counts, letters of a text too."""

    def __init__(self, orca: Orca, language: str = "en") -> None:
        self.orca = orca
        self.transcript = Transcript()
        self.profile = tempfile.mkdtemp(prefix="by-ear-browser-")
        options = webdriver.ChromeOptions()
        options.binary_location = shutil.which("chromium") or "chromium"
        for flag in (*FLAGS_TO_HEAR, f"--user-data-dir={self.profile}", f"--lang={language}"):
            options.add_argument(flag)
        options.add_experimental_option("excludeSwitches", ["enable-automation"])
        service = Service(shutil.which("chromedriver") or "chromedriver", env=orca.desktop.env)
        self.driver = webdriver.Chrome(options=options, service=service)
        self.driver.set_page_load_timeout(30)
        orca.listen()

    # doing

    def open(self, address: str) -> Moment:
        """Type an address: the one thing that is not done on the page."""
        self.orca.new()
        before = self.document()
        self.driver.get(address)
        return self.hear_page("opens the page", before, presses=0)

    def press(self, key: str, quiet: float = BRIEF, silence: float = SILENCE) -> Moment:
        """One key, "Tab" or "Shift+Tab", and what is said to it."""
        self.orca.new()
        self.keys("key", "--clearmodifiers", "+".join(KEYS.get(part, part) for part in key.split("+")))
        return self.hear(key, quiet, silence)

    def enter(self) -> Moment:
        """Enter, where another page follows."""
        self.orca.new()
        before = self.document()
        self.keys("key", "Return")
        return self.hear_page("Enter", before)

    def write(self, text: str) -> Moment:
        self.orca.new()
        self.keys("type", "--delay", "15", text)
        return self.hear(f"types “{text}”", BRIEF, BRIEF, presses=len(text))

    def until(self, key: str, words: str, most: int = STOPS) -> Moment:
        """The same key again and again until these words are said."""
        heard: list[str] = []
        for _ in range(most):
            moment = self.press(key)
            if moment.said(words):
                return moment
            heard += moment.heard
        raise NotHeard(f"{key} {most} times, and never “{words}”; heard: {' · '.join(heard)}")

    # hearing

    def hear(self, did: str, quiet: float = QUIET, silence: float = SILENCE, presses: int = 1) -> Moment:
        return self.transcript.add(did, self.orca.listen(quiet, silence), presses)

    def hear_page(self, did: str, before: float, presses: int = 1) -> Moment:
        """All that is said of a new page: Orca ends the loading with the title, then sums the page up."""
        heard = self.orca.listen()
        end = time.monotonic() + LATE
        while self.document() != before and time.monotonic() < end:
            if any(line.endswith(f"{self.driver.title}.") for line in heard):
                break
            heard += self.orca.listen(silence=QUIET)
        return self.transcript.add(did, heard, presses)

    def document(self) -> float:
        """Another number for each page that is loaded."""
        return float(self.driver.execute_script("return performance.timeOrigin"))

    def hears(self, words: str) -> bool:
        """Was that said to what was done last? A slow machine gets a little longer."""
        end = time.monotonic() + LATE
        while not self.transcript.moments[-1].said(words) and time.monotonic() < end:
            self.transcript.also(self.orca.listen(silence=QUIET))
        return self.transcript.moments[-1].said(words)

    def keys(self, *what: str) -> None:
        subprocess.run(["xdotool", *what], env=self.orca.desktop.env, check=True, capture_output=True, timeout=60)

    def close(self) -> None:
        self.driver.quit()
        shutil.rmtree(self.profile, ignore_errors=True)
