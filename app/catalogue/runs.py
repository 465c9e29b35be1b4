"""Recorded runs: a package's own tests, and the demo town's history. Read here, played by wiring in a scratch town."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, StringConstraints

from app.catalogue.marked import Marked, read_yaml
from app.catalogue.problems import Problem
from app.catalogue.source import Source
from app.catalogue.typed import Strict, typed

Shift = Annotated[str, StringConstraints(pattern=r"^-?P(\d+[YMWD])*(T(\d+[HMS])+)?$")]


class Sender(Strict):
    """Who sends it (a key of people.yaml; absent: a guest), how long before today, by which channel, for whom."""

    person: str | None = None
    at: Shift = "P0D"
    via: str = "web"
    locale: str | None = None
    acting_for: str | None = Field(default=None, alias="for")


class RunFile(Strict):
    """runs/<name>.yaml. A step of `then` is {state: ...}, {act: ..., by: ...} or {wait: ...}."""

    demo: bool = False
    as_: Sender = Field(alias="as")
    answers: dict[str, Any] = {}
    then: tuple[dict[str, Any], ...] = ()
    told: tuple[str, ...] | None = None


class Run(Strict):
    """A recorded run with its name and place."""

    name: str
    file: str
    script: RunFile
    samples: Mapping[str, bytes]


def read_runs(source: Source, problems: list[Problem]) -> dict[str, tuple[Run, Marked]]:
    """The runs of a package by name, each with the marks of its file."""
    prefix = "samples/"
    samples = {name.removeprefix(prefix): data for name, data in source.files.items() if name.startswith(prefix)}
    runs = {}
    for path in source.ending(".yaml", "runs"):
        marked = read_yaml(source, path, problems)
        script = typed(RunFile, marked, problems)
        if marked and script:
            name = path.removeprefix("runs/").removesuffix(".yaml")
            runs[name] = (Run(name=name, file=marked.file, script=script, samples=samples), marked)
    return runs
