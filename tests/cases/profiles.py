"""Two legal profiles: the demo town's, and one of another law."""

from pathlib import Path
from typing import Any

import yaml

from app.cases.profile import Profile

TOWN = Path(__file__).parents[2] / "towns/puerto-claro/profile.yaml"
OTHER = Path(__file__).parent / "taiwan.yaml"


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)


SPAIN = Profile.model_validate(read(TOWN))
TAIWAN = Profile.model_validate(read(OTHER))
