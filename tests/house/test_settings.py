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


def test_nothing_about_looks_can_be_turned_off() -> None:
    """Between a page and the look at it stands no setting, and no file but one reads the environment."""
    app = Path(__file__).parents[2] / "app"
    looking = [app / "kit/audit.py", app / "kit/edge.py", app / "kit/db.py", app / "desk/entering.py"]
    looking += [app / "cases/auditing.py", app / "desk/looking/about.py"]
    for file in looking:
        assert not re.search(r"\b(settings|environ|getenv|demo)\b", file.read_text("utf-8")), file
    reading = {
        file.relative_to(app).as_posix()
        for file in app.rglob("*.py")
        if re.search(r"os\.environ|getenv|Settings\(", file.read_text("utf-8"))
    }
    assert reading == {"kit/settings.py", "kit/backups.py", "commands/run.py"}, reading
    assert not [name for name in Settings.model_fields if re.search("AUDIT|LOOK|LOG(?!_LEVEL)|WATCH", name)]
