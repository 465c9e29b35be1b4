"""Rules: one tree for branching, guards and segments, two-valued everywhere.

`{all: [...]}`, `{any: [...]}`, `{not: rule}`, `{some: group, where: rule}`, `{field, op, value}`, or the name of
another rule. A missing value makes every comparison false. The same tree runs here, as SQL (`rules_sql`) and on the
device (`static/js/rules.js`); `tests/kit/rules/vectors.json` holds the three together.
"""

from app.kit.rules.holding import evaluate, is_missing, look_up
from app.kit.rules.looking import as_json, fields, fields_negated, fields_present, parts
from app.kit.rules.reading import compile_rule, compile_rules
from app.kit.rules.tree import Kind, Rule, RuleError

__all__ = [
    "Kind",
    "Rule",
    "RuleError",
    "as_json",
    "compile_rule",
    "compile_rules",
    "evaluate",
    "fields",
    "fields_negated",
    "fields_present",
    "is_missing",
    "look_up",
    "parts",
]
