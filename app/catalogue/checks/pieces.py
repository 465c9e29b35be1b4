"""Life events, articles, events and announcements: ids that meet, days to come, and a sentence for each key."""

import re
from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from app.catalogue.checks.owed import check_owed
from app.catalogue.checks.translations import check_translations
from app.catalogue.checks.wording import HEADING
from app.catalogue.facts import TownFacts
from app.catalogue.loading import TownFolder
from app.catalogue.problems import Problem
from app.catalogue.writing.facts import (
    Address,
    AnnouncementFacts,
    ArticleFacts,
    LifeEventFacts,
    LocalEventFacts,
)
from app.catalogue.writing.loading import LoadedPiece
from app.catalogue.writing.recurring import BadRule, dates, rule
from app.catalogue.writing.spans import span

PARTS = {
    "life_event": ("title", "summary", "words"),
    "article": ("title", "summary", "words", "body"),
    "event": ("title", "summary", "words", "body", "place", "access"),
    "announcement": ("title", "body"),
}
ASKED = re.compile(r"[?？؟]\s*$")


def check_pieces(folder: TownFolder, departments: frozenset[str], now: datetime) -> Iterator[Problem]:
    seen: dict[tuple[str, str], str] = {}
    for piece in folder.pieces:
        yield from check_translations(piece.sentences)
        if piece.facts is None:
            continue
        other = seen.setdefault((piece.kind, piece.id), piece.folder)
        if other != piece.folder:
            yield piece.marked.problem(("id",), f"“{piece.id}” is in the folder “{other}” too. Give one another id.")
        if piece.folder != piece.facts.slug:
            words = f"The folder is “{piece.folder}”, the id “{piece.id}”. Call the folder “{piece.facts.slug}”."
            yield piece.marked.problem(("id",), words)
        yield from _texts(piece)
        yield from _questions(piece)
        if folder.facts:
            yield from _facts(folder, piece, departments, now)
    yield from _named(folder)


def _texts(piece: LoadedPiece) -> Iterator[Problem]:
    file = piece.marked.file
    needed = {f"{piece.kind}.{part}": (file, 1) for part in PARTS[piece.kind]}
    optional: set[str] = set()
    if isinstance(piece.facts, LifeEventFacts):
        for number, step in enumerate(piece.facts.steps):
            at = (file, piece.marked.line(("steps", number)))
            needed.update({f"step.{step.id}.{part}": at for part in ("title", "when")})
            if step.service or step.article:
                optional.add(f"step.{step.id}.body")
            else:
                needed[f"step.{step.id}.body"] = at
    yield from check_owed(piece.sentences, needed, {}, frozenset(optional))


def _questions(piece: LoadedPiece) -> Iterator[Problem]:
    """What people look for are their own questions: an article's title is one, and so is each heading."""
    own = piece.sentences.own
    if piece.kind == "article" and "article.title" in own and not ASKED.search(own["article.title"]):
        yield piece.sentences.problem("article.title", "The title is no question. Write the one that people ask.")
    for key, sentence in own.items():
        for found in HEADING.finditer(sentence):
            if not ASKED.search(found[2]):
                words = f"The heading “{found[2]}” is no question. Write the one that people ask."
                yield piece.sentences.problem(key, words)


def _facts(folder: TownFolder, piece: LoadedPiece, departments: frozenset[str], now: datetime) -> Iterator[Problem]:
    mark, facts = piece.marked.problem, piece.facts
    if isinstance(facts, LifeEventFacts):
        seen: set[str] = set()
        for number, step in enumerate(facts.steps):
            if step.id in seen:
                yield mark(("steps", number, "id"), f"There is another step “{step.id}”. Give one another id.")
            seen.add(step.id)
            for kind, named in (("service", step.service), ("article", step.article)):
                if named:
                    yield from _known(folder, piece, ("steps", number, kind), kind, (named,))
    elif isinstance(facts, ArticleFacts):
        yield from _department(piece, facts.department, departments)
        if facts.exit and not facts.discreet:
            yield mark(
                ("exit",), "A page that people have to leave at once is kept by no browser. Add `discreet: true`."
            )
        yield from _known(folder, piece, ("life_events",), "life_event", facts.life_events)
        yield from _known(folder, piece, ("services",), "service", facts.services)
    elif isinstance(facts, LocalEventFacts):
        yield from _department(piece, facts.department, departments)
        if isinstance(facts.place, Address):
            yield from _streets(folder, piece, ("place", "street"), (facts.place.street,))
        else:
            yield from _known(folder, piece, ("place",), "office", (facts.place,))
        if facts.ends <= facts.starts:
            yield mark(("ends",), "The event ends before it starts. Change `starts` or `ends`.")
        else:
            yield from _to_come(folder.facts, piece, facts, now)
    elif isinstance(facts, AnnouncementFacts):
        if facts.streets != "all":
            yield from _streets(folder, piece, ("streets",), facts.streets)
        begins, until = span(facts, _zone(folder.facts), now)
        if until <= begins:
            yield mark(("until",), "The announcement ends before it begins. Change `from` or `until`.")


def _to_come(town: TownFacts | None, piece: LoadedPiece, facts: LocalEventFacts, now: datetime) -> Iterator[Problem]:
    zone = _zone(town)
    if facts.repeat:
        try:
            rule(facts, zone)
        except BadRule as bad:
            yield piece.marked.problem(("repeat",), f"{bad}.")
            return
    if next(dates(facts, zone, now), None) is None:
        words = "This event is over: it has no date to come. Change the dates, or remove the folder."
        yield piece.marked.problem(("repeat",) if facts.repeat else ("starts",), words)


def _named(folder: TownFolder) -> Iterator[Problem]:
    for loaded in folder.packages:
        for name in _missing(folder, "life_event", loaded.package.life_events if loaded.package else ()):
            yield loaded.marked.problem(("life_events",), _absent(folder, "life_event", name))
    if folder.facts:
        for path, kind, named in (
            ("featured", "service", folder.facts.featured),
            ("often", "service", folder.facts.often),
            ("life_events", "life_event", folder.facts.life_events),
        ):
            for name in _missing(folder, kind, named):
                yield folder.marked.problem((path,), _absent(folder, kind, name))


def _department(piece: LoadedPiece, named: str, departments: frozenset[str]) -> Iterator[Problem]:
    if named not in departments:
        words = f"There is no department “{named}”. Name one of: {', '.join(sorted(departments))}."
        yield piece.marked.problem(("department",), words)


def _known(
    folder: TownFolder, piece: LoadedPiece, path: tuple[str | int, ...], kind: str, named: tuple[str, ...]
) -> Iterator[Problem]:
    for name in _missing(folder, kind, named):
        yield piece.marked.problem(path, _absent(folder, kind, name))


def _missing(folder: TownFolder, kind: str, named: tuple[str, ...]) -> list[str]:
    return [name for name in named if name not in folder.ids(kind)]


def _absent(folder: TownFolder, kind: str, name: str) -> str:
    known = ", ".join(sorted(folder.ids(kind))) or "none yet"
    return f"There is no {kind.replace('_', ' ')} “{name}”. Mend the id, or add it. There are: {known}."


def _streets(
    folder: TownFolder, piece: LoadedPiece, path: tuple[str | int, ...], named: tuple[str, ...]
) -> Iterator[Problem]:
    table = folder.tables.get("streets")
    for name in named:
        if table and name not in table.rows:
            yield piece.marked.problem(path, f"There is no street “{name}”. Write it as the table of streets does.")


def _zone(facts: TownFacts | None) -> ZoneInfo:
    return ZoneInfo(facts.zone if facts else "UTC")
