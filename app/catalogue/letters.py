"""Letters of a package: sandboxed Jinja over declared variables, sentences by {{ t('letter.name.key') }}."""

from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import StrictUndefined, TemplateSyntaxError, meta, nodes
from jinja2.sandbox import SandboxedEnvironment

from app.catalogue.problems import Problem
from app.catalogue.source import Source

OFFERED = frozenset({"t", "lang", "dir", "locale", "town", "department"})
"""What every letter may use without declaring it; `t(key, **values)` gives a sentence of the package."""


_SANDBOX = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


@dataclass(frozen=True)
class Use:
    """A name a letter uses (`owner.name`), or a text key it asks for with these values."""

    name: str
    line: int
    values: frozenset[str] = frozenset()


@dataclass(frozen=True)
class LetterSource:
    """One letters/<name>.html: its template and what it uses."""

    name: str
    file: str
    template: str
    variables: tuple[Use, ...]
    keys: tuple[Use, ...]


def read_letters(source: Source, problems: list[Problem]) -> dict[str, LetterSource]:
    letters = {}
    for path in source.ending(".html", "letters"):
        name = path.removeprefix("letters/").removesuffix(".html")
        letter = _read(source, path, name, problems)
        if letter:
            letters[name] = letter
    return letters


def _read(source: Source, path: str, name: str, problems: list[Problem]) -> LetterSource | None:
    file = source.name(path)
    try:
        template = source.files[path].decode("utf-8")
        _SANDBOX.from_string(template)  # an unknown filter shows only here
        tree = _SANDBOX.parse(template)
        roots = meta.find_undeclared_variables(tree)
    except UnicodeDecodeError:
        problems.append(Problem(file, 1, "This file is not UTF-8. Save it as UTF-8."))
        return None
    except TemplateSyntaxError as problem:
        problems.append(
            Problem(file, problem.lineno, f"The template cannot be read: {problem.message}. Mend the line.")
        )
        return None
    for node in tree.find_all((nodes.Include, nodes.Extends, nodes.Import, nodes.FromImport)):
        problems.append(Problem(file, node.lineno, "A letter stands alone. Remove the include, import or extends."))
    keys = tuple(_keys(tree, file, problems))
    variables = tuple(use for use in _chains(tree) if use.name.split(".")[0] in roots - {"t"})
    return LetterSource(name, file, template, variables, keys)


def _keys(tree: nodes.Template, file: str, problems: list[Problem]) -> Iterator[Use]:
    for call in tree.find_all(nodes.Call):
        if not isinstance(call.node, nodes.Name) or call.node.name != "t":
            continue
        key = call.args[0] if call.args else None
        if isinstance(key, nodes.Const) and isinstance(key.value, str):
            yield Use(key.value, call.lineno, frozenset(value.key for value in call.kwargs))
        else:
            problems.append(Problem(file, call.lineno, "Name the sentence by its key: t('letter.name.key')."))


def _chains(node: nodes.Node) -> Iterator[Use]:
    """Every name with the parts asked of it: `owner.name`, not `owner` as well."""
    chain = _chain(node)
    if chain:
        yield Use(chain, node.lineno)
        return
    for child in node.iter_child_nodes():
        yield from _chains(child)


def _chain(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return str(node.name) if node.ctx == "load" else ""
    if isinstance(node, nodes.Getattr):
        before = _chain(node.node)
        return f"{before}.{node.attr}" if before else ""
    if isinstance(node, nodes.Getitem) and isinstance(node.arg, nodes.Const):
        before = _chain(node.node)
        return f"{before}.{node.arg.value}" if before else ""
    return ""
