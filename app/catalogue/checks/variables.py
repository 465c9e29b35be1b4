"""What sentences and letters may name in braces."""

from app.catalogue.package import Package

SERVICE_KEYS = ("name", "summary", "who", "need", "how_long", "cost", "after", "other_ways")

MESSAGE = frozenset(
    {
        "reference",
        "service",
        "town",
        "department",
        "name",
        "state",
        "due",
        "until",
        "link",
        "code",
        "sent",
        "decided",
        "agreed",
    }
)
"""What `cases` gives to every message: the case, its dates, where to find it. Never an answer that identifies."""

MEANING = frozenset({"agreed"})
"""What a state of a case that goes on may name: the day that was chosen in the form, as a sentence."""

LETTER = frozenset(
    {
        "reference",
        "service",
        "town",
        "department",
        "sent",
        "decided",
        "due",
        "reasons",
        "conditions",
        "remedy",
        "code",
        "fee",
    }
)
"""What `cases` gives to every letter that declares it, beside the answers."""

TOLD = frozenset({"date", "time", "month", "choice", "choices", "number", "money", "yes_no"})
"""Field types whose answers a message may name, if they have no `basis`: those with one identify somebody."""


def for_message(package: Package) -> frozenset[str]:
    """What a message may name: what cases give, and answers that everybody gave."""
    always = {step.ask for step in package.form.steps if step.when is None}
    rounds = frozenset({"rounds"} if package.calendar else ())
    fields = (package.form.fields[id] for id in always & package.form.fields.keys())
    return MESSAGE | rounds | {each.id for each in fields if each.type in TOLD and not each.basis and not each.optional}


def for_letter(package: Package) -> frozenset[str]:
    """The roots a letter may declare: fields of the form, and what cases gives."""
    return LETTER | package.form.fields.keys()
