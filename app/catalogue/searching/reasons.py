"""Why something was found: the words of the question where they stand in it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from app.catalogue.searching.analysis import analyse
from app.catalogue.searching.index import Hit, Index, Sentence

MOST_CALLED = 3


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
    seen = found & _tokens(index, hit, ("title", "summary"))
    called = [each for each in _of(index, hit, "words") if found & set(each.tokens)]
    called = sorted(called, key=lambda each: -len(found & set(each.tokens)))[:MOST_CALLED]
    if not found - seen:
        called = []
    seen = seen.union(*(each.tokens for each in called))
    best = max(_of(index, hit, "body"), key=lambda each: len(found & set(each.tokens) - seen), default=None)
    told = best is not None and found & set(best.tokens) - seen
    return Reason(
        title=marked(document.title, index, found),
        summary=marked(document.summary, index, found),
        called=tuple(marked(each.text, index, found) for each in called),
        sentence=marked(best.text, index, found) if best is not None and told else Markup(),
    )


def _of(index: Index, hit: Hit, field: str) -> list[Sentence]:
    return [each for each in index.sentences[hit.number] if each.field == field]


def _tokens(index: Index, hit: Hit, fields: tuple[str, ...]) -> frozenset[int]:
    return frozenset(token for each in index.sentences[hit.number] if each.field in fields for token in each.tokens)


def marked(text: str, index: Index, found: Iterable[int]) -> Markup:
    """The text, with what of it was found in <mark>."""
    pieces, end = [], 0
    for start, stop in _joined(_places(text, index, frozenset(found)), text):
        pieces += [escape(text[end:start]), Markup("<mark>{}</mark>").format(text[start:stop])]
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
