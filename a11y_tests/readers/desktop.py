"""A desktop without a screen, for as long as somebody listens: nothing of it touches the machine's own."""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

NEEDED = ("orca", "Xvfb", "dbus-daemon", "openbox", "speech-dispatcher", "xdotool")
ACCESSIBILITY = "/usr/libexec/at-spi-bus-launcher"
SPEECHLOG = Path(__file__).with_name("speechlog.py")
PATIENCE = 60  # seconds for a part to start; one is enough where nothing else runs
SPEECH = """AddModule "speechlog" "sd_speechlog" ""
DefaultModule speechlog
LogLevel 0
"""


class NoReader(Exception):
    """A part of the desktop is missing or did not start; the message says which."""


class Desktop:
    """Xvfb, a bus, a window manager, the accessibility bus, speech that is written down; `language` is Orca's own."""

    def __init__(self, language: str) -> None:
        if missing := [name for name in (*NEEDED, ACCESSIBILITY) if not shutil.which(name)]:
            raise NoReader(
                f"missing: {' '.join(missing)}; apt-get install orca speech-dispatcher at-spi2-core dbus xvfb xdotool "
                "openbox python3-pyatspi python3-speechd libatk-adaptor"
            )
        self.folder = Path(tempfile.mkdtemp(prefix="by-ear-"))
        self.running: list[subprocess.Popen[bytes]] = []
        self.log = self.folder / "speech.jsonl"
        self.log.touch()
        self.env = self.environment(language)
        try:
            self.start_all()
        except BaseException:
            self.close()
            raise

    def environment(self, language: str) -> dict[str, str]:
        runtime = self.folder / "run"
        runtime.mkdir(mode=0o700)
        kept = {name: os.environ[name] for name in ("PATH", "TZ") if name in os.environ}
        return kept | {
            "HOME": str(self.folder),
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CONFIG_HOME": str(self.folder / "config"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "XDG_RUNTIME_DIR": str(runtime),
            "DBUS_SESSION_BUS_ADDRESS": f"unix:path={runtime}/bus",
            "SPEECHD_ADDRESS": f"unix_socket:{runtime}/speech",
            "SPEECH_LOG": str(self.log),
            "LANG": "C.UTF-8",
            "LANGUAGE": language,
            "GNOME_ACCESSIBILITY": "1",
            "ACCESSIBILITY_ENABLED": "1",
            "GSETTINGS_BACKEND": "memory",
            "NO_AT_BRIDGE": "0",
        }

    def start_all(self) -> None:
        self.env["DISPLAY"] = self.screen()
        runtime = Path(self.env["XDG_RUNTIME_DIR"])
        self.start("dbus-daemon", "--session", "--nofork", f"--address={self.env['DBUS_SESSION_BUS_ADDRESS']}")
        self.wait(lambda: (runtime / "bus").exists(), "the bus")
        self.start("openbox")
        self.start(ACCESSIBILITY, "--launch-immediately", "--a11y=1", "--screen-reader=1")
        self.speech(runtime / "speech")

    def screen(self) -> str:
        """Xvfb chooses a number that nobody has, and says it."""
        said, say = os.pipe()
        command = ["Xvfb", "-displayfd", str(say), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
        self.running.append(
            subprocess.Popen(
                command, pass_fds=[say], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
            )
        )
        os.close(say)
        with os.fdopen(said) as number:
            chosen = number.readline().strip()
        if not chosen:
            raise NoReader("Xvfb did not start")
        return f":{chosen}"

    def speech(self, socket: Path) -> None:
        conf, modules = self.folder / "speech", self.folder / "modules"
        conf.mkdir()
        modules.mkdir()
        (conf / "speechd.conf").write_text(SPEECH)
        module = modules / "sd_speechlog"
        module.write_text(f'#!/bin/sh\nexec "{sys.executable}" -E "{SPEECHLOG}"\n')
        module.chmod(0o755)
        command = ["speech-dispatcher", "-s", "-C", str(conf), "-m", str(modules), "-c", "unix_socket", "-S"]
        self.start(*command, str(socket))
        self.wait(socket.exists, "speech-dispatcher")

    def start(self, *command: str) -> subprocess.Popen[bytes]:
        with (self.folder / f"{Path(command[0]).name}.log").open("wb") as log:
            process = subprocess.Popen(command, env=self.env, stdout=log, stderr=log, start_new_session=True)
        self.running.append(process)
        return process

    def wait(self, until: Callable[[], bool], what: str) -> None:
        end = time.monotonic() + PATIENCE
        while not until():
            if time.monotonic() > end:
                raise NoReader(f"{what} did not start; see {self.folder}")
            time.sleep(0.02)

    def close(self) -> None:
        """What was started last ends first, each with what it started itself."""
        for process in reversed(self.running):
            for way in (signal.SIGTERM, signal.SIGKILL):
                try:
                    os.killpg(process.pid, way)
                    process.wait(3)
                except ProcessLookupError:
                    break
                except subprocess.TimeoutExpired:
                    continue
        self.running.clear()
        shutil.rmtree(self.folder, ignore_errors=True)
