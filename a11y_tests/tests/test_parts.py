"""Structure that only looks like it, and structure that is built in an unusual way."""

import pytest

from a11y_tests.tests.conftest import Look
from a11y_tests.tests.site import page

LONG = "<p>Tell the town about a dog that lives with you, and bring the passport of the dog along, please.</p>"
DAYS = "<tr><td>Monday<td>Glass<tr><td>Friday<td>Paper"
PLANTED = [
    ("parts", "1.3.1", "<p>• Passport<br>• Chip<br>• Photo</p>", "p"),
    ("parts", "1.3.1", "<p lang=zh-Hant>・護照<br>・晶片<br>・照片</p>", "p"),
    ("parts", "1.3.1", "<p>1. Come in</p><p>2. Sit down</p><p>3. Sign</p>", "p:nth-of-type(1)"),
    ("parts", "1.3.1", f"<table><tr><td>Day<td>Bin{DAYS}</table>", "table"),
    ("parts", "1.3.1", f"<table><tr><th scope=row>Day<th scope=row>Bin{DAYS}</table>", "th:nth-of-type(1)"),
    ("parts", "1.3.1", f"<table><caption></caption><tr><th>Day<th>Bin{DAYS}</table>", "caption"),
    ("parts", "1.3.1", f"{LONG}<p style='font-size:30px;font-weight:700'>What you need</p>{LONG}", "p:nth-of-type(2)"),
    ("parts", "1.3.1", f"{LONG}<div style='font-size:30px'><b>What you need</b></div>{LONG}", "div"),
    ("parts", "1.3.1", f"<h2>{LONG[3:-4] * 3}</h2>", "h2"),
    ("structure", "1.3.1", "<nav>A</nav><nav aria-label=Pages>B</nav>", "nav:nth-of-type(1)"),
    ("structure", "2.4.6", "<nav aria-label=X><a href=/a>A</a></nav><nav aria-label=X><a href=/b>B</a></nav>",
     "nav:nth-of-type(2)"),
    ("structure", "1.3.1", "<div role=region><p>Dogs</p></div>", "div"),
]  # fmt: skip
CORRECT = [
    ("parts", "<p>Calle Mayor 1<br>28001 Madrid<br>- Spain</p>"),
    ("parts", "<pre>- one\n- two\n- three</pre>"),
    ("parts", "<p>— Buenos días.<br>— Buenas.<br>— Adiós.</p>"),
    ("parts", "<p>2026. The year<br>2027. The next</p>"),
    ("parts", f"<table role=presentation><tr><td>Day<td>Bin{DAYS}</table>"),
    ("parts", f"<table><tr><th>Day<th>Bin{DAYS}</table>"),
    ("parts", "<table><tr><th scope=row>Monday<td>Glass<tr><th scope=row>Friday<td>Paper</table>"),
    ("parts", "<table><tr><td><pre>1\n2</pre><td><pre>let a\nlet b</pre><tr><td>a<td>b<tr><td>a<td>b</table>"),
    ("parts", f"<p style='font-size:30px'>A large opening sentence without bold</p>{LONG}"),
    ("parts", f"<p style='font-size:30px;font-weight:700'>42 dogs</p>{LONG}"),
    ("parts", f"<hgroup><h2>Dogs</h2><p style='font-size:30px;font-weight:700'>And cats</p></hgroup>{LONG}"),
    ("structure", "<nav aria-label=Town><a href=/a>A</a></nav><nav aria-labelledby=p><h2 id=p>Pages</h2></nav>"),
    ("structure", "<article><header>By Ana</header></article><section><aside>x</aside></section><aside>y</aside>"),
    ("structure", "<nav aria-label=Town><a href=/a>A</a></nav><nav hidden><a href=/a>A</a></nav>"),
]


@pytest.mark.parametrize(("check", "criterion", "main", "where"), PLANTED)
def test_it_finds_what_was_planted(look: Look, check: str, criterion: str, main: str, where: str) -> None:
    found = look(check, f"<h1>Dogs</h1>{main}")
    assert (criterion, where) in {(one.criterion, one.selector.split(" > ")[-1]) for one in found}, found


@pytest.mark.parametrize(("check", "main"), CORRECT)
def test_it_is_silent_about_the_unusual_but_correct(look: Look, check: str, main: str) -> None:
    assert look(check, f"<h1>Dogs</h1>{main}") == []


@pytest.mark.parametrize("title", ["Untitled", "index.html", "https://town.example/x", "未命名", "بدون عنوان"])
def test_a_title_has_to_say_something(look: Look, title: str) -> None:
    assert look("structure", whole=page(title=title))[0].criterion == "2.4.2"
