"""Where the two checkers from npm lie, and the Nu HTML checker as a server of our own."""

import hashlib
import json
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
TOKEN = re.compile(r"(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{16,}")
PATIENCE = 120  # seconds for Java to start; two are enough where nothing else runs


class NoTool(Exception):
    """A checker is missing; the message says how to install it."""


def find(name: str, given: Path | None = None) -> Path:
    """A file of node_modules: under `given`, A11Y_TOOLS, .tools here or above, or beside the gate itself."""
    said = [given] if given else [Path(os.environ["A11Y_TOOLS"])] if os.environ.get("A11Y_TOOLS") else []
    here = Path.cwd()
    for folder in said or [*(up / ".tools" for up in (here, *here.parents, *HERE.parents)), HERE]:
        if (found := folder / "node_modules" / name).is_file():
            return found
    raise NoTool(f"{name} is missing: copy {HERE}/package*.json into .tools and run npm ci --prefix .tools there")


def steady(html: str) -> str:
    """The markup with each token (nonce, signature, number of a draft) replaced by its place in the order in which
    they come: two that were equal stay equal, so that an id that stands twice still does."""
    names: dict[str, str] = {}
    return TOKEN.sub(lambda found: names.setdefault(found[0], f"token{len(names)}"), html)


class Nu:
    """The HTML checker, started when it is first asked and kept warm: 20 to 70 ms a page instead of two seconds."""

    def __init__(self, given: Path | None = None) -> None:
        self.jar = find("vnu-jar/build/dist/vnu.jar", given)
        if not shutil.which("java"):
            raise NoTool("Java is missing: apt-get install default-jre-headless")
        self.server: subprocess.Popen[bytes] | None = None
        self.port = 0
        self.ready = False
        self.answers: dict[str, list[dict[str, Any]]] = {}

    def check(self, html: str) -> list[dict[str, Any]]:
        """The same markup is asked about once, also where its tokens differ."""
        key = hashlib.sha256(steady(html).encode()).hexdigest()
        if key not in self.answers:
            self.wait()
            self.answers[key] = self.ask(html)
        return self.answers[key]

    def start(self) -> None:
        """Java takes some seconds; whoever starts it early does not wait for it later."""
        if self.server is not None:
            return
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        # It lives for minutes: the quick compiler costs half of what the thorough one does.
        command = ["java", "-Xss8m", "-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]
        command += [
            # It guesses by chance, and differently each time; the check of languages knows its words.
            "-Dnu.validator.checker.enableLangDetection=0",
            "-Dnu.validator.servlet.bind-address=127.0.0.1",
            "-cp",
            str(self.jar),
            "nu.validator.servlet.Main",
            str(self.port),
        ]
        self.server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def wait(self) -> None:
        if self.ready:
            return
        self.start()
        assert self.server
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            try:
                self.ask("<!doctype html><html lang=en><title>x</title>")
                self.ready = True
                return
            except (urllib.error.URLError, ConnectionError):
                if self.server.poll() is not None:
                    break
                time.sleep(0.1)
        self.close()
        raise NoTool("The Nu HTML checker did not start.")

    def ask(self, html: str) -> list[dict[str, Any]]:
        address = f"http://127.0.0.1:{self.port}/?out=json"
        headers = {"Content-Type": "text/html; charset=utf-8"}
        with urllib.request.urlopen(urllib.request.Request(address, html.encode(), headers), timeout=30) as answer:
            messages: list[dict[str, Any]] = json.load(answer)["messages"]
        return messages

    def close(self) -> None:
        if self.server is not None:
            self.server.terminate()
            self.server.wait()
