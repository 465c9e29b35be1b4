"""Words that only some people can follow, and what waits, moves or is shaken."""

import pytest

from a11y_tests.modes import Mode
from a11y_tests.tests.conftest import Look
from a11y_tests.tests.site import page


def words(main: str) -> str:
    return f"<h1>Register a dog</h1>{main}"


DRAWN = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg'%3E%3Ctext y='9'%3EDog%3C/text%3E%3C/svg%3E"
PAINTED = f"<img alt='Register a dog' src=\"{DRAWN}\">"
SAME = "<h2>More</h2><p>One</p><h2>More</h2><p>Two</p><h2>More</h2><p>Three</p>"
FIELDS = "".join(f"<p><label for=f{n}>Enter</label> <input id=f{n}></p>" for n in range(3))


@pytest.mark.parametrize(
    ("barrier", "criterion"),
    [
        ("<p>To begin, press the green button.</p>", "1.3.3"),
        ("<p>Use the round icon on the right.</p>", "1.3.3"),
        ("<p lang=es>Pulse el botón rojo de la izquierda.</p>", "1.3.3"),
        ("<p lang=zh-Hant>請按右邊的按鈕。</p>", "1.3.3"),
        ("<p lang=ar dir=rtl>اضغط على الزر الأخضر.</p>", "1.3.3"),
        ("<p>W e l c o m e</p>", "1.3.2"),
        (SAME, "2.4.6"),
        (FIELDS, "2.4.6"),
        (PAINTED, "1.4.5"),
    ],
)
def test_wording_finds_what_was_planted(look: Look, barrier: str, criterion: str) -> None:
    assert criterion in {finding.criterion for finding in look("wording", words(barrier))}


@pytest.mark.parametrize(
    "fine",
    [
        "<p>Press the green button “Start”.</p>",
        "<p>The red house stands on the right of the church.</p>",
        "<p>Options A, B and C.</p>",
        "<h2>Monday</h2><h3>Open</h3><h2>Tuesday</h2><h3>Open</h3><h2>Sunday</h2><h3>Open</h3>",
        "<p><img alt='A dog in the snow' src='/dog.png'></p>",
    ],
)
def test_wording_is_silent_about_what_everybody_can_follow(look: Look, fine: str) -> None:
    assert look("wording", words(fine)) == []


@pytest.mark.parametrize(
    ("script", "criterion"),
    [
        ("setTimeout(() => { location.href = '/gone'; }, 5 * 60 * 1000);", "2.2.1"),
        ("let left = 90; setInterval(() => { left -= 1; if (!left) document.forms[0].reset(); }, 1000);", "2.2.1"),
        ("addEventListener('devicemotion', () => document.forms[0].reset());", "2.5.4"),
    ],
)
def test_still_finds_what_waits_and_what_is_shaken(look: Look, script: str, criterion: str) -> None:
    assert criterion in {finding.criterion for finding in look("still", words(f"<script>{script}</script>"))}


@pytest.mark.parametrize(
    "style",
    [
        "html { scroll-behavior: smooth }",
        "@keyframes rise { from { transform: translateY(9px) } } main { animation: rise 9s }",
        "a { transition: transform 1s }",
    ],
)
def test_still_finds_motion_against_a_wish(look: Look, style: str) -> None:
    assert "2.3.3" in {finding.criterion for finding in look("still", style=style)}
    heeded = f"@media (prefers-reduced-motion: no-preference) {{ {style} }}"
    assert look("still", style=heeded) == []


def test_still_forgives_a_timer_that_only_says_something(look: Look) -> None:
    script = "<script>setTimeout(() => { document.title = 'Still there?'; }, 5 * 60 * 1000);</script>"
    assert look("still", words(script)) == []


ROLLS = "let n = 0; setInterval(() => { document.getElementById('n').textContent = 'News ' + n++; }, 400);"


@pytest.mark.parametrize("beside", ["", "<p><button type=button>Send</button></p>"])
def test_still_finds_words_that_change_by_themselves(look: Look, beside: str) -> None:
    found = look("still", words(f"<p id=n>News</p>{beside}<script>{ROLLS}</script>"))
    assert [(one.criterion, one.selector) for one in found] == [("2.2.2", "#n")]


@pytest.mark.parametrize(
    "main", ["<p id=n>News</p><p><button type=button>Pause the news</button></p>", "<p role=timer id=n>News</p>"]
)
def test_still_forgives_what_can_be_paused_and_what_measures_time(look: Look, main: str) -> None:
    assert look("still", words(f"{main}<script>{ROLLS}</script>")) == []


def test_zoom_finds_text_that_is_as_large_as_the_window(look: Look) -> None:
    assert any("zoomed" in finding.message for finding in look("zoom", style="p { font-size: 3vw }"))
    assert look("zoom", style="h1 { font-size: clamp(1.5rem, 4vw, 3rem) }") == []


def test_reflow_names_the_text_that_runs_out_of_its_box(look: Look) -> None:
    found = look("reflow", style="main p { white-space: nowrap }", mode=Mode(320))
    assert any(finding.selector != "html" and finding.criterion == "1.4.10" for finding in found)


def test_the_clean_page_is_clean(look: Look) -> None:
    assert [look(check, whole=page()) for check in ("wording", "still", "zoom")] == [[], [], []]
