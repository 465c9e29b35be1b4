"""What is told when a button changes the page."""

import pytest

from a11y_tests.tests.conftest import Look

HEAD = "<h1>Lists</h1>"
SAID = "document.getElementById('said').textContent = 'The list is kept.'"
PRESS = "this.setAttribute('aria-pressed', 'true');"
MORE = "const m = document.getElementById('more'); m.hidden = !m.hidden;"
EYE = '<button aria-label="Show more" onclick="{}{}"></button><p id=more hidden>There is more.</p>'
NAMED = "this.setAttribute('aria-label', 'Show less');"
LIVE = "<p id=said role=status></p>"


def says(look: Look, main: str) -> list[str]:
    return [finding.criterion for finding in look("pressed", HEAD + main)]


@pytest.mark.parametrize(
    ("main", "criterion"),
    [
        (f'<button aria-pressed=false onclick="{PRESS}{SAID}">Keep</button><p id=said></p>', "4.1.3"),
        (
            f'<button aria-pressed=false onclick="{PRESS}{SAID}; setTimeout(() => said.textContent = 1, 40)">'
            f"Keep</button>{LIVE}",
            "4.1.3",
        ),
        (
            '<button aria-pressed=false onclick="'
            f"{PRESS}this.insertAdjacentHTML('afterend', '<p role=status>Kept.</p>')\">Keep</button>",
            "4.1.3",
        ),
        (f'<button aria-expanded=false onclick="{MORE}">More</button><p id=more hidden>There is more.</p>', "4.1.2"),
        (f'<button onclick="{MORE}">More</button><p id=more hidden>There is more.</p>', "4.1.2"),
        (EYE.format(MORE, ""), "4.1.2"),
        ("<div><button onclick=\"this.outerHTML = '<p>There is more.</p>'\">More</button></div>", "2.4.3"),
    ],
)
def test_what_is_not_told_is_found(look: Look, main: str, criterion: str) -> None:
    assert says(look, main) == [criterion]


@pytest.mark.parametrize(
    "main",
    [
        f'<button aria-pressed=false onclick="{PRESS}{SAID}">Keep</button>{LIVE}',
        "<button aria-expanded=false onclick=\"this.setAttribute('aria-expanded', true);"
        f'{MORE}">More</button><p id=more hidden>There is more.</p>',
        "<button onclick=\"this.textContent = 'Copied'\">Copy</button>",
        EYE.format(MORE, NAMED),
        "<p><button onclick=\"location.href = '/next'\">Next</button></p>",
        "<button onclick=\"to.textContent = 'Here'; to.focus()\">Go</button><h2 id=to tabindex=-1>There</h2>",
    ],
)
def test_what_is_told_is_fine(look: Look, main: str) -> None:
    assert says(look, main) == []


DRAWER = """<button aria-expanded=false id=b>Menu</button><nav id=n hidden><a href=/x id=x>Dogs</a></nav><script>
b.onclick = () => { n.hidden = !n.hidden; b.setAttribute("aria-expanded", !n.hidden); if (!n.hidden) x.focus(); };
n.hidden = true;
AWAY</script>"""


@pytest.mark.parametrize("away", ["", "n.addEventListener('focusout', () => { if (!n.hidden) b.onclick(); });"])
def test_what_it_opened_is_closed_again_where_the_focus_went_into_it(look: Look, away: str) -> None:
    after = "<script>addEventListener('focusin', () => document.title = n.hidden)</script>"
    assert says(look, DRAWER.replace("AWAY", away) + after) == []
