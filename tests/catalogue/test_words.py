"""Sentences as they are shown: filled, in the right language, or honest about another; and Markdown made safe."""

import pytest

from app import catalogue
from app.catalogue import prose
from app.catalogue.checks.wording import complaints
from app.catalogue.loading import TownFolder
from app.catalogue.markdown import isolated
from app.catalogue.text import Texts
from app.kit import db
from app.kit.towns import Town

TEXTS = Texts("ar", {"a": "مرحبا {name}"}, "en", {"a": "Hello {name}", "b": "Your case {reference}"})


def test_values_go_into_their_places() -> None:
    assert TEXTS("a", name="Ines") == "مرحبا Ines"


def test_values_are_isolated_where_directions_meet() -> None:
    assert TEXTS("a", name="<b>").isolated == "مرحبا <bdi>&lt;b&gt;</bdi>"


def test_a_sentence_that_falls_back_says_in_which_language_it_is() -> None:
    assert (TEXTS("a", name="x").lang, TEXTS("a", name="x").dir) == ("", "")
    assert (TEXTS("b", reference="x").lang, TEXTS("b", reference="x").dir) == ("en", "ltr")


def test_the_source_language_is_no_fallback_to_its_own_readers() -> None:
    assert Texts("en", TEXTS.fallback, "en", TEXTS.fallback)("b").lang == ""


def test_an_unknown_key_or_a_missing_value_is_a_mistake_of_ours() -> None:
    with pytest.raises(KeyError):
        TEXTS("c")
    with pytest.raises(KeyError):
        TEXTS("a", nombre="x")
    assert TEXTS.get("c") is None


def test_a_page_never_mixes_two_languages() -> None:
    whole = TEXTS.whole("a", "b")
    assert whole("a", name="x") == "Hello x"
    assert whole("a").lang == "en"


def test_phrases_are_offered_by_kind_and_service(town: Town, folder: TownFolder) -> None:
    with db.write(town) as unit:
        catalogue.import_town(unit, folder)
    with db.read(town) as unit:
        refusals = catalogue.phrases(unit, "reason_refuse", "dog", "es")
        assert [phrase.id for phrase in refusals] == ["chip_wrong"]
        assert refusals[0].say(number="7") == "El chip 7 no está en el registro."
        assert refusals[0].ask("number") == "Número del chip"
        assert catalogue.phrases(unit, "reason_refuse", "cat", "es") == ()
        assert [phrase.label for phrase in catalogue.phrases(unit, "reason_grant", "cat", "en")] == ["In order"]
        assert catalogue.phrase(unit, "in_order", "en") is not None
        assert catalogue.phrase(unit, "nothing", "en") is None


def test_tables_are_read_by_their_key(town: Town, folder: TownFolder) -> None:
    with db.write(town) as unit:
        catalogue.import_town(unit, folder)
    with db.read(town) as unit:
        assert catalogue.lookup(unit, "dog", "rounds")["Calle Baja"]["weekday"] == "wed"
        assert list(catalogue.lookup(unit, "", "streets")) == ["Calle Alta", "Calle Baja"]
        assert catalogue.lookup(unit, "dog", "nothing") == {}
        assert catalogue.profile(unit)["correction"] == {"days": "10", "working": "true"}


def test_markdown_lets_nothing_through_that_acts() -> None:
    html = prose("<script>x</script> [a](javascript:alert) <b onclick=x> [c](/services) ![d](http://x/y.png)", "es")
    assert "<script" not in html
    assert "javascript:" not in html.replace("(javascript:alert)", "")
    assert "<b" not in html
    assert "<img" not in html
    assert '<a href="/es/services">c</a>' in html


def test_a_link_to_another_host_is_no_link_into_the_town() -> None:
    assert 'href="//evil.example"' in prose("[x](//evil.example)", "es")


def test_a_heading_can_be_named() -> None:
    assert prose("## Report a barrier {#report}", "en") == '<h2 id="report">Report a barrier</h2>\n'


def test_strong_words_end_at_a_chinese_colon() -> None:
    assert prose("**電話：**請撥 010", "zh-Hant") == "<p><strong>電話：</strong>請撥 010</p>\n"


def test_addresses_become_links_and_numbers_keep_their_order() -> None:
    html = prose("Escriba a town@little.example o al 600 000 010, a las 8:30 del 24", "es")
    assert '<a href="mailto:town@little.example"><bdi>town@<wbr>little.example</bdi></a>' in html
    assert "<bdi>600&nbsp;000&nbsp;010</bdi>" in html
    assert "8:30 del 24" in html
    assert prose("[Write](mailto:town@little.example)", "es").count("<a") == 1
    assert isolated("<b> 600 000 010") == "&lt;b&gt; <bdi>600&nbsp;000&nbsp;010</bdi>"


def test_a_foreign_name_is_one_character_among_chinese_ones() -> None:
    name = "Centro Médico La Lonja, Calle de la Lonja 12, " * 2
    assert not list(complaints(f"名稱與街道，例如 {name}請寫在這裡。", "zh-Hant"))
    assert len(list(complaints("請" * 46, "zh-Hant"))) == 1
    assert not list(complaints("請" * 45, "zh-Hant"))
