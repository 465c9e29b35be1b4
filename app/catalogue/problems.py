"""What is wrong in a town folder or a package: file, line, and what to do."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One finding. `line` counts from 1; 0 when the whole file (or its absence) is meant."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.message}"


class Broken(Exception):
    """A folder that cannot be imported; carries every problem, not the first only."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(set(problems))
        super().__init__("\n".join(map(str, self.problems)))
