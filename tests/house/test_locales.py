"""Languages are complete: everything we say is said in every language, by a person, in the right script."""

import gettext
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import hanzidentifier
import pytest
import yaml
from babel.messages.catalog import Catalog, Message
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from app.kit.i18n import LOCALES

ROOT = Path(__file__).parents[2]
CATALOGUES = {"es": "es", "zh-Hant": "zh_Hant", "ar": "ar"}
KEYWORDS = ("-k", "N_", "-k", "translate_many:2,3")

EVERYWHERE = {"PDF", "JPEG", "PNG", "DNI", "NIE", "Ventanilla", "Puerto Claro"}
UNITS = {f"%({name})s {unit}" for name in ("size", "number") for unit in ("KB", "MB")}
SAME = {
    "es": EVERYWHERE | UNITS | {"Error: %(page)s", "Error:", "No"},
    "zh-Hant": EVERYWHERE | UNITS,
    "ar": EVERYWHERE,
}
"""Messages that read the same in both languages because they are names, or one word in both."""

NAMES = ("林美惠",)
"""Names are written as their owners write them, in any script."""

PLACE = re.compile(r"%\((\w+)\)[sd]|\{([a-z][a-z0-9_.]*)\}")


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """Every message of code and templates, extracted anew."""
    found = tmp_path_factory.mktemp("locales") / "ventanilla.pot"
    babel = [sys.executable, "-m", "babel.messages.frontend"]
    subprocess.run(
        [*babel, "-q", "extract", "-F", "babel.cfg", *KEYWORDS, "-o", str(found), "."],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=120,
    )
    with found.open("rb") as file:
        return read_po(file)


OF_ONE_TOWN = re.compile(r"Puerto Claro|\b010\b|\bVC-")


def test_what_the_product_says_holds_in_every_town(said: Catalog) -> None:
    """A town has a name, a number and letters of its own: they come from its folder, also those of the demo town."""
    assert not [message.id for message in said if OF_ONE_TOWN.search(str(message.id))]


def catalogue(locale: str) -> Catalog:
    with (ROOT / "locales" / CATALOGUES[locale] / "LC_MESSAGES" / "ventanilla.po").open("rb") as file:
        return read_po(file, locale=CATALOGUES[locale], abort_invalid=True)


def packages() -> list[Path]:
    """Each folder of the towns that has sentences, with a translation beside them."""
    return sorted(path.parent for path in (ROOT / "towns").rglob("text.yaml"))


def place_names(text: str) -> set[str]:
    return {found[1] or found[2] for found in PLACE.finditer(text)}


def texts(message: Message) -> list[str]:
    return [message.string] if isinstance(message.string, str) else list(message.string)


def sources(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def simplified(text: str) -> str:
    """The characters that only Simplified Chinese has."""
    for name in NAMES:
        text = text.replace(name, "")
    return "".join(sorted({sign for sign in text if hanzidentifier.identify(sign) == hanzidentifier.SIMPLIFIED}))


def messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def test_every_language_but_english_has_a_catalogue() -> None:
    assert set(CATALOGUES) == set(LOCALES) - {"en"}


def test_code_and_templates_say_something(said: Catalog) -> None:
    assert len(said) > 100


@pytest.mark.parametrize("locale", CATALOGUES)
def test_no_message_is_missing(said: Catalog, locale: str) -> None:
    known = catalogue(locale)
    missing = []
    for message in messages(said):
        own = known.get(message.id, message.context)
        if own is None or not all(texts(own)):
            missing.append(message.id)
    assert missing == []


@pytest.mark.parametrize("locale", CATALOGUES)
def test_no_message_is_fuzzy(locale: str) -> None:
    assert [message.id for message in messages(catalogue(locale)) if message.fuzzy] == []


@pytest.mark.parametrize("locale", CATALOGUES)
def test_nothing_is_left_of_older_messages(said: Catalog, locale: str) -> None:
    known = catalogue(locale)
    left = [message.id for message in messages(known) if said.get(message.id, message.context) is None]
    assert left + list(known.obsolete) == []


@pytest.mark.parametrize("locale", CATALOGUES)
def test_no_translation_is_just_its_source(locale: str) -> None:
    untouched = [
        message.id
        for message in messages(catalogue(locale))
        if set(texts(message)) & set(sources(message))
        and any(sign.isalpha() for sign in PLACE.sub("", sources(message)[0]))
        and sources(message)[0] not in SAME[locale]
    ]
    assert untouched == []


@pytest.mark.parametrize("locale", CATALOGUES)
def test_values_keep_their_places(locale: str) -> None:
    """A form for one or two may say the number in words; all other places stay. What is missing is told above."""
    wrong = []
    for message in messages(catalogue(locale)):
        wanted = place_names(sources(message)[-1])
        counts = {"number", "num", "count"} if isinstance(message.string, tuple) else set()
        for text in filter(None, texts(message)):
            found = place_names(text)
            if not found <= wanted or wanted - found - counts:
                wrong.append((message.id, text))
    assert wrong == []


@pytest.mark.parametrize("locale", CATALOGUES)
def test_plural_forms_are_those_of_the_language(locale: str) -> None:
    known, rule = catalogue(locale), get_plural(CATALOGUES[locale])
    assert known.num_plurals == rule.num_plurals
    assert known.plural_expr == rule.plural_expr
    short = [
        message.id
        for message in messages(known)
        if isinstance(message.id, tuple) and len(texts(message)) != rule.num_plurals
    ]
    assert short == []


@pytest.mark.parametrize(
    ("number", "form"),
    [(0, 0), (1, 1), (2, 2), (3, 3), (10, 3), (11, 5), (99, 5), (100, 4), (101, 4), (102, 4)],
)
def test_arabic_counts_in_six_ways(number: int, form: int) -> None:
    """Babel's order differs from the usual one: 100 to 102 are form 4, 11 to 99 form 5."""
    assert gettext.c2py(catalogue("ar").plural_expr)(number) == form


def test_arabic_counts_from_eleven_on_in_the_accusative() -> None:
    """٣٠ يومًا, ١٠٠ يوم: the forms of 11 to 99 and of the hundreds are easily swapped."""
    swapped = [
        message.id
        for message in messages(catalogue("ar"))
        if message.pluralizable and "ًا" in message.string[4] and "ًا" not in message.string[5]
    ]
    assert swapped == []


def test_chinese_catalogue_has_no_simplified_character() -> None:
    found = {str(message.id): simplified("".join(texts(message))) for message in messages(catalogue("zh-Hant"))}
    assert {id: signs for id, signs in found.items() if signs} == {}


def test_a_simplified_character_would_be_found() -> None:
    assert simplified("请在這裡輸入您的台灣居留證號，里長林美惠") == "请"


@pytest.mark.parametrize("folder", packages(), ids=lambda folder: folder.relative_to(ROOT / "towns").as_posix())
@pytest.mark.parametrize("locale", CATALOGUES)
def test_sentences_of_towns_are_translated(folder: Path, locale: str) -> None:
    own = {key: text.strip() for key, text in yaml.load((folder / "text.yaml").read_text(), yaml.BaseLoader).items()}
    with (folder / f"{locale}.po").open("rb") as file:
        translated = {message.context: message for message in messages(read_po(file, abort_invalid=True))}
    assert set(own) ^ set(translated) == set()
    wrong = []
    for key, text in own.items():
        message = translated[key]
        there = str(message.string).strip()
        allowed = any(comment.startswith("same") for comment in message.user_comments)
        if not there or message.fuzzy:
            wrong.append((key, "missing or fuzzy"))
        if str(message.id).strip() != text:
            wrong.append((key, "made from another sentence"))
        if there == text and not allowed and any(sign.isalpha() for sign in text):
            wrong.append((key, "untouched"))
        if place_names(there) != place_names(text):
            wrong.append((key, "places differ"))
        if locale == "zh-Hant" and simplified(there):
            wrong.append((key, f"Simplified: {simplified(there)}"))
    assert wrong == []
