"""How words become findable: what people leave out, mix up or mistype stands for the same."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from app.catalogue.searching import analysis
from app.catalogue.searching.analysis import analyse, question
from app.catalogue.searching.asking import says_something
from app.catalogue.searching.documents import Document, called
from app.catalogue.searching.index import Index
from app.catalogue.searching.near import distance
from app.catalogue.searching.reasons import reason


def tokens(text: str, locale: str) -> list[str]:
    return [word.token for word in analyse(text, locale) if word.weight == 1]


def document(kind: str, title: str, words: str = "", summary: str = "", *body: str) -> Document:
    return Document(kind, title, f"/{title}", title, summary, called(words), body, "", "")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("locale", "one", "other"),
    [
        ("en", "Licences", "licence"),
        ("en", "The CHILD’S birth", "child births"),
        ("es", "Declaración de los niños", "declaraciones ninos"),
        ("zh-Hant", "台北身份證", "臺北身分証"),
        ("ar", "الشَّهادات", "شهادة"),
        ("ar", "والأوراق", "اوراق"),
        ("ar", "الولادة ١٢", "ولاده 12"),
        ("en", "ＡＢＣ", "abc"),
    ],
)
def test_these_are_the_same(locale: str, one: str, other: str) -> None:
    assert tokens(one, locale) == tokens(other, locale) != []


def test_how_a_question_begins_says_nothing() -> None:
    assert [word.token for word in question("How do I get a badge?", "en")] == tokens("badge", "en")
    assert [word.token for word in question("請問怎麼辦出生證明", "zh-Hant")][-1] == "明"
    assert {word.token for word in question("怎麼辦出生證明？", "zh-Hant")} == {
        "出",
        "出生",
        "生",
        "生證",
        "證",
        "證明",
        "明",
    }


@pytest.mark.parametrize(
    ("text", "says"), [("a", False), ("?", False), ("书", True), ("書", True), ("id", True), ("the", True)]
)
def test_a_single_letter_is_not_looked_for_in_other_languages(text: str, says: bool) -> None:
    assert says_something(text, "en") is says


def test_a_question_of_such_words_only_is_asked_as_it_stands() -> None:
    assert [word.plain for word in question("about us", "en")] == ["about", "us"]


@pytest.mark.parametrize(
    ("one", "other", "mistakes"),
    [("birth", "birht", 1), ("birth", "birth", 0), ("licence", "lisense", 2), ("", "ab", 2)],
)
def test_mistakes_are_counted_as_people_make_them(one: str, other: str, mistakes: int) -> None:
    assert distance(one, other) == distance(other, one) == mistakes


def test_a_mistake_finds_the_nearest_word_and_the_mark_shows_which() -> None:
    index = Index([document("service", "Get a birth certificate"), document("page", "Berth for a boat")], "en")
    first, *_ = index.search("birht certifcate")
    assert str(reason(index, first).title) == "Get a <mark>birth certificate</mark>"


def test_what_sounds_alike_in_chinese_is_found() -> None:
    index = Index([document("service", "申請出生證明"), document("service", "申請停車證")], "zh-Hant")
    first, *_ = index.search("伸請出聲証明")
    assert index.documents[first.number].title == "申請出生證明"


def test_a_service_comes_first_where_all_else_is_equal() -> None:
    index = Index([document(kind, f"Dogs {kind}") for kind in ("page", "office", "article", "service")], "en")
    assert [index.documents[hit.number].kind for hit in index.search("dogs")][0] == "service"


def test_the_words_that_people_use_say_why() -> None:
    index = Index([document("service", "Benefit for a newborn", "nappies money, baby bonus")], "en")
    first, *_ = index.search("baby bonus")
    assert [str(words) for words in reason(index, first).called] == ["<mark>baby bonus</mark>"]


def test_a_sentence_says_why_and_nothing_of_it_is_taken_for_html() -> None:
    index = Index([document("page", "Data", "", "We keep it.", "First. Bring <b>dogs</b> & cats. Last.")], "en")
    first, *_ = index.search("dog")
    assert str(reason(index, first).sentence) == "Bring &lt;b&gt;<mark>dogs</mark>&lt;/b&gt; &amp; cats."


@pytest.mark.parametrize("text", ["", " ", "?!", "🦄", "‏‏", "\ud800", "a" * 10_000, "' OR 1=1; DROP TABLE x --"])
def test_anything_may_be_asked(text: str) -> None:
    for locale in ("en", "es", "zh-Hant", "ar"):
        assert Index([document("page", "Data")], locale).search(text) == []
    assert Index([], "en").search(text) == []


def test_many_may_ask_at_once() -> None:
    """A stemmer remembers the word it is at."""
    words = [f"{start}{end}" for start in ("work", "play", "walk", "talk") for end in ("ing", "ed", "ers", "er", "s")]
    texts = [f"{word}{number:b}".translate(str.maketrans("01", "xy")) for word in words for number in range(100)]
    expected = [tokens(text, "es") for text in texts]
    for kept in (analysis.stem, analysis.fold):
        kept.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda text: tokens(text, "es"), texts)) == expected
