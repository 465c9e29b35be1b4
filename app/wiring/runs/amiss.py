"""What a run can meet that it did not expect."""

from app.catalogue.marked import Path


class Amiss(Exception):
    """The run does not go as it is written. `path` leads to the line of its file; the message says what to do."""

    def __init__(self, path: Path, message: str) -> None:
        super().__init__(message)
        self.path, self.message = path, message
