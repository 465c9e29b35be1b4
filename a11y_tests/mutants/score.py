"""How many mutants were found: in all, by kind, by criterion, and which were not."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from ..criteria import criteria
from .mutant import KINDS
from .statistics import wilson
from .trial import Outcome


def counted(outcomes: Sequence[Outcome]) -> list[Outcome]:
    """Without those that nobody would notice."""
    return [outcome for outcome in outcomes if not outcome.unnoticed]


def missed(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [outcome for outcome in counted(outcomes) if outcome.by is None]


def share_found(outcomes: Sequence[Outcome]) -> float:
    real = counted(outcomes)
    return sum(outcome.by is not None for outcome in real) / max(len(real), 1)


def share(outcomes: Sequence[Outcome]) -> str:
    """29 of 30, 97 % (95 % sure: 83 to 99 %)"""
    hits, tries = sum(outcome.by is not None for outcome in outcomes), len(outcomes)
    low, high = wilson(hits, tries)
    percent = f"{min(hits / tries, 1 if hits == tries else 0.99):.0%}" if tries else "none tried"
    return f"{hits} of {tries}, {percent} (95 % sure: {low * 100:.0f} to {high * 100:.0f} %)"


def parted(outcomes: Sequence[Outcome], key: Callable[[Outcome], str]) -> dict[str, list[Outcome]]:
    parts: defaultdict[str, list[Outcome]] = defaultdict(list)
    for outcome in outcomes:
        parts[key(outcome)].append(outcome)
    return parts


def lines(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """For a terminal: the shares, and each one that was missed with what was seen of it."""
    outcomes = counted(outcomes)
    by_kind = parted(outcomes, lambda outcome: outcome.mutant.kind)
    by_criterion = parted(outcomes, lambda outcome: outcome.mutant.criterion)
    yield f"found: {share(outcomes)}"
    yield "by kind: " + "; ".join(f"{kind} {share(by_kind[kind])}" for kind in KINDS if kind in by_kind)
    short = [f"{number} {sum(o.by is not None for o in by_criterion[number])}/{len(by_criterion[number])}"
             for number in criteria() if number in by_criterion]  # fmt: skip
    yield "by criterion: " + ", ".join(short)
    for outcome in missed(outcomes):
        yield f"missed: {outcome.mutant.id}, {outcome.mutant.criterion}, on {outcome.mutant.page}: {outcome.why}"


def document(tried: Sequence[Outcome], seed: str) -> str:
    """The same for the files of proofs, in full."""
    outcomes = counted(tried)
    by_kind = parted(outcomes, lambda outcome: outcome.mutant.kind)
    by_criterion = parted(outcomes, lambda outcome: outcome.mutant.criterion)
    text = [
        "# What the gate finds of barriers that were planted",
        "",
        f"Operators chose by the seed {seed}. Found: {share(outcomes)}.",
        "",
    ]
    text += ["| kind of barrier | found |", "|---|---|"]
    text += [f"| {kind} | {share(by_kind[kind])} |" for kind in KINDS if kind in by_kind]
    text += ["", "| criterion | level | found | by |", "|---|---|---|---|"]
    for number, criterion in criteria().items():
        if number in by_criterion:
            checks = sorted({outcome.by.check for outcome in by_criterion[number] if outcome.by})
            name = f"{number} {criterion.name['en']}"
            text.append(f"| {name} | {criterion.level} | {share(by_criterion[number])} | {', '.join(checks)} |")
    text += ["", f"## Missed: {len(missed(tried))}", ""]
    for outcome in missed(tried):
        mutant = outcome.mutant
        text.append(
            f"- **{mutant.id}** ({mutant.criterion}, {mutant.kind}, {mutant.page}). {mutant.says} {outcome.why}"
        )
    same = [outcome.mutant for outcome in tried if outcome.unnoticed]
    text += ["", f"## Nobody would notice: {len(same)}", ""]
    text += ["Mutants that change neither what is drawn nor what is told to assistive technology; they do not count."]
    text += ["", *(f"- {mutant.id}, {mutant.page}" for mutant in same)]
    return "\n".join(text) + "\n"
