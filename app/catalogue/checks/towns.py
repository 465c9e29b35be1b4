"""The town's own part: ids that meet, and a sentence for each of them."""

from collections.abc import Iterator, Mapping

from app.catalogue.checks.owed import Needed, check_owed
from app.catalogue.facts import TownFacts
from app.catalogue.loading import TownFolder
from app.catalogue.marked import Marked, Path
from app.catalogue.problems import Problem

OWED = ("data-protection", "accessibility", "contact")
PROFILE = ("working_days", "term", "correction", "hearing", "prove", "recall", "silence", "retention", "appeal")
OF_OFFICES = ("access", "getting_there", "text_contact", "words")
"""What an office may say of itself."""
OPEN = ("access_need.",)
"""Words that other rooms choose from by what the record of people says."""


def check_town_part(folder: TownFolder) -> Iterator[Problem]:
    facts = folder.facts
    if facts is None:
        return
    yield from _ids(folder, facts)
    for name in PROFILE:
        if not isinstance(folder.profile.data, dict) or name not in folder.profile.data:
            yield Problem(folder.profile.file, 0, f"“{name}” is missing. Say what the law says here.")
    needed, places_of = _town_keys(folder, facts)
    yield from check_owed(folder.sentences, needed, {}, _optional(folder, facts), OPEN)
    needed, places_of = _phrase_keys(folder)
    yield from check_owed(folder.phrase_sentences, needed, places_of, frozenset(), OPEN)


def _ids(folder: TownFolder, facts: TownFacts) -> Iterator[Problem]:
    mark = folder.marked.problem
    departments = {department.id for department in facts.departments}
    services = {loaded.id for loaded in folder.packages}
    for locale, name in ((facts.official, "official"), (facts.source, "source")):
        if locale not in facts.locales:
            yield mark((name,), f"“{locale}” is not among the locales. Add it, or name one of them.")
    there = folder.ids("office")  # one whose file cannot be read is said once, where it is wrong
    for number, department in enumerate(facts.departments):
        if department.office and department.office not in there:
            yield mark(("departments", number), f"There is no office “{department.office}”. Add offices/*.yaml for it.")
    for number, office in enumerate(facts.offices):
        if office not in there:
            yield mark(("offices", number), f"There is no office “{office}”. Add offices/*.yaml for it.")
    for id, (each, marked) in folder.offices.items():
        if id not in facts.offices:
            yield marked.problem(("id",), f"town.yaml does not list the office “{id}”. Add it to `offices`.")
        yield from _unknown(marked, ("departments",), each.departments, departments, "department")
    if facts.barriers and facts.barriers not in departments:
        words = f"There is no department “{facts.barriers}”. Name one of: {', '.join(sorted(departments))}."
        yield mark(("barriers",), words)
    for page in OWED:
        if page not in facts.pages:
            yield mark(("pages",), f"Every town owes the page “{page}”. Add it to `pages`.")
    yield from _unknown(folder.marked, ("services",), facts.services, services, "service")
    yield from _said(folder)
    for number, phrase in enumerate(folder.phrases.phrases):
        if phrase.services != "any":
            path: Path = ("phrases", number, "services")
            yield from _unknown(folder.phrases_marked, path, phrase.services, services, "service")


def _unknown(marked: Marked, path: Path, named: tuple[str, ...], known: set[str], what: str) -> Iterator[Problem]:
    for name in named:
        if name not in known:
            yield marked.problem(path, f"There is no {what} “{name}”. Name one of: {', '.join(sorted(known))}.")


def _town_keys(folder: TownFolder, facts: TownFacts) -> tuple[Needed, Mapping[str, frozenset[str]]]:
    file, line = folder.marked.file, folder.marked.line
    keys = {f"town.{part}": (file, 1) for part in ("name", "address", "hours")}
    for number, department in enumerate(facts.departments):
        keys[f"department.{department.id}.name"] = (file, line(("departments", number)))
    for id, (_, marked) in folder.offices.items():
        keys.update({f"office.{id}.{part}": (marked.file, 1) for part in ("name", "address", "hours")})
    for slug in facts.pages:
        keys.update({f"page.{slug}.{part}": (file, line(("pages",))) for part in ("title", "body")})
    for way in facts.ways:
        keys.update({f"ways.{way}.{part}": (file, line(("ways",))) for part in ("title", "body")})
    return keys, {}


def _optional(folder: TownFolder, facts: TownFacts) -> frozenset[str]:
    """Keys the town may have: how to get in, holidays by name, the law that its statement of accessibility names, what
    people search for a page by."""
    keys = {"page.accessibility.law", *(f"page.{slug}.words" for slug in facts.pages)}
    keys |= {f"office.{id}.{part}" for id in folder.offices for part in OF_OFFICES}
    unread = folder.ids("office") - folder.offices.keys()
    keys |= {f"office.{id}.{part}" for id in unread for part in ("name", "address", "hours", *OF_OFFICES)}
    data = folder.profile.data if isinstance(folder.profile.data, dict) else {}
    for holiday in data.get("holidays", ()):
        if isinstance(holiday, dict):
            keys.add(f"holiday.{holiday.get('name')}")
    return frozenset(keys)


def _said(folder: TownFolder) -> Iterator[Problem]:
    """Phrases that a decision always has, and that the town does not have for this service."""
    for loaded in folder.packages:
        if loaded.package is None:
            continue
        for number, way in enumerate(loaded.package.workflow.transitions):
            for phrase in way.says:
                if not any(
                    known.id == phrase and (known.services == "any" or loaded.package.id in known.services)
                    for known in folder.phrases.phrases
                ):
                    words = f"phrases.yaml has no “{phrase}” for this service. Add it there, or mend the spelling."
                    yield loaded.marked.problem(("workflow", "transitions", number, "says"), words)


def _phrase_keys(folder: TownFolder) -> tuple[Needed, Mapping[str, frozenset[str]]]:
    file, line = folder.phrases_marked.file, folder.phrases_marked.line
    keys: dict[str, tuple[str, int]] = {}
    allowed: dict[str, frozenset[str]] = {}
    for number, phrase in enumerate(folder.phrases.phrases):
        at, key = (file, line(("phrases", number))), f"phrase.{phrase.id}"
        keys[key] = keys[f"{key}.label"] = at
        keys.update({f"{key}.slot.{slot}": at for slot in phrase.slots})
        allowed[key] = frozenset(phrase.slots)
    for number, remedy in enumerate(folder.phrases.remedies):
        key = f"decision.remedy.{remedy.id}"
        keys[key], allowed[key] = (file, line(("remedies", number))), frozenset(remedy.slots)
    if folder.phrases.remedies:
        body = folder.profile.data.get("appeal", {}).get("body") if isinstance(folder.profile.data, dict) else None
        keys["decision.remedy.title"] = keys["decision.official_language"] = (file, 1)
        keys.update({f"decision.remedy.body.{body}": (folder.profile.file, 1)} if body else {})
    return keys, allowed
