"""Keys: what only a mouse can do, what calls itself a button and does not answer, letters that do something alone."""

import pytest

from a11y_tests.tests.conftest import Look
from a11y_tests.tests.site import Site

OUT = "document.getElementById('out').textContent = 'Done'"
HEAD = "<h1>Register a dog</h1><p id=out>Nothing yet</p>"


def says(look: Look, main: str, style: str = "") -> list[tuple[str, str]]:
    return [(finding.criterion, finding.selector) for finding in look("keys", HEAD + main, style=style)]


@pytest.mark.parametrize(
    "main",
    [
        f'<div onclick="{OUT}" style="cursor:pointer" id=a>Send</div>',
        f'<span onclick="{OUT}" id=a>Send</span>',
        "<span onclick=\"location = '/next'\" id=a>Next</span>",
        f'<div role="button" id=a onclick="{OUT}">Send</div>',
        '<div role="button" id=a tabindex="0" onclick="this.textContent = 1">Send</div>',
        '<img id=a alt="Enlarge" src="/x" width=90 height=90 style="cursor: zoom-in; cursor: pointer" onclick="1">',
    ],
)
def test_what_only_a_mouse_can_press_is_found(look: Look, main: str) -> None:
    assert says(look, main) == [("2.1.1", "#a")]


TOP = "window.scrollTo({top: 0, behavior: 'smooth'})"
LOW = "<h2 id=a style='cursor: pointer' onclick=\"{}\">Dogs</h2><div style='height: 3000px'></div>"


def test_what_only_leads_to_the_top_of_the_page_does_what_the_key_home_does(look: Look) -> None:
    assert says(look, LOW.format(TOP)) == []
    assert says(look, LOW.format(f"{TOP}; {OUT}")) == [("2.1.1", "#a")]
    assert says(look, LOW.format("window.scrollTo(0, 500)")) == [("2.1.1", "#a")]


BOX = "<input type=checkbox id=box style='{}'><label for=box id=a>Chapters</label>"


@pytest.mark.parametrize("hidden", ["display: none", "visibility: hidden"])
def test_a_label_whose_field_is_hidden_from_a_keyboard_is_found(look: Look, hidden: str) -> None:
    assert says(look, BOX.format(hidden)) == [("2.1.1", "#a")]


@pytest.mark.parametrize(
    "main",
    [
        BOX.format("opacity: 0; position: absolute"),
        BOX.format("display: none").replace("<label", "<label tabindex=0"),
        BOX.format("display: none").replace("<input", "<input disabled"),
    ],
)
def test_a_label_whose_field_a_keyboard_reaches_is_fine(look: Look, main: str) -> None:
    assert says(look, main) == []


def test_a_button_that_answers_one_key_only_is_found(look: Look) -> None:
    half = (
        '<div role="button" id=a tabindex="0" onclick="1" onkeydown="event.key == \'Enter\' && this.click()">Go</div>'
    )
    found = look("keys", HEAD + half)
    assert [(finding.criterion, finding.severity) for finding in found] == [("2.1.1", "moderate")]
    assert "Space" in found[0].message


TAKEN = "<script>document.getElementById('a').addEventListener('keydown', e => {{ {does} }})</script>"
KEPT = "if (e.key === 'Enter') e.preventDefault()"


@pytest.mark.parametrize(
    "control",
    [
        "<a href=/x id=a>Next</a>",
        "<button type=button id=a>Next</button>",
        "<details><summary id=a>M</summary></details>",
    ],
)
def test_a_control_whose_enter_is_taken_away_is_found(look: Look, control: str) -> None:
    assert says(look, control + TAKEN.format(does=KEPT)) == [("2.1.1", "#a")]
    assert says(look, control + TAKEN.format(does=f"{KEPT}; {OUT}")) == []
    assert says(look, control + TAKEN.format(does="if (e.key === 'ArrowDown') e.preventDefault()")) == []


def test_a_page_that_takes_enter_from_its_links_is_found(look: Look) -> None:
    links = "<p><a href=/x>One</a> <a href=/y>Two</a></p>"
    taken = f"<script>addEventListener('keydown', e => {{ {KEPT} }})</script>"
    assert [criterion for criterion, _ in says(look, links + taken)] == ["2.1.1"] * 2
    assert says(look, links + taken.replace("if (", "if (e.target.matches('input') && ")) == []


SHORTCUT = "<script>document.addEventListener('keydown', e => {{ if ({when}) {does} }})</script>"


def test_a_message_that_comes_and_goes_is_no_answer_to_a_letter(look: Look) -> None:
    says_it = "<script>document.addEventListener('keyup', () => said.textContent = 'Nothing yet')</script>"
    assert says(look, f"<p role=status id=said></p>{says_it}") == []


@pytest.mark.parametrize("late", [0.08, 0.2])
def test_an_answer_that_comes_late_is_none_to_a_letter(look: Look, site: Site, late: float) -> None:
    site.late["/slow"] = late
    link = "<a href='/next' id=go onkeydown='this.title'>Go</a><p id=end tabindex=-1>Here</p>"
    heard = "document.addEventListener('keydown', () => 0)"
    comes = "go.onclick = e => { e.preventDefault(); fetch('/slow').then(() => end.focus()); }"
    assert says(look, f"{link}<script>{heard}; {comes}</script>") == []


def test_a_letter_that_does_something_alone_is_found(look: Look) -> None:
    found = says(look, SHORTCUT.format(when="e.key === 's'", does=OUT))
    assert found == [("2.1.4", "body")]
    assert says(look, '<button id=b aria-keyshortcuts="k">Keep</button>') == [("2.1.4", "#b")]
    jumps = "<script>document.addEventListener('keydown', e => { if (e.key === 's') location.hash = 'out'; })</script>"
    assert says(look, jumps) == [("2.1.4", "body")]


@pytest.mark.parametrize(
    "main",
    [
        f"<ul onclick=\"{OUT}\"><li><button type=button>One</button><li><a href='/x'>Two</a></ul>",
        f'<div onclick="{OUT}"><h2><a href="/x">A card that can be pressed anywhere</a></h2><p>Words</p></div>',
        '<p onclick="event.stopPropagation()">A paragraph that keeps clicks to itself</p>',
        '<label onclick="1">Chip <input type=checkbox></label>',
        f'<button type=button onclick="{OUT}"><span>Go</span></button>',
        '<div role=listbox tabindex=0 title=A aria-activedescendant=o><b id=o role=option onclick="1">A</b></div>',
        f'<div role="button" tabindex="0" onclick="{OUT}" onkeydown="if (/Enter| /.test(event.key)) {{ {OUT};'
        ' event.preventDefault() }">Send</div>',
        '<div role="button" aria-disabled="true" onclick="1">Not yet</div>',
        SHORTCUT.format(when="e.key === 's' && e.ctrlKey", does=OUT),
        SHORTCUT.format(when="e.key === 'Escape'", does=OUT),
        '<button aria-keyshortcuts="Control+K">Keep</button>',
        f'<svg width=1200 height=700 onclick="{OUT}"><rect width=9 height=9 /></svg>',
    ],
)
def test_what_keys_can_do_too_is_fine(look: Look, main: str) -> None:
    assert says(look, main) == []


def test_nothing_is_sent_while_keys_are_tried(look: Look) -> None:
    sending = '<div role="button" tabindex="0" id=a onclick="1" onkeydown="document.forms[0].submit()">Send</div>'
    assert says(look, sending + "<form action=/gone></form>") == []


def test_what_keys_reach_and_no_role_names_is_found(look: Look) -> None:
    drawn = f'<span id=a tabindex=0 onclick="{OUT}" onkeydown="{OUT}">☐ In Basque</span>'
    assert says(look, drawn) == [("4.1.2", "#a")]
    assert says(look, drawn.replace("id=a", "id=a role=checkbox aria-checked=false")) == []
    assert says(look, f'<div tabindex=0 onclick="{OUT}" onkeydown=1><a href=/x>A card</a></div>') == []
    assert says(look, "<div tabindex=0>What scrolls</div>") == []


def test_a_control_that_was_taken_out_of_the_walk_is_found(look: Look) -> None:
    assert says(look, "<button tabindex=-1 id=a>Send</button>") == [("2.1.1", "#a")]
    tabs = "<div role=tablist><button role=tab id=a>One</button><button role=tab tabindex=-1 id=b>Two</button></div>"
    assert says(look, tabs) == []
    assert says(look, '<a href="/x" tabindex="-1" id=a>A picture</a> <a href="/x">The same</a>') == []


def test_a_link_that_can_be_seen_and_is_kept_from_everybody_else_is_found(look: Look) -> None:
    bar = '<div aria-hidden="true"><a href="/x" tabindex="-1" id=a>Chapter 1</a></div>'
    assert says(look, bar) == [("2.1.1", "#a")]
    assert says(look, bar + '<a href="/x">Chapter 1</a>') == []
    assert says(look, bar.replace("<div", '<div style="position: fixed; right: 100%"')) == []
    assert says(look, bar.replace("Chapter 1", '<img src="/x.png" alt="">')) == []
