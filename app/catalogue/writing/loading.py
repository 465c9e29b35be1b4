"""The pieces of a town folder as they are: read and typed, nothing compared yet."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.catalogue.marked import Marked, read_yaml
from app.catalogue.problems import Problem
from app.catalogue.sentences import Sentences, read_sentences
from app.catalogue.source import Source
from app.catalogue.typed import typed
from app.catalogue.writing.facts import FACTS, Piece


@dataclass(frozen=True)
class LoadedPiece:
    """`kind` is life_event, article, event or announcement; `facts` None when its file does not fit."""

    kind: str
    source: Source
    marked: Marked
    facts: Piece | None
    sentences: Sentences

    @property
    def folder(self) -> str:
        return self.source.prefix.rstrip("/").rsplit("/", 1)[-1]

    @property
    def id(self) -> str:
        """Its id; as its folder is called while its file does not fit."""
        return self.facts.id if self.facts else self.folder.replace("-", "_")


def read_pieces(
    source: Source, language: str, locales: Iterable[str], problems: list[Problem]
) -> tuple[LoadedPiece, ...]:
    """Every piece of a town, by kind and folder."""
    others = tuple(locales)
    return tuple(
        _read(source.within(f"{kind}s/{name}"), kind, language, others, problems)
        for kind in FACTS
        for name in source.folders(f"{kind}s")
    )


def _read(source: Source, kind: str, language: str, locales: Iterable[str], problems: list[Problem]) -> LoadedPiece:
    marked = read_yaml(source, f"{kind}.yaml", problems) or Marked(source.name(f"{kind}.yaml"), {})
    facts = typed(FACTS[kind], marked, problems) if marked.data else None
    return LoadedPiece(kind, source, marked, facts, read_sentences(source, language, locales, problems))
