"""What can be found: each thing that a town tells of, as the words of its page."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from markdown_it import MarkdownIt

from app.catalogue.content import offices, page, pages, town_texts
from app.catalogue.definition import Service
from app.catalogue.reading import services, texts
from app.catalogue.text import Text, Texts
from app.catalogue.writing.linking import address
from app.catalogue.writing.reading import Written, written
from app.kit.db import Unit

PARTS = ("who", "need", "how_long", "cost", "after")
_READER = MarkdownIt("commonmark", {"html": False})


@dataclass(frozen=True)
class Document:
    """`kind` is service, life_event, article, event, office or page; `path` lies below the locale. `words` are what
    people call it. `lang` and `dir` are "" where it is told in the page's language."""

    kind: str
    id: str
    path: str
    title: str
    summary: str
    words: tuple[str, ...]
    body: tuple[str, ...]
    lang: str
    dir: str


def documents(unit: Unit, locale: str) -> list[Document]:
    """All of a town, in one language."""
    return [
        *(_service(texts(unit, each, locale), each) for each in services(unit)),
        *(_written(each) for each in written(unit, locale)),
        *_offices(unit, locale),
        *_pages(unit, locale),
    ]


def _service(t: Texts, service: Service) -> Document:
    t = t.whole("service.name", "service.summary")
    said = [sentence for part in PARTS if f"service.{part}" in t for sentence in plain(t(f"service.{part}"))]
    asked = (t(key) for key in _own(t) if key.startswith("field.") and (key.endswith(".label") or ".option." in key))
    words = called(t.get("service.words"))
    path, name = f"/services/{service.slug}", t("service.name")
    body = (*said, *asked)
    return Document("service", service.id, path, name, t("service.summary"), words, body, name.lang, name.dir)


def _written(piece: Written) -> Document:
    """A life event with its steps, an article, a local event with its place."""
    t, title = piece.texts, piece.title
    kept = (f"{piece.kind}.{part}" for part in ("body", "place", "access"))
    keys = [*(key for key in kept if key in t), *(key for key in _own(t) if key.startswith("step."))]
    body = tuple(sentence for key in keys for sentence in plain(t(key)))
    words = called(piece.words)
    return Document(piece.kind, piece.id, piece.path, title, piece.summary, words, body, title.lang, title.dir)


def _offices(unit: Unit, locale: str) -> Iterator[Document]:
    t = town_texts(unit, locale)
    for office in offices(unit, locale):
        body = tuple(
            sentence
            for text in (office.hours, office.access, office.getting_there, office.text_contact)
            for sentence in plain(text)
        )
        name, words = office.name, called(t.get(f"office.{office.id}.words"))
        path = address("office", office.id)
        yield Document("office", office.id, path, name, office.address, words, body, name.lang, name.dir)


def _pages(unit: Unit, locale: str) -> Iterator[Document]:
    t = town_texts(unit, locale)
    for slug in pages(unit):
        found, words = page(unit, slug, locale), called(t.get(f"page.{slug}.words"))
        if found is not None:
            title, (first, *others) = found.title, plain(found.body) or ("",)
            yield Document("page", slug, f"/{slug}", title, first, words, tuple(others), title.lang, title.dir)


def called(words: Text | None) -> tuple[str, ...]:
    """What people call a thing: words with commas between them, of whatever language."""
    found = str(words or "").replace("،", ",").replace("、", ",").replace("，", ",").split(",")
    return tuple(word for each in found if (word := each.strip()))


@lru_cache(2048)
def plain(markdown: str) -> tuple[str, ...]:
    """The paragraphs, headings and items of a text, without their marks."""
    inline = (token.children or () for token in _READER.parse(markdown) if token.type == "inline")
    return tuple(text for children in inline if (text := _joined(child.content or " " for child in children).strip()))


def _joined(pieces: Iterable[str]) -> str:
    return " ".join("".join(pieces).split())


def _own(t: Texts) -> Iterable[str]:
    return t.sentences or t.fallback
