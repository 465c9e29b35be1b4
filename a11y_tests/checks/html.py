"""The Nu HTML checker reads the HTML as the server sent it."""

import re
from collections.abc import Iterator

from ..browser import source
from ..finding import Finding
from ..view import View


def check(view: View) -> Iterator[Finding]:
    for message in view.nu.check(source(view.driver)):
        if message["type"] == "info" and message.get("subType") != "warning":
            continue
        wrong = message["type"] != "info"
        line = message.get("lastLine") or message.get("firstLine")
        place = f"line {line}" if line else "html"  # said of the document as a whole
        marked = message.get("extract", "")[message.get("hiliteStart", 0) :]
        extract = re.sub(r"\s+", " ", marked).strip()
        yield view.found(
            "html", "", place, f"{message['message']}\n{extract}".strip(), "serious" if wrong else "moderate"
        )
