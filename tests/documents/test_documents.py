"""Documents: issued once from a package's letter, kept as shown, proven by a code that reveals nothing."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from jinja2 import UndefinedError
from jinja2.sandbox import SecurityError

from app import documents
from app.documents import Side
from app.kit import db, engines, keys
from app.kit.i18n import LOCALES
from app.kit.ids import new_id
from app.kit.pages import Here, alternates, render
from app.kit.towns import Town
from tests.kit.conftest import everything, make_town

LETTER = """\
<h1>{{ t('letter.certificate.title') }}</h1>
<dl><div><dt>{{ t('letter.certificate.name') }}</dt><dd dir="auto">{{ owner.name }}</dd></div></dl>
{% if child %}<p>{{ child.name }}</p>{% endif %}
<p>{{ town }}, <bdi>{{ reference }}</bdi></p>
"""
DECLARED = ("reference", "owner.name", "child", "child.name")
WORDS = {
    "es": {"letter.certificate.title": "Certificado", "letter.certificate.name": "Nombre"},
    "ar": {"letter.certificate.title": "شهادة", "letter.certificate.name": "الاسم"},
}


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    yield make_town(tmp_path)
    engines.dispose()


def a_side(locale: str, **values: Any) -> Side:
    said = WORDS[locale]
    given = {"reference": "VC-7K3M-9QZA", "owner.name": "Amina <Zyxcanary>"} | values
    return Side(locale, said["letter.certificate.title"], said.__getitem__, given, "Puerto Claro")


def a_case(town: Town) -> UUID:
    case_id = new_id()
    with db.write(town) as unit:
        keys.make(unit, case_id)
    return case_id


def issue(town: Town, case_id: UUID, *sides: Side, template: str = LETTER) -> documents.Issued:
    with db.write(town) as unit:
        return documents.issue(
            unit, case_id, "certificate", template, DECLARED, sides or (a_side("es"), a_side("ar")), "VC-7K3M-9QZA"
        )


def shown(town: Town, case_id: UUID, document_id: UUID) -> documents.Shown:
    with db.read(town) as unit:
        found = documents.show(unit, case_id, document_id)
    assert found is not None
    return found


def test_the_official_language_comes_first_and_the_persons_beside_it(town: Town) -> None:
    case_id = a_case(town)
    official, beside = shown(town, case_id, issue(town, case_id).id).sides
    assert (official.locale, beside.locale) == ("es", "ar")
    assert "<h1>Certificado</h1>" in official.html
    assert "<h2>شهادة</h2>" in beside.html


def test_a_person_who_reads_the_official_language_gets_it_once(town: Town) -> None:
    case_id = a_case(town)
    assert len(shown(town, case_id, issue(town, case_id, a_side("es"), a_side("es")).id).sides) == 1


def test_what_a_person_wrote_is_text_in_it(town: Town) -> None:
    case_id = a_case(town)
    html = shown(town, case_id, issue(town, case_id).id).sides[0].html
    assert "Amina &lt;Zyxcanary&gt;" in html
    assert '<dd dir="auto">' in html


def test_a_declared_variable_that_does_not_apply_is_left_out(town: Town) -> None:
    case_id = a_case(town)
    without = shown(town, case_id, issue(town, case_id, a_side("es")).id)
    said_so = shown(town, case_id, issue(town, case_id, a_side("es", child=None, **{"child.name": None})).id)
    with_child = shown(town, case_id, issue(town, case_id, a_side("es", **{"child.name": "Leo"})).id)
    assert "Leo" not in without.sides[0].html
    assert said_so.sides[0].html == without.sides[0].html
    assert without.sides[0].html.count("<p>") == 1
    assert "<p>Leo</p>" in with_child.sides[0].html


def test_nothing_is_written_where_a_value_is_missing(town: Town) -> None:
    case_id = a_case(town)
    html = shown(town, case_id, issue(town, case_id, a_side("es", **{"owner.name": None})).id).sides[0].html
    assert '<dd dir="auto"></dd>' in html


def test_a_value_that_the_letter_did_not_declare_is_refused(town: Town) -> None:
    with pytest.raises(ValueError, match="iban"):
        issue(town, a_case(town), a_side("es", iban="ES00"))


@pytest.mark.parametrize(
    ("template", "problem"),
    [
        ("{{ secret }}", UndefinedError),
        ("{{ range(9) }}", UndefinedError),
        ("{{ ''.__class__.__mro__ }}", SecurityError),
        ("{{ t.__self__ }}", SecurityError),
    ],
)
def test_a_letter_cannot_leave_its_sandbox(town: Town, template: str, problem: type[Exception]) -> None:
    with pytest.raises(problem):
        issue(town, a_case(town), template=template)


def test_nothing_in_a_letter_can_run(town: Town) -> None:
    case_id = a_case(town)
    wild = '<h1 onclick="x()">A</h1><script>x()</script><a href="javascript:x()">b</a><img src=x onerror=x()>'
    html = shown(town, case_id, issue(town, case_id, template=wild).id).sides[0].html
    assert html == "<h1>A</h1>b"


def test_a_document_is_found_in_its_own_case_only(town: Town) -> None:
    case_id, other = a_case(town), a_case(town)
    issued = issue(town, case_id)
    with db.read(town) as unit:
        assert documents.show(unit, other, issued.id) is None
        assert documents.of_case(unit, other, "es") == []
        [line] = documents.of_case(unit, case_id, "ar")
        [fallback] = documents.of_case(unit, case_id, "zh-Hant")
    assert (line.id, line.kind, line.title) == (issued.id, "certificate", "شهادة")
    assert fallback.title == "Certificado"


def test_its_code_proves_it_however_it_is_typed(town: Town) -> None:
    case_id = a_case(town)
    issued = issue(town, case_id)
    with db.read(town) as unit:
        for typed in (issued.code, issued.code.lower().replace("-", " "), f"  {issued.code} "):
            proven = documents.verify(unit, typed)
            assert proven is not None
            assert (proven.id, proven.case_id, proven.kind) == (issued.id, case_id, "certificate")
            assert "Amina" not in repr(proven)


@pytest.mark.parametrize("typed", ["", "0000-0000-0000-0000", "x" * 10_000, "\u0000", "كود"])
def test_other_codes_prove_nothing(town: Town, typed: str) -> None:
    issue(town, a_case(town))
    with db.read(town) as unit:
        assert documents.verify(unit, typed) is None


def test_a_code_of_one_town_proves_nothing_in_another(town: Town, tmp_path: Path) -> None:
    issued = issue(town, a_case(town))
    other = make_town(tmp_path, "other")
    with db.read(replace(town, keys=other.keys)) as unit:
        assert documents.verify(unit, issued.code) is None


def test_neither_words_nor_code_are_readable_in_the_database(town: Town) -> None:
    issued = issue(town, a_case(town))
    found = everything(town)
    assert "Zyxcanary" not in found
    assert issued.code not in found
    assert issued.code.replace("-", "") not in found


def test_it_ends_with_the_key_of_its_case(town: Town) -> None:
    case_id = a_case(town)
    issued = issue(town, case_id)
    with db.write(town) as unit:
        keys.destroy(unit, case_id)
        with pytest.raises(keys.Erased):
            documents.show(unit, case_id, issued.id)
        assert documents.clear(unit, case_id) == 1


@pytest.mark.parametrize("locale", LOCALES)
def test_its_page_keeps_each_language_and_shows_how_to_check(town: Town, locale: str) -> None:
    case_id = a_case(town)
    issued = issue(town, case_id)
    page = documents.page(town, shown(town, case_id, issued.id), locale, f"/{locale}/cases/VC-7K3M-9QZA")
    html = render(locale, page, Here(locale, "/cases/x", "Puerto Claro", alternates(locale, "/cases/x")))
    assert '<article class="sheet flow" lang="es-ES" dir="ltr">' in html
    assert '<div class="sheet flow" lang="ar" dir="rtl">' in html
    assert issued.code in html
    assert f"http://localhost:8000/{locale}/check" in html
    assert html.count("<h1>") == 1
