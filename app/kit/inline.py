"""The few lines of script that stand in pages themselves, so that they cost no request: what lies in static/inline.

They are the same in every page, and the policy of each answer allows just these, by their digests.
"""

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from markupsafe import Markup

FOLDER = Path(__file__).parents[2] / "static/inline"
STRINGS = re.compile(r'("[^"\n]*"|`[^`]*`)')
"""No remark of these files may hold a quotation mark."""


@cache
def script(name: str) -> Markup:
    """The `<script>` of one of them, by the name of its file without `.js`."""
    return Markup(f"<script>{_text(FOLDER / f'{name}.js')}</script>")  # noqa: S704 (ours)


@cache
def digests() -> str:
    """How the policy names them all: 'sha256-...' 'sha256-...'."""
    made = (hashlib.sha256(_text(path).encode()).digest() for path in sorted(FOLDER.glob("*.js")))
    return " ".join(f"'sha256-{base64.b64encode(each).decode()}'" for each in made)


@cache
def _text(path: Path) -> str:
    """As short as it can be without being another script."""
    parts = STRINGS.split(path.read_text("utf-8"))
    return "".join(part if part[:1] in ('"', "`") else _lean(part) for part in parts).strip()


def _lean(code: str) -> str:
    """Code between two strings, without remarks and the room that only people need."""
    code = re.sub(r"(^|\s)//.*$", "", code, flags=re.MULTILINE)
    return re.sub(r"\s*([{}()\[\];,:=<>?|&])\s*", r"\1", re.sub(r"\s+", " ", code))
