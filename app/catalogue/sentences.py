"""The sentences of a folder: text.yaml in the source language, one .po file for each other language beside it.

In a .po file msgctxt is the key and msgid the source sentence. A translation that is rightly the same as its source
(a name) says so in a comment that begins with "same": `# same: a name`. A sentence that is rightly longer than the
language allows says why in the line above it, in either file: `# long: the name of the law`.
"""

import io
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from babel.messages.pofile import PoFileError, read_po

from app.catalogue.marked import Marked, read_yaml
from app.catalogue.problems import Problem
from app.catalogue.source import Source

QUOTED = re.compile(r'(?:msg[a-z_]+(?:\[\d+\])?\s+)?"(?:[^"\\]|\\.)*"')
LONG = re.compile(r"^# *long: *\S.*\n([\w.-]+):", re.MULTILINE)
REASON = re.compile(r"long: *\S")


@dataclass(frozen=True)
class Entry:
    """One translated sentence, as it stands in its file."""

    source: str
    text: str
    line: int
    fuzzy: bool
    same: bool
    long: bool = False


@dataclass(frozen=True)
class Translation:
    file: str
    entries: Mapping[str, Entry] = field(default_factory=dict)


@dataclass(frozen=True)
class Sentences:
    """`source` is the language of text.yaml; translations are by locale (a file that is missing is not there). While
    text.yaml cannot be read nothing is `known` of it, and nothing can be missing from it or too much beside it."""

    source: str
    marked: Marked
    translations: Mapping[str, Translation]
    known: bool = True
    long: frozenset[str] = frozenset()
    """Keys whose sentences have a reason to be long."""

    @property
    def own(self) -> Mapping[str, str]:
        """Key to sentence, in the source language."""
        return self.marked.data if isinstance(self.marked.data, dict) else {}

    def in_locale(self, locale: str) -> dict[str, str]:
        """Only what is really in that language."""
        if locale == self.source:
            return dict(self.own)
        entries = self.translations[locale].entries if locale in self.translations else {}
        return {key: entry.text for key, entry in entries.items() if entry.text and not entry.fuzzy and key in self.own}

    def problem(self, key: str, message: str) -> Problem:
        return self.marked.problem((key,), message)


def read_sentences(source: Source, language: str, locales: Iterable[str], problems: list[Problem]) -> Sentences:
    """Read text.yaml and the .po files of the town's other locales."""
    read = read_yaml(source, "text.yaml", problems)
    marked = _flat(read or Marked(source.name("text.yaml"), {}), problems)
    others = [locale for locale in locales if locale != language]
    found = {locale: _read_po(source, locale, problems) for locale in others}
    translations = {locale: each for locale, each in found.items() if each}
    long = frozenset(LONG.findall(source.files["text.yaml"].decode())) if read else frozenset()
    return Sentences(language, marked, translations, read is not None, long)


def _flat(marked: Marked, problems: list[Problem]) -> Marked:
    if not isinstance(marked.data, dict):
        problems.append(Problem(marked.file, 1, "Write one “key: sentence” a line."))
        return Marked(marked.file, {}, marked.lines)
    plain: dict[str, str] = {}
    for key, value in marked.data.items():
        if isinstance(value, str) and value.strip():
            plain[key] = value.strip()
        else:
            problems.append(marked.problem((key,), f"“{key}” needs a sentence. Write it after the colon."))
    return Marked(marked.file, plain, marked.lines)


def _open_quotes(file: str, text: str) -> Iterator[Problem]:
    """Lines whose quotes do not close: Babel would silently drop their last character."""
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip() and not line.startswith("#") and not QUOTED.fullmatch(line.strip()):
            yield Problem(file, number, "The quotes of this line do not close. Mend the line.")


def _read_po(source: Source, locale: str, problems: list[Problem]) -> Translation | None:
    name = f"{locale}.po"
    file = source.name(name)
    if name not in source.files:
        problems.append(Problem(file, 0, "This translation is missing. Add the file."))
        return None
    try:
        text = source.files[name].decode("utf-8")
        catalog = read_po(io.StringIO(text), locale=locale.replace("-", "_"), abort_invalid=True)
    except UnicodeDecodeError as problem:
        line = source.files[name][: problem.start].count(b"\n") + 1
        problems.append(Problem(file, line, "This line is not UTF-8. Save the file as UTF-8."))
        return None
    except PoFileError as problem:
        problems.append(Problem(file, problem.lineno + 1, f"{problem}. Mend the line."))
        return None
    except ValueError as problem:
        problems.append(Problem(file, 1, f"The header of this file cannot be read: {problem}. Mend it."))
        return None
    problems.extend(_open_quotes(file, text))
    entries: dict[str, Entry] = {}
    for message in catalog:
        if message.id == "":
            continue
        line = message.lineno or 1
        key = message.context
        if not key or not isinstance(message.id, str) or not isinstance(message.string, str):
            problems.append(Problem(file, line, "Give this entry its key: msgctxt, and one msgid and one msgstr."))
            continue
        if key in entries:
            problems.append(Problem(file, line, f"“{key}” stands here twice. Remove one of the two."))
            continue
        same = any(comment.lower().startswith("same") for comment in message.user_comments)
        long = any(REASON.match(comment) for comment in message.user_comments)
        entries[key] = Entry(message.id.strip(), message.string.strip(), line, message.fuzzy, same, long)
    return Translation(file, entries)
