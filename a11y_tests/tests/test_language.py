"""Languages of pages and parts: wrong, missing, mixed; and unusual but right."""

import pytest

from a11y_tests.tests.conftest import Look

AR = {"lang": "ar", "direction": "rtl"}
ZH = {"lang": "zh-Hant-TW"}
PLANTED = [
    ("3.1.2", "<p>申请出生证明</p>", "p", ZH),
    ("3.1.2", "<p>請輸入电話</p>", "p", ZH),
    ("3.1.2", "<p>El certificado es para las personas que nacieron en la ciudad.</p>", "p", AR),
    ("3.1.2", "<p>The certificate is for all of the people that were born in the town.</p>", "p", ZH),
    ("3.1.2", "<p lang=es>You can ask for the certificate in the office of the town.</p>", "p", {}),
    ("3.1.2", "<p lang=ar dir=rtl>Register a dog</p>", "p", {}),
    ("3.1.2", "<p lang=english>Hello</p>", "p", {}),
    ("3.1.2", "<p lang=cn>你好</p>", "p", {}),
    ("3.1.2", "<ul><li><a href=/en>English</a><li><a href=/es>Español</a></ul>", "li:nth-of-type(2) > a", {}),
    ("1.3.2", "<p>اتصل بنا على الرقم +34 600 111 222</p>", "p", AR),
]
ENGLISH = "<p>The certificate is for all of the people that were born in the town.</p>" * 3
SPANISH = "<p>El certificado es para las personas que nacieron en la ciudad.</p>" * 3
PLANTED += [
    ("3.1.1", ENGLISH, "html", {"lang": "fr"}),
    ("3.1.1", ENGLISH, "html", AR),
    ("3.1.1", "<p>شهادة الميلاد</p>" * 3, "html", {}),
    ("3.1.2", ENGLISH * 2 + SPANISH, "p:nth-of-type(7)", {}),
]
CORRECT = [
    ("<p>后來，台北的里長只有一面之緣，干戈已息。</p>", ZH),
    ("<p>請看 <a href=/x lang=zh-Hans>简体中文</a>，<bdi>张伟</bdi></p>", ZH),
    ("<p lang=zh>简体中文</p>", {}),
    ("<p>اتصل بنا على الرقم <bdi dir=ltr>+34 600 111 222</bdi></p>", AR),
    ("<p>اتصل بنا على الرقم \u2066+34 600 111 222\u2069</p>", AR),
    ("<p>مثال: 600&nbsp;000&nbsp;021.</p>", AR),
    ("<p>المرجع VC-7K3M-9QZA وتاريخه 12.50</p>", AR),
    ("<p>من الساعة 9 إلى الساعة 14</p>", AR),
    ("<p lang=ar-Latn>marhaban bikum</p><p lang=ami>Nga'ay ho</p>", {}),
    ("<ul><li><a href=/en>English</a><li><a href=/es lang=es>Español</a></ul>", {}),
    ("<p>A menos que o certificado seja para a pessoa, não se usa por lei.</p>", {"lang": "pt"}),
    ("<p lang=ar dir=rtl>12345</p>", {}),
]


@pytest.mark.parametrize(("criterion", "main", "where", "head"), PLANTED)
def test_it_finds_what_was_planted(look: Look, criterion: str, main: str, where: str, head: dict[str, str]) -> None:
    found = look("language", main, **head)
    assert any(one.criterion == criterion and one.selector.endswith(where) for one in found), found


@pytest.mark.parametrize(("main", "head"), CORRECT)
def test_it_is_silent_about_the_unusual_but_correct(look: Look, main: str, head: dict[str, str]) -> None:
    assert look("language", main, **head) == []
