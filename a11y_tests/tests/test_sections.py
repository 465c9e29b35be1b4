"""Helps for reading, and references that lead to something of another kind."""

import pytest

from a11y_tests.tests.conftest import Look

SENTENCE = "Tell the town about a dog that lives with you and bring its passport to the office. "
LONG = f"<p style='max-width:60ch'>{SENTENCE * 4}</p>"
WIDE = f"<p>{SENTENCE * 6}</p>"
HAN = "請向戶政事務所申請出生證明並攜帶身分證件正本與影本各一份以供查驗" * 5
NAV = "<nav><a href=/a>A</a><a href={} {}>B</a><a href=/c>C</a></nav>"
PLANTED = [
    ("sections", "2.4.10", LONG * 24, "p:nth-of-type(1)"),
    ("sections", "1.4.8", WIDE, "p"),
    ("sections", "1.4.8", f"<p lang=zh-Hant style='font-size:14px'>{HAN}</p>", "p"),
    ("sections", "1.4.8", LONG.replace("style='", "style='text-align:justify;"), "p"),
    ("sections", "1.4.8", LONG.replace("style='", "style='line-height:1.2;"), "p"),
    ("sections", "3.1.4", "<p>Ask the <abbr>DGT</abbr>.</p>", "abbr"),
    ("sections", "2.4.8", NAV.format("/page", ""), "a:nth-of-type(2)"),
    ("references", "4.1.2", "<button popovertarget=x>More</button>", "button"),
    ("references", "4.1.2", "<button popovertarget=x>More</button><p id=x>x</p>", "button"),
    ("references", "4.1.2", "<input aria-label=A list=x><p id=x>x</p>", "input"),
    ("references", "1.3.1", "<p id=h>x</p><table><tr><th>A<tr><td headers=h>1</table>", "td"),
    ("references", "4.1.2", "<button aria-labelledby=x></button><p id=x></p>", "button"),
]
CORRECT = [
    ("sections", LONG * 3),
    ("sections", (LONG * 8 + "<h2>Cats</h2>") * 3),
    ("sections", f"<p lang=zh-Hant style='max-width:38em'>{HAN}</p>"),
    ("sections", "<p>Ask the Dirección General de Tráfico (<abbr>DGT</abbr>), or the <abbr title=Two>TW</abbr>.</p>"),
    ("sections", NAV.format("/page", "aria-current=page")),
    ("sections", f"<blockquote>{WIDE}</blockquote><pre>{SENTENCE * 9}</pre>"),
    ("references", "<button popovertarget=x>More</button><div id=x popover>x</div>"),
    ("references", "<button aria-labelledby=x></button><img id=x alt=Dogs src=/x>"),
    ("references", "<input aria-label=A list=x><datalist id=x><option>1</option></datalist>"),
    ("references", "<a href='#top'>Up</a><a href='#'>Up too</a><h2 id='ñ'>Ñ</h2><a href='#%C3%B1'>Ñ</a>"),
]


@pytest.mark.parametrize(("check", "criterion", "main", "where"), PLANTED)
def test_it_finds_what_was_planted(look: Look, check: str, criterion: str, main: str, where: str) -> None:
    found = look(check, f"<h1>Dogs</h1>{main}")
    assert (criterion, where) in {(one.criterion, one.selector.split(" > ")[-1]) for one in found}, found


@pytest.mark.parametrize(("check", "main"), CORRECT)
def test_it_is_silent_about_the_unusual_but_correct(look: Look, check: str, main: str) -> None:
    assert look(check, f"<h1>Dogs</h1>{main}") == []
