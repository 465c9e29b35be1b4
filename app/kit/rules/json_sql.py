"""Parts of JSON values in the SQL of both databases: a text, a number, a flag, a list, rows.

Each is null, or false, where the value is missing or of another type. Paths are ids of fields (letters, digits and
underscores, checked when a rule is read), so they stand in the SQL as they are; values are bound.
"""

from typing import Any

from sqlalchemy import Boolean, ColumnElement, Numeric, String
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine

from app.kit.rules.tree import DIGITS


class _Part(FunctionElement[Any]):
    """One place inside a JSON document; `path` is empty for the document itself."""

    inherit_cache = False

    def __init__(self, document: ColumnElement[Any], path: tuple[str, ...], *more: ColumnElement[Any]) -> None:
        self.path = path
        super().__init__(document, *more)

    def sqlite(self, compiler: SQLCompiler) -> tuple[str, str]:
        """The document and the path, as the json functions of SQLite take them."""
        return compiler.process(next(iter(self.clauses))), "'$" + "".join(f".{part}" for part in self.path) + "'"

    def postgresql(self, compiler: SQLCompiler) -> str:
        """The part as jsonb."""
        document = f"CAST({compiler.process(next(iter(self.clauses)))} AS jsonb)"
        return f"({document} #> '{{{','.join(self.path)}}}')" if self.path else document


class Text(_Part):
    inherit_cache = False
    name = "rule_text"
    type: TypeEngine[Any] = String()

    def __init__(self, document: ColumnElement[Any], path: tuple[str, ...], is_date: bool = False) -> None:
        self.is_date = is_date
        super().__init__(document, path)


class Number(Text):
    inherit_cache = False
    name = "rule_number"
    type = Numeric()


class Flag(Text):
    inherit_cache = False
    name = "rule_flag"


class Present(_Part):
    inherit_cache = False
    name = "rule_present"
    type = Boolean()


class Listed(_Part):
    inherit_cache = False
    name = "rule_listed"
    type = Boolean()


class Rows(_Part):
    inherit_cache = False
    name = "rule_rows"
    type = Boolean()

    def __init__(
        self, document: ColumnElement[Any], path: tuple[str, ...], row: str, inner: ColumnElement[bool]
    ) -> None:
        self.row = row
        super().__init__(document, path, inner)


@compiles(Text, "sqlite")
def _(part: Text, compiler: SQLCompiler, **_kw: Any) -> str:
    document, path = part.sqlite(compiler)
    text = f"json_extract({document}, {path})"
    day = f" AND {text} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'" if part.is_date else f" AND {text} <> ''"
    return f"CASE WHEN json_type({document}, {path}) = 'text'{day} THEN {text} END"


@compiles(Text, "postgresql")
def _(part: Text, compiler: SQLCompiler, **_kw: Any) -> str:
    value = part.postgresql(compiler)
    text = f"({value} #>> '{{}}')"
    day = f" AND {text} ~ '^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}$'" if part.is_date else f" AND {text} <> ''"
    return f"(CASE WHEN jsonb_typeof({value}) = 'string'{day} THEN {text} END COLLATE \"C\")"


@compiles(Number, "sqlite")
def _(part: Number, compiler: SQLCompiler, **_kw: Any) -> str:
    document, path = part.sqlite(compiler)
    text = f"json_extract({document}, {path})"
    digits = f"replace(replace({text}, '-', ''), '.', '')"
    shape = (
        f"({text} GLOB '[0-9]*' OR {text} GLOB '-[0-9]*') AND {text} NOT GLOB '*[^-.0-9]*'"
        f" AND {text} NOT GLOB '*.*.*' AND {text} NOT GLOB '?*-*' AND {text} NOT GLOB '*.'"
        f" AND length({digits}) <= {DIGITS}"
    )
    return f"CASE WHEN json_type({document}, {path}) = 'text' AND {shape} THEN CAST({text} AS NUMERIC) END"


@compiles(Number, "postgresql")
def _(part: Number, compiler: SQLCompiler, **_kw: Any) -> str:
    value = part.postgresql(compiler)
    text = f"({value} #>> '{{}}')"
    shape = f"{text} ~ '^-?[0-9]+([.][0-9]+)?$' AND length(translate({text}, '-.', '')) <= {DIGITS}"
    return f"CASE WHEN jsonb_typeof({value}) = 'string' AND {shape} THEN CAST({text} AS numeric) END"


@compiles(Flag, "sqlite")
def _(part: Flag, compiler: SQLCompiler, **_kw: Any) -> str:
    document, path = part.sqlite(compiler)
    kind = f"json_type({document}, {path})"
    return f"CASE WHEN {kind} IN ('true', 'false') THEN {kind} END"


@compiles(Flag, "postgresql")
def _(part: Flag, compiler: SQLCompiler, **_kw: Any) -> str:
    value = part.postgresql(compiler)
    return f"CASE WHEN jsonb_typeof({value}) = 'boolean' THEN ({value} #>> '{{}}') END"


@compiles(Present, "sqlite")
def _(part: Present, compiler: SQLCompiler, **_kw: Any) -> str:
    document, path = part.sqlite(compiler)
    text = f"json_extract({document}, {path})"
    empty = f"json_type({document}, {path}) IN ('text', 'array', 'object') AND {text} IN ('', '[]', '{{}}')"
    # A text that spells "[]" is no empty list: only lists and objects come back as their JSON.
    literal = f"json_type({document}, {path}) = 'text' AND {text} <> ''"
    return f"({text} IS NOT NULL AND ({literal} OR NOT ({empty})))"


@compiles(Present, "postgresql")
def _(part: Present, compiler: SQLCompiler, **_kw: Any) -> str:
    value = part.postgresql(compiler)
    return f"""({value} NOT IN ('null'::jsonb, '""'::jsonb, '[]'::jsonb, '{{}}'::jsonb))"""


@compiles(Listed, "sqlite")
def _(part: Listed, compiler: SQLCompiler, **_kw: Any) -> str:
    document, path = part.sqlite(compiler)
    wanted = compiler.process(list(part.clauses)[1])
    one = f"SELECT 1 FROM json_each({document}, {path}) AS one WHERE one.type = 'text' AND one.value = {wanted}"  # noqa: S608
    return f"(json_type({document}, {path}) = 'array' AND EXISTS ({one}))"


@compiles(Listed, "postgresql")
def _(part: Listed, compiler: SQLCompiler, **_kw: Any) -> str:
    value = part.postgresql(compiler)
    wanted = compiler.process(list(part.clauses)[1])
    return f"(jsonb_typeof({value}) = 'array' AND {value} @> to_jsonb(CAST({wanted} AS text)))"


@compiles(Rows, "sqlite")
def _(part: Rows, compiler: SQLCompiler, **_kw: Any) -> str:
    document, path = part.sqlite(compiler)
    inner = compiler.process(list(part.clauses)[1])
    rows = f"SELECT 1 FROM json_each({document}, {path}) AS {part.row} WHERE {part.row}.type = 'object' AND ({inner})"  # noqa: S608
    return f"(json_type({document}, {path}) = 'array' AND EXISTS ({rows}))"


@compiles(Rows, "postgresql")
def _(part: Rows, compiler: SQLCompiler, **_kw: Any) -> str:
    value = part.postgresql(compiler)
    inner = compiler.process(list(part.clauses)[1])
    rows = f"jsonb_array_elements(CASE WHEN jsonb_typeof({value}) = 'array' THEN {value} ELSE '[]'::jsonb END)"
    wanted = f"jsonb_typeof({part.row}.value) = 'object' AND ({inner})"
    return f"EXISTS (SELECT 1 FROM {rows} AS {part.row}(value) WHERE {wanted})"  # noqa: S608
