"""Roles that lie, and sign-in that puzzles; beside patterns that are right."""

import pytest

from a11y_tests.tests.conftest import Look

HERE = "aria-current=page"
TABS = "<div role=tablist><button role=tab aria-selected={}>A</button>" + (
    "<button role=tab aria-selected={}>B</button></div>"
)
DIGIT = "<input maxlength=1 inputmode=numeric autocomplete=off aria-label='Digit {}'>"
BOXES = f"<form><fieldset><legend>Security code</legend>{''.join(map(DIGIT.format, range(1, 7)))}</fieldset></form>"
SPREADS = """<script>document.querySelector('input').addEventListener('paste', e => setTimeout(() => {
  document.querySelectorAll('input').forEach((i, n) => { i.value = e.clipboardData.getData('text/plain')[n]; });
}));</script>"""
PLANTED = [
    ("roles", "4.1.2", "<button aria-expanded=false aria-controls=m>Menu</button><ul id=m><li>Dogs</ul>", "button"),
    ("roles", "4.1.2", "<button aria-expanded=true aria-controls=m>Menu</button><ul id=m hidden><li>D</ul>", "button"),
    ("roles", "4.1.2", f"<nav><a href=/a {HERE}>A</a><a href=/b {HERE}>B</a></nav>", "a:nth-of-type(2)"),
    ("roles", "4.1.2", "<nav><a href=/a aria-current=page>A</a><a href=/page>B</a></nav>", "a:nth-of-type(1)"),
    ("roles", "4.1.2", "<button aria-expanded=false aria-label='Menu, collapsed'>Menu</button>", "button"),
    ("roles", "4.1.2", "<p><a href=/a role=button>Send</a></p>", "p > a"),
    ("roles", "4.1.2", "<button lang=es aria-pressed=true>Sonido pulsado</button>", "button"),
    ("roles", "4.1.2", "<button aria-label='Search button'>Search</button>", "button"),
    ("roles", "4.1.2", TABS.format("true", "true"), "button:nth-of-type(2)"),
    ("roles", "4.1.2", TABS.format("false", "false"), "div"),
    ("roles", "1.3.1", "<h2 role=button tabindex=0>Dogs</h2>", "h2"),
    ("roles", "4.1.2", "<button role=link>Dogs</button>", "button"),
    ("roles", "4.1.2", "<label><input type=checkbox checked aria-checked=false> Dog</label>", "input"),
    ("roles", "4.1.2", "<a href=/x>To a person <button type=button>Talk</button></a>", "button"),
    ("signin", "3.3.8", "<form><label>Password <input type=password autocomplete=current-password"
     " onpaste='return false'></label></form>", "input"),
    ("signin", "3.3.8", "<form><label>Password <input type=password autocomplete=off></label></form>", "input"),
    ("signin", "1.3.5", "<form><label>Password <input type=password></label></form>", "input"),
    ("signin", "3.3.8", "<form><label>驗證碼 <input inputmode=numeric></label></form>", "input"),
    ("signin", "3.3.8", BOXES, "input:nth-of-type(1)"),
    ("signin", "3.3.8", "<form><label>P <input type=password autocomplete=current-password></label> <img src=/x alt=A>"
     "<label>Type the letters you see <input></label></form>", "label:nth-of-type(2) > input"),
    ("signin", "3.3.8", "<form><img src=/captcha.png alt=Letters><label>Security code <input"
     " autocomplete=one-time-code></label></form>", "img"),
    ("signin", "3.3.8", "<form><label>P <input type=password autocomplete=current-password></label>"
     "<label>What is 3 + 4? <input></label></form>", "label:nth-of-type(2) > input"),
]  # fmt: skip
SHARED = """<form id=f><label>Verification code <input id=one autocomplete=one-time-code></label>
<input aria-label=2></form><script>
one.onpaste = e => { e.preventDefault(); one.value = e.clipboardData.getData('text/plain').slice(0, 3) }</script>"""
CORRECT = [
    ("roles", "<button aria-expanded=false aria-controls=m>Menu</button><ul id=m hidden><li>Dogs</ul>"),
    ("roles", "<button aria-expanded=false aria-controls=m>Menu</button>"
     "<ul id=m style='position:fixed;left:-400px;width:300px'><li>Dogs</ul>"),
    ("roles", f"<nav><a href=/page {HERE}>A</a></nav><nav><a href=/page {HERE}>A</a></nav>"),
    ("roles", "<nav><a href=/ aria-current=page>Services</a><a href=/b>B</a></nav>"),
    ("roles", TABS.format("true", "false")),
    ("roles", "<button aria-pressed=true>Dark colours</button><p>The button</p>"),
    ("roles", "<button aria-label='Add a button to the page'>Add a button</button>"),
    ("roles", "<div onclick=1><a href=/x>To a person</a> <button type=button>Talk</button></div>"),
    ("roles", "<ul role=list><li>Dogs</ul><nav role=navigation>x</nav>"),
    ("signin", "<form><label>Email <input autocomplete='username webauthn'></label>"
     "<label>Password <input type=password autocomplete=current-password></label></form>"),
    ("signin", "<form><label>New <input type=password autocomplete='section-a new-password'></label></form>"),
    ("signin", SHARED),
    ("signin", BOXES + SPREADS),
    ("signin", "<form><label>Write to us about the picture <input></label></form>"),
    ("signin", BOXES.replace("Security code", "Date")),
    ("signin", "<form><label>Postcode <input></label><label>Room 3 + terrace <input></label></form>"),
    ("signin", "<form><label>رمز التحقق <input></label></form>"),
    ("signin", "<label>Number <input onpaste='return false'></label>"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "criterion", "main", "where"), PLANTED)
def test_it_finds_what_was_planted(look: Look, check: str, criterion: str, main: str, where: str) -> None:
    found = look(check, f"<h1>Dogs</h1>{main}")
    assert any(one.criterion == criterion and one.selector.endswith(where) for one in found), found


@pytest.mark.parametrize(("check", "main"), CORRECT)
def test_it_is_silent_about_the_unusual_but_correct(look: Look, check: str, main: str) -> None:
    assert look(check, f"<h1>Dogs</h1>{main}") == []
