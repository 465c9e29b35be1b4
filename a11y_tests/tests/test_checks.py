"""Each check finds the barrier that was planted, and is silent on the clean page."""

import pytest

from a11y_tests.checks import EVERY
from a11y_tests.modes import Mode
from a11y_tests.tests.conftest import Look
from a11y_tests.tests.site import page

NARROW = Mode(320)


@pytest.mark.parametrize("mode", [Mode(), Mode(dark=True), NARROW, Mode(320, dark=True)], ids=lambda mode: mode.name)
def test_every_check_is_silent_on_a_clean_page(look: Look, mode: Mode) -> None:
    assert [finding for check in EVERY for finding in look(check, mode=mode)] == []


def words(main: str) -> str:
    return f"<h1>Register a dog</h1>{main}"


JUMPS = """
<p><button id=x>1</button> <a id=m href=/m>M</a> <a id=n href=/n>N</a> <button id=z>2</button></p><script>
for (const [from, to] of [[x, n], [n, m], [m, z]]) from.addEventListener("keydown", e => {
  if (e.key === "Tab" && !e.shiftKey) { e.preventDefault(); to.focus(); }
});
</script>"""
PLANTED = [
    ("axe", '<img src="/dog.png">', "image-alt"),
    ("axe", "<form><input name=chip></form>", "label"),
    ("html", "<p><div>A block in a paragraph</div></p>", "element in scope but a"),
    ("html", "<button hx-get='/x'>Look</button>", "hx-get"),
    ("targets", '<button title="Close" style="min-height:30px"> <svg width=9 height=9></svg></button>', '"Close"'),
    (
        "targets",
        '<button name=x aria-label="Open" style="min-height:30px"> <svg width=9 height=9></svg></button>',
        '"Open"',
    ),
    ("focus", '<button title="Close" style="outline:0"> <svg width=9 height=9></svg></button>', '"Close"'),
    ("focus", '<input aria-label="Chip" name="c7" style="outline:0">', '"Chip"'),
    ("structure", "<h3>Too deep</h3>", "level 3 follows level 1"),
    ("structure", "<h1>Twice</h1>", "2 headings of level 1"),
    ("structure", "<h2></h2>", "empty"),
    ("structure", "<a href=/x tabindex=2>First</a>", "tabindex 2"),
    ("references", "<p id=a>One</p><p id=a>Two</p>", 'the id "a" stands 2 times'),
    ("references", "<button aria-describedby=hint>Send</button>", 'points at "hint"'),
    ("references", '<a href="#nowhere">Down</a>', "#nowhere"),
    ("language", "<p>شهادة الميلاد</p>", "Arabic letters"),
    ("language", "<p>申請出生證明</p>", "Chinese letters"),
    ("language", "<p>El certificado es para las personas que nacieron en la ciudad.</p>", 'reads like "es"'),
    ("language", '<p lang="xx-y">Hello</p>', "no language"),
    ("language", '<p lang="ar">تصدر شهادة الميلاد عن السجل المدني في المدينة</p>', "runs ltr"),
    ("contrast", '<p style="color:#777">Faint words</p>', "less than"),
    ("contrast", '<p style="background:linear-gradient(#fff,#999);color:#444">On a gradient</p>', "less than"),
    ("contrast", '<p style="opacity:.5">Half gone</p>', "less than"),
    ("contrast", '<p><input aria-label="Chip" placeholder="724" style="color:#000"></p>', '"724"'),
    (
        "contrast",
        '<input aria-label="Chip" style="appearance:none;border:1px solid #ccc;background:#fff">',
        "its border",
    ),
    (
        "contrast",
        '<button aria-label="Find"><svg width="24" height="24"><path fill="#bbb" d="M0 0h24v24H0z"/></svg></button>',
        "its drawing",
    ),
    ("targets", '<button style="min-height:30px">Small</button>', "less than 44 by 44"),
    ("targets", '<p><a href="/x">A link that stands alone</a></p>', "less than 44 by 44"),
    ("focus", '<button style="outline:0">No ring</button>', "nothing shows"),
    ("focus", '<button style="outline-color:#ddd">Faint ring</button>', "contrast of 1."),
    (
        "focus",
        JUMPS,
        "stands later",
    ),
]


@pytest.mark.parametrize(("check", "barrier", "said"), PLANTED)
def test_it_finds_what_was_planted(look: Look, check: str, barrier: str, said: str) -> None:
    assert said in "\n".join(finding.message for finding in look(check, words(barrier)))


def test_contrast_is_measured_in_the_dark_too(look: Look) -> None:
    style = "@media (prefers-color-scheme: dark) { p { color: #666 } }"
    assert look("contrast", style=style) == []
    assert "less than" in look("contrast", style=style, mode=Mode(dark=True))[0].message


def test_contrast_in_forced_colours_is_that_of_the_parts_that_refuse_them(look: Look) -> None:
    style = "p { color: #999; background: #fff }"
    assert look("contrast", style=style, mode=Mode(forced_colors=True)) == []
    refuses = look("contrast", style=style + "p { forced-color-adjust: none }", mode=Mode(forced_colors=True))
    assert {finding.criterion for finding in refuses} == {"1.4.3"}


def test_contrast_forgives_a_text_that_nobody_sees(look: Look) -> None:
    hidden = '<p style="position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);color:#eee">x</p>'
    assert look("contrast", words(hidden)) == []


def test_contrast_of_a_text_that_is_scrolled_away_is_taken_from_its_colours(look: Look) -> None:
    away = '<div style="overflow-x:auto;width:200px"><p style="width:900px;padding-left:600px;color:#888">Far</p></div>'
    assert "less than" in look("contrast", words(away))[0].message


def test_a_link_in_a_sentence_and_a_box_with_its_label_are_large_enough(look: Look) -> None:
    fine = (
        '<p>Read <a href="/x">the rules</a> first.</p><label style="display:flex;min-height:48px;align-items:center">'
    )
    assert look("targets", words(fine + '<input type="checkbox"> I have read the rules</label>')) == []


@pytest.mark.parametrize(
    ("style", "criterion"),
    [
        ("p { width: 400px }", "1.4.10"),
        ("h1 { white-space: nowrap; font-size: 2rem }", "1.4.4"),
        ("h1 { white-space: nowrap; font-size: 36px; margin: 0 }", "1.4.12"),
        ("p { height: 3em; overflow: hidden }", "1.4.12"),
    ],
)
def test_reflow_finds_what_does_not_fit(look: Look, style: str, criterion: str) -> None:
    assert criterion in {finding.criterion for finding in look("reflow", style=style, mode=NARROW)}


def test_reflow_lets_a_table_scroll_in_its_own_box(look: Look) -> None:
    table = "<table style='width:600px'><tr><th>Street<th>Day<tr><td>Calle Mayor<td>Monday</table>"
    assert look("reflow", words(f'<div style="overflow-x:auto">{table}</div>'), mode=NARROW) == []


BAR = '<div style="position:fixed;bottom:0;left:0;right:0;height:80px;background:#fff">A bar</div>'
FILL = '<p style="height:2000px"></p>'


def test_focus_finds_a_bar_that_covers(look: Look) -> None:
    below = words("<a href=/x style='position:absolute;top:570px'>Below</a>" + FILL + BAR)
    assert any("covers it" in finding.message for finding in look("focus", below, mode=NARROW))
    assert look("focus", below, style="html { scroll-padding-bottom: 100px }", mode=NARROW) == []


def test_focus_finds_a_trap(look: Look) -> None:
    trap = "<button onkeydown=\"event.key == 'Tab' && event.preventDefault()\">Stay</button><a href=/x>After</a>"
    assert "Tab does not leave it" in {finding.message for finding in look("focus", words(trap))}


def test_focus_finds_what_cannot_be_reached(look: Look) -> None:
    jumping = (
        "<button onfocus=\"document.getElementById('b').focus()\">A</button><a href=/x>Between</a><a id=b href=/y>B</a>"
    )
    assert any("does not reach" in finding.message for finding in look("focus", words(jumping)))


def test_a_page_without_a_title_or_a_way_past_the_header_is_found(look: Look) -> None:
    whole = page(title="").replace("#main", "/elsewhere")
    said = {finding.criterion for finding in look("structure", whole=whole)}
    assert {"2.4.1", "2.4.2"} <= said


def test_a_page_that_does_not_say_its_language_is_found(look: Look) -> None:
    assert look("language", lang="")[0].criterion == "3.1.1"


def test_an_arabic_page_has_to_run_from_right_to_left(look: Look) -> None:
    arabic = "<h1>تسجيل كلب</h1><p>رقم الشريحة في جواز السفر.</p>"
    assert look("language", arabic, lang="ar", direction="rtl") == []
    assert look("language", arabic, lang="ar")[0].criterion == "1.3.2"


def test_the_letters_of_a_reference_are_no_words(look: Look) -> None:
    assert look("language", "<p>VC-6A0A-DX0A: hemos recibido su solicitud</p>", lang="es") == []
