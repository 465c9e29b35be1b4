"""YAML with the line of everything in it, so that an error can say where it is.

Read over PyYAML's BaseLoader: every scalar stays a string (a plain load turns the key `on` into True).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

import yaml

from app.catalogue.problems import Problem
from app.catalogue.source import Source

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Marked:
    """What a YAML file says, and on which line it says it."""

    file: str
    data: Any
    lines: Mapping[Path, int] = field(default_factory=dict)

    def line(self, path: Path) -> int:
        """The line of a path, or of the nearest thing above it. Steps the file does not know are skipped: a
        checker's path may name the type it chose (`fields.kind.choice.options`)."""
        known: Path = ()
        for step in path:
            longer = (*known, step)
            if longer in self.lines:
                known = longer
        return self.lines.get(known, 1)

    def problem(self, path: Path, message: str) -> Problem:
        return Problem(self.file, self.line(path), message)


# libyaml takes a tenth of the time.
QUICK = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
DEEPEST = 100
MENDING = {
    "mapping values are not allowed": "Look at the spaces at its beginning, or put words with a colon between quotes",
    "could not find expected ':'": "Put a colon and a space behind the key, or indent the line",
    "expected ',' or": "Close the brackets, and put commas between what stands in them",
    "cannot start any token": "Use spaces in place of a tab, or put the words between quotes",
    "unexpected end of stream": "Close the quotes that were opened",
    "expected <block end>": "Begin the line under the ones that it belongs to",
}
"""What mostly helps, by what the reader of YAML complains of."""


def _compose(text: str) -> yaml.Node | None:
    try:
        return _checked(text, QUICK)
    except yaml.YAMLError:
        return _checked(text, yaml.BaseLoader)  # which says in better words what is wrong, and where


def _checked(text: str, loader: type[yaml.BaseLoader]) -> yaml.Node | None:
    """Neither deep nor with aliases: a file of a few lines could otherwise grow without end."""
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        mark: Any = event.start_mark
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if isinstance(event, yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem="an alias (*) is not allowed here", problem_mark=mark)
        if depth > DEEPEST:
            problem = f"more than {DEEPEST} levels lie in one another"
            raise yaml.MarkedYAMLError(problem=problem, problem_mark=mark)
    return yaml.compose(text, Loader=loader)


def read_yaml(source: Source, name: str, problems: list[Problem]) -> Marked | None:
    """A YAML file of a source; None (and a problem) when it is missing or cannot be read."""
    file = source.name(name)
    if name not in source.files:
        problems.append(Problem(file, 0, "This file is missing. Add it."))
        return None
    try:
        text = source.files[name].decode("utf-8")
        node = _compose(text)
    except UnicodeDecodeError as problem:
        line = source.files[name][: problem.start].count(b"\n") + 1
        problems.append(Problem(file, line, "This line is not UTF-8. Save the file as UTF-8."))
        return None
    except yaml.MarkedYAMLError as problem:
        mark = problem.problem_mark or problem.context_mark
        line = mark.line + 1 if mark else 1
        said = problem.problem or problem.context or ""
        todo = next((words for part, words in MENDING.items() if part in said), "Mend the line")
        problems.append(Problem(file, line, f"This is not YAML: {said}. {todo}."))
        return None
    except yaml.YAMLError as problem:
        problems.append(Problem(file, 1, f"This is not YAML: {str(problem).splitlines()[0]}. Mend the file."))
        return None
    if node is None:
        return Marked(file, {})
    lines: dict[Path, int] = {}
    data = _build(node, (), lines, file, problems)
    return Marked(file, data, lines)


def _build(node: yaml.Node, path: Path, lines: dict[Path, int], file: str, problems: list[Problem]) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, yaml.MappingNode):
        return dict(_pairs(node, path, lines, file, problems))
    if isinstance(node, yaml.SequenceNode):
        return [_build(item, (*path, index), lines, file, problems) for index, item in enumerate(node.value)]
    return node.value


def _pairs(
    node: yaml.MappingNode, path: Path, lines: dict[Path, int], file: str, problems: list[Problem]
) -> Iterator[tuple[str, Any]]:
    seen: set[str] = set()
    for key, value in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key, yaml.ScalarNode):
            problems.append(Problem(file, line, "A key must be one word. Mend the line."))
            continue
        if key.value in seen:
            problems.append(Problem(file, line, f"“{key.value}” stands here twice. Remove one of the two."))
            continue
        seen.add(key.value)
        lines[(*path, key.value)] = line
        yield key.value, _build(value, (*path, key.value), lines, file, problems)
