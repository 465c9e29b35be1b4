"""axe-core with every rule it has: A to AAA, best practice, experimental.

What axe cannot decide ("incomplete") is answered by a check of our own or listed with a reason, both in
incomplete.toml; anything else is a finding too, so that nothing stays undecided in silence.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

from axe_selenium_python import Axe  # type: ignore[import-untyped]

from ..finding import SEVERITIES, Finding, Severity
from ..view import View

LIST = Path(__file__).parent.parent / "incomplete.toml"
# Half of the time goes into these, which ask how a part is drawn or only list what is hidden. Where everything has been
# seen before, drawn so, they have nothing to add; and our own checks of the same look at each page.
DRAWN = {
    *("color-contrast", "color-contrast-enhanced", "css-orientation-lock"),
    *("link-in-text-block", "target-size", "hidden-content"),
}
OURS = "return Boolean(window.axe && axe.gate)"
# axe measures the room around the piece of a link that is left beside another, be it the space after a drawing. WCAG
# 2.5.8 draws a circle of 24 px on the middle of the whole.
ROOM = """
const el = document.querySelector(arguments[0]);
if (!el) return false;
const middle = box => [box.x + box.width / 2, box.y + box.height / 2], own = middle(el.getBoundingClientRect());
return [...document.querySelectorAll("a[href], button, input, select, textarea, summary, label, [role], [tabindex]")]
  .filter(other => !other.contains(el) && !el.contains(other) && other.checkVisibility({ visibilityProperty: true }))
  .map(other => other.getBoundingClientRect()).filter(box => box.width && box.height).every(box => {
    const [x, y] = [0, 1].map(i => Math.max([box.left, box.top][i] - own[i], 0, own[i] - [box.right, box.bottom][i]));
    const small = Math.min(box.width, box.height) < 24, [a, b] = middle(box);
    return Math.hypot(x, y) >= 12 && (!small || Math.hypot(a - own[0], b - own[1]) >= 24);
  });
"""
RULES = "return axe.getRules().filter(r => !r.tags.includes('deprecated')).map(r => r.ruleId)"


@cache
def answered() -> dict[str, dict[str, Any]]:
    return tomllib.loads(LIST.read_text(encoding="utf8"))


def check(view: View) -> Iterator[Finding]:
    axe = Axe(view.line, script_url=str(view.axe))  # the line takes scripts like a driver, in a tenth of the time
    if not view.line.run(OURS):  # the same document in another state has it already
        axe.inject()
        view.line.run("axe.gate = true")
    rules = {rule: {"enabled": view.fresh or rule not in DRAWN} for rule in view.line.run(RULES)}
    # A dictionary would become Python's True in the script, which is no JavaScript.
    options = {"rules": rules, "resultTypes": ["violations", "incomplete"], "preload": view.fresh}
    answer = axe.run(options=json.dumps(options))
    for rule in answer["violations"]:
        for node in rule["nodes"]:
            if rule["id"] == "target-size" and view.line.run(ROOM, target(node)):
                continue
            yield found(view, rule, node, rule["help"], severity(rule))
    for rule in answer["incomplete"]:
        if rule["id"] in answered():
            continue
        for node in rule["nodes"]:
            yield found(view, rule, node, "axe cannot decide, and incomplete.toml has no answer", "moderate")


def found(view: View, rule: dict[str, Any], node: dict[str, Any], what: str, severity: Severity) -> Finding:
    message = f"{rule['id']}: {what}: {why(node)}"
    return replace(view.found("axe", criterion(rule), target(node), message, severity), rule=rule["helpUrl"])


def why(node: dict[str, Any]) -> str:
    said = [part["message"] for kind in ("any", "all", "none") for part in node[kind]]
    return f"{' '.join(said)}\n{' '.join(node['html'].split())[:160]}"


def target(node: dict[str, Any]) -> str:
    return " ".join(part if isinstance(part, str) else " ".join(part) for part in node["target"])


def criterion(rule: dict[str, Any]) -> str:
    """wcag1411 means 1.4.11"""
    found = [re.fullmatch(r"wcag(\d)(\d)(\d+)", tag) for tag in rule["tags"]]
    return next((".".join(match.groups()) for match in found if match), "")


def severity(rule: dict[str, Any]) -> Severity:
    return next((known for known in SEVERITIES if known == rule.get("impact")), "moderate")
