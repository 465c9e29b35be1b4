"""A folder as it is: everything read and typed, nothing compared yet. What cannot be read is a problem."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath
from typing import Any

from app.catalogue.facts import Office, Phrases, Table, TownFacts
from app.catalogue.letters import LetterSource, read_letters
from app.catalogue.lookups import TableSource, read_lookup
from app.catalogue.marked import Marked, read_yaml
from app.catalogue.package import Package
from app.catalogue.problems import Problem
from app.catalogue.runs import Run, read_runs
from app.catalogue.sentences import Sentences, read_sentences
from app.catalogue.source import Source, open_source
from app.catalogue.tabled import Tabled
from app.catalogue.typed import typed
from app.catalogue.writing.loading import LoadedPiece, read_pieces


@dataclass(frozen=True)
class LoadedPackage:
    """A service package. `package` is None when service.yaml does not fit. `told` are the tables that options, figures
    and sentences come out of, `follows` those of options that follow an earlier answer, by the question."""

    source: Source
    marked: Marked
    package: Package | None
    sentences: Sentences
    letters: Mapping[str, LetterSource]
    tables: Mapping[str, TableSource]
    runs: Mapping[str, tuple[Run, Marked]]
    told: frozenset[str] = frozenset()
    follows: Mapping[str, TableSource] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """Its id; as its folder is called while service.yaml does not fit."""
        return self.package.id if self.package else self.source.prefix.rstrip("/").rsplit("/", 1)[-1].replace("-", "_")

    @property
    def runs_known(self) -> bool:
        """Whether every file of runs/ could be read."""
        return len(self.runs) == len(self.source.ending(".yaml", "runs"))


@dataclass(frozen=True)
class TownFolder:
    """A town folder. `facts` is None when town.yaml does not fit; `problems` are those of reading it all."""

    source: Source
    marked: Marked
    facts: TownFacts | None
    profile: Marked
    sentences: Sentences
    phrases: Phrases
    phrases_marked: Marked
    phrase_sentences: Sentences
    offices: Mapping[str, tuple[Office, Marked]]
    tables: Mapping[str, TableSource]
    packages: tuple[LoadedPackage, ...]
    pieces: tuple[LoadedPiece, ...]
    problems: tuple[Problem, ...] = field(default=())

    @property
    def locales(self) -> tuple[str, ...]:
        return self.facts.locales if self.facts else ("en",)

    def ids(self, kind: str) -> frozenset[str]:
        """Of everything of a kind that has a public page: service, office, page, life_event, article, event."""
        if kind == "service":
            return frozenset(each.id for each in self.packages if not (each.package and each.package.appeals))
        if kind == "office":
            files = (PurePosixPath(name).stem for name in self.source.ending(".yaml", "offices"))
            return frozenset(self.offices) | {name.replace("-", "_") for name in files}
        if kind == "page":
            return frozenset(self.facts.pages if self.facts else ())
        return frozenset(piece.id for piece in self.pieces if piece.kind == kind)


def load_town(path: Path) -> TownFolder:
    """Read a town folder or its zip."""
    return read_town(open_source(path))


def read_town(source: Source) -> TownFolder:
    problems: list[Problem] = []
    marked = read_yaml(source, "town.yaml", problems) or Marked(source.name("town.yaml"), {})
    facts = typed(TownFacts, marked, problems) if marked.data else None
    language, locales = (facts.source, facts.locales) if facts else ("en", ())
    profile = read_yaml(source, "profile.yaml", problems) or Marked(source.name("profile.yaml"), {})
    phrases_marked = Marked(source.name("phrases.yaml"), {})
    phrases, phrase_sentences = Phrases(), Sentences(language, Marked(source.name("phrases/text.yaml"), {}), {})
    if "phrases.yaml" in source.files:
        phrases_marked = read_yaml(source, "phrases.yaml", problems) or phrases_marked
        phrases = typed(Phrases, phrases_marked, problems) or phrases
        phrase_sentences = read_sentences(source.within("phrases"), language, locales, problems)
    folders = source.folders("services")
    return TownFolder(
        source=source,
        marked=marked,
        facts=facts,
        profile=profile,
        sentences=read_sentences(source, language, locales, problems),
        phrases=phrases,
        phrases_marked=phrases_marked,
        phrase_sentences=phrase_sentences,
        offices=_offices(source, problems),
        tables=_tables(source, facts.tables if facts else {}, problems),
        packages=tuple(read_package(source.within(f"services/{name}"), locales, problems) for name in folders),
        pieces=read_pieces(source, language, locales, problems),
        problems=tuple(problems),
    )


def read_package(source: Source, locales: Iterable[str], problems: list[Problem]) -> LoadedPackage:
    """Read one service package, for a town with these locales."""
    marked = read_yaml(source, "service.yaml", problems) or Marked(source.name("service.yaml"), {})
    tabled = Tabled(_tables(source, _declared(marked), problems), problems)
    marked = tabled.structure(marked)
    package = typed(Package, marked, problems) if marked.data else None
    language = str(marked.data.get("source", "en")) if isinstance(marked.data, dict) else "en"
    sentences = tabled.sentences(read_sentences(source, language, locales, problems))
    return LoadedPackage(
        source=source,
        marked=marked,
        package=package,
        sentences=sentences,
        letters=read_letters(source, problems),
        tables=tabled.tables,
        runs=read_runs(source, problems),
        told=frozenset(tabled.used),
        follows=tabled.follows,
    )


def _declared(marked: Marked) -> dict[str, Table]:
    """The tables that service.yaml names as it should; what is wrong with the others is said when it is typed."""
    named = marked.data.get("tables") if isinstance(marked.data, dict) else None
    found = named.items() if isinstance(named, dict) else ()
    return {
        name: Table(file=each["file"], key=each["key"])
        for name, each in found
        if isinstance(each, dict) and isinstance(each.get("file"), str) and isinstance(each.get("key"), str)
    }


def _offices(source: Source, problems: list[Problem]) -> dict[str, tuple[Office, Marked]]:
    offices = {}
    for path in source.ending(".yaml", "offices"):
        marked = read_yaml(source, path, problems)
        office = typed(Office, marked, problems)
        if marked and office:
            offices[office.id] = (office, marked)
    return offices


def _tables(source: Source, tables: Mapping[str, Table], problems: list[Problem]) -> dict[str, TableSource]:
    found: dict[str, Any] = {name: read_lookup(source, each.file, each.key, problems) for name, each in tables.items()}
    return {name: table for name, table in found.items() if table}
