"""Orca, a screen reader of Linux desktops, and somebody who hears it and presses keys.

The keys are real ones of the X server, so Orca's own commands work. What can be said of Orca can be said of one
screen reader on one system.
"""

import json
import shutil
import time
from pathlib import Path

from .desktop import Desktop

SETTINGS = {
    "general": {
        "enableKeyEcho": False,
        "sayAllOnLoad": False,
        "enableEchoByWord": False,
        "profile": ["Default", "default"],
        "enableTutorialMessages": False,
    },
    "profiles": {"default": {"profile": ["Default", "default"]}},
    "pronunciations": {},
    "keybindings": {},
}
LAUNCH = Path(__file__).with_name("launch.py")
QUIET = 0.7  # seconds without a word: Orca has told all of a new page
BRIEF = 0.35  # and of a control on the same page
SILENCE = 4.0  # seconds until nothing is going to be said at all


class Fallen(Exception):
    """Orca crashed, as it does at times while a page is built; that says nothing about the page."""


class Orca:
    """`language`: en, es: what Orca says of its own ("button", "botón")."""

    def __init__(self, language: str = "en") -> None:
        self.desktop = Desktop(language)
        self.read = 0
        try:
            self.start()
        except BaseException:
            self.desktop.close()
            raise

    def start(self) -> None:
        folder = self.desktop.folder / "data/orca"
        folder.mkdir(parents=True)
        (folder / "user-settings.conf").write_text(json.dumps(SETTINGS))
        # Isolated, so that neither this environment nor this folder comes between Orca and its own modules.
        self.process = self.desktop.start(interpreter(), "-I", str(LAUNCH))
        self.desktop.wait(lambda: self.process.poll() is not None or bool(self.new()), "Orca")

    def new(self) -> list[str]:
        """What was said since somebody asked last."""
        with self.desktop.log.open(encoding="utf8") as log:
            log.seek(self.read)
            whole = log.read().rpartition("\n")[0]
        self.read += len(whole.encode()) + 1 if whole else 0
        return [json.loads(line)["said"] for line in whole.splitlines()]

    def listen(self, quiet: float = QUIET, silence: float = SILENCE) -> list[str]:
        """All that is said until it is quiet; nothing, when nobody speaks for the time of `silence`.

        On a slow machine words come later, and further apart: what the first took, the next may take as well.
        """
        heard: list[str] = []
        begun = time.monotonic()
        end = begun + silence
        while (now := time.monotonic()) < end:
            if said := self.new():
                if not heard:
                    quiet = max(quiet, min(now - begun, SILENCE))
                heard += said
                end = now + quiet
            time.sleep(0.03)
        if self.process.poll() is not None:
            raise Fallen(f"Orca ended by itself, with {self.process.returncode}")
        return heard

    def close(self) -> None:
        self.desktop.close()


def interpreter() -> str:
    """The Python of the command orca, by its first line."""
    command = shutil.which("orca")
    assert command, "the desktop would not have started without it"
    with open(command, encoding="utf8") as script:
        return script.readline().removeprefix("#!").split()[0]
