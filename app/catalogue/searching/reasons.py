"""Why something was found: the words of the question where they stand in it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup, escape

from app.catalogue.searching.analysis import analyse
from app.catalogue.searching.index import FIELDS, Hit, Index, Sentence

MOST_CALLED = 3
OPEN, CLOSE = Markup("<mark>"), Markup("</mark>")


@dataclass(frozen=True)
class Reason:
    """What is shown of a hit, with the words that were found in <mark>. `called`: what people call it; `sentence`: one
    of its page. Both are empty where title and summary say enough."""

    title: Markup
    summary: Markup
    called: tuple[Markup, ...]
    sentence: Markup


def reason(index: Index, hit: Hit) -> Reason:
    document, found = index.documents[hit.number], hit.tokens
    read: dict[str, list[Sentence]] = {field: [] for field in FIELDS}
    for each in index.sentences[hit.number]:
        read[each.field].append(each)
    missing = found.difference(*(each.tokens for field in ("title", "summary") for each in read[field]))
    called = _telling(read["words"], missing)[:MOST_CALLED]
    missing = missing.difference(*(each.tokens for each in called))
    told = _telling(read["body"], missing)[:1]
    return Reason(
        title=_marked(document.title, read["title"], index, found),
        summary=_marked(document.summary, read["summary"], index, found),
        called=tuple(_marked(each.text, [each], index, found) for each in called),
        sentence=_marked(told[0].text, told, index, found) if told else Markup(),
    )


def _telling(sentences: Sequence[Sentence], missing: frozenset[int]) -> list[Sentence]:
    """Those that hold words which nothing shown so far holds, the best first."""
    telling = [each for each in sentences if not missing.isdisjoint(each.tokens)] if missing else []
    return sorted(telling, key=lambda each: -len(missing.intersection(each.tokens)))


def _marked(text: str, read: Sequence[Sentence], index: Index, found: frozenset[int]) -> Markup:
    """The text, with what of it was found in <mark>."""
    if all(found.isdisjoint(each.tokens) for each in read):
        return escape(text)
    pieces, end = [], 0
    for start, stop in _joined(_places(text, index, found), text):
        pieces += [escape(text[end:start]), OPEN, escape(text[start:stop]), CLOSE]
        end = stop
    return Markup("").join([*pieces, escape(text[end:])])


def _places(text: str, index: Index, found: frozenset[int]) -> Iterator[tuple[int, int]]:
    for word in analyse(text, index.locale):
        if index.tokens.get(word.token) in found:
            yield word.start, word.end


def _joined(places: Iterable[tuple[int, int]], text: str) -> Iterator[tuple[int, int]]:
    """Places in order, those that touch, or that a space parts, as one."""
    whole: tuple[int, int] | None = None
    for start, end in sorted(places):
        if whole is None:
            whole = start, end
        elif text[whole[1] : start].strip() == "":
            whole = whole[0], max(whole[1], end)
        else:
            yield whole
            whole = start, end
    if whole is not None:
        yield whole
