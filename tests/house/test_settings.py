"""docs/settings.md names every setting and its default, and no other."""

import re
from pathlib import Path

from app.kit.settings import Settings

TABLE = Path(__file__).parents[2] / "docs" / "settings.md"
ROW = re.compile(r"^\| `([A-Z_]+)` \| (?:`([^`]*)`)? *\|", re.MULTILINE)


def default(value: object) -> str:
    return "" if value in (None, "") else str(int(value)) if isinstance(value, bool) else str(value)


def test_the_table_names_every_setting_with_its_default() -> None:
    written = dict(ROW.findall(TABLE.read_text("utf-8")))
    assert written == {name: default(field.default) for name, field in Settings.model_fields.items()}
