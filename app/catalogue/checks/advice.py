"""What the rules would do at the desk: ways and rules that exist, and what only they may ask of the register."""

from collections.abc import Iterator

from app.catalogue.loading import LoadedPackage
from app.catalogue.package import Package
from app.catalogue.problems import Problem
from app.catalogue.registered import REGISTER, REGISTERED
from app.kit.rules import compile_rules, fields


def check_advice(loaded: LoadedPackage, package: Package) -> Iterator[Problem]:
    mark, flow = loaded.marked.problem, package.workflow
    pressed = [way.id for way in flow.transitions if way.by in flow.functions]
    for number, advice in enumerate(package.advice):
        if advice.to not in pressed:
            names = ", ".join(pressed) or "nothing: nobody at the desk presses anything here"
            yield mark(("advice", number, "to"), f"Staff presses no transition “{advice.to}”. Name one of: {names}.")
        if advice.when not in package.rules:
            yield mark(("advice", number, "when"), f"There is no rule “{advice.when}”. Add it to `rules`.")
    yield from _asks_the_register(loaded, package)


def _asks_the_register(loaded: LoadedPackage, package: Package) -> Iterator[Problem]:
    """A case is moved, and a fee waived, by what the person said alone: she can see and change that."""
    good, _ = compile_rules(package.rules, {**package.form.kinds(), **REGISTERED})
    asking = {name for name, rule in good.items() if any(each.partition(".")[0] == REGISTER for each in fields(rule))}
    words = "“{name}” asks the register. Only rules of `advice` may: a person decides then."
    for number, way in enumerate(package.workflow.transitions):
        if way.auto in asking:
            yield loaded.marked.problem(("workflow", "transitions", number, "auto"), words.format(name=way.auto))
    if package.fee and package.fee.free_when in asking:
        yield loaded.marked.problem(("fee", "free_when"), words.format(name=package.fee.free_when))
