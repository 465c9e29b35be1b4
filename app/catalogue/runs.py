"""Recorded runs: a package's own tests, and the demo town's history. Read here, played by wiring in a scratch town.

    as: {person: amina, at: -P40D}      # a key of people.yaml, absent: a guest; sent so long before today
    answers: {policy: [policy.pdf]}     # prefilled answers stay; files lie in samples/
    then:                               # one thing a line, in order
      - {state: vet}                    # the case is in this state now
      - {act: ask, by: clara, fields: [policy], reason: outdated}
      - {wait: P31D}
      - {act: back, by: amina, answers: {policy: [newer.pdf]}}      # `by` absent: the sender
      - {act: heard, message: I did not know.}                      # what the person says when she is heard
      - {assign: clara, by: samir}
      - {write: We have your drawings., by: clara}
      - {confirm: boris, says: 'no'}   # somebody who is named in the case says yes (absent) or no
      - {note: The file of 2019 is in the cellar., by: clara}
    told: [received, request]           # every message that went out, in order; absent: not looked at

What the office does on a free day it does at the same time of the next working day.
An answer is written as it is stored; `{today: P20D}` is a day counted from the day of sending, `{offered: 2}` the
second day that the form offers.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import ConfigDict, Discriminator, Field, StringConstraints, Tag

from app.catalogue.facts import Id
from app.catalogue.marked import Marked, read_yaml
from app.catalogue.problems import Problem
from app.catalogue.source import Source
from app.catalogue.typed import Strict, typed
from app.kit.durations import IsoDuration

Words = Annotated[str, StringConstraints(min_length=1, max_length=5000)]


class Sender(Strict):
    """Who sends it (a key of people.yaml; absent: a guest), how long before today, by which channel."""

    person: Id | None = None
    at: Annotated[IsoDuration, StringConstraints(pattern="^(-P|P0D$)")] = "P0D"
    via: Literal["web", "counter", "phone", "post"] = "web"
    locale: str | None = None


class Phrase(Strict):
    """A phrase by its id; everything else are the values of its slots."""

    model_config = ConfigDict(extra="allow")
    __pydantic_extra__: dict[str, str] = Field(init=False)

    id: Id


class Expect(Strict):
    state: Id


class Wait(Strict):
    wait: Annotated[IsoDuration, StringConstraints(pattern="^P")]


class Act(Strict):
    """A transition that somebody takes: a clerk with grounds, the person with answers or words. `details` are what a
    room that looks after the service asks for: of a barrier its component, criterion and release."""

    act: Id
    by: Id | None = None
    fields: tuple[Id, ...] = ()
    reason: Literal["", "missing", "wrong", "outdated"] = ""
    phrases: tuple[Phrase, ...] = ()
    conditions: tuple[Phrase, ...] = ()
    words: str = ""
    answers: dict[Id, Any] = {}
    message: str = ""
    details: dict[Id, str] = {}


class Assign(Strict):
    assign: Id
    by: Id


class Write(Strict):
    write: Words
    by: Id | None = None


class Note(Strict):
    note: Words
    by: Id


class Confirm(Strict):
    """Somebody who is named in the case says yes or no on her own page."""

    confirm: Id
    says: Literal["yes", "no"] = "yes"


KINDS = {"state": Expect, "wait": Wait, "act": Act, "assign": Assign, "write": Write, "note": Note, "confirm": Confirm}


def _kind(step: Any) -> str:
    """What a step is told by; one that has none of the words is taken for an act, whose name is then missing."""
    known = step if isinstance(step, Mapping) else vars(step)
    return next((kind for kind in KINDS if kind in known), "act")


Step = Annotated[
    Annotated[Expect, Tag("state")]
    | Annotated[Wait, Tag("wait")]
    | Annotated[Act, Tag("act")]
    | Annotated[Assign, Tag("assign")]
    | Annotated[Write, Tag("write")]
    | Annotated[Note, Tag("note")]
    | Annotated[Confirm, Tag("confirm")],
    Discriminator(_kind),
]


class RunFile(Strict):
    """runs/<name>.yaml."""

    demo: bool = False
    as_: Sender = Field(alias="as")
    answers: dict[Id, Any] = {}
    then: tuple[Step, ...] = ()
    told: tuple[Id, ...] | None = None


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
