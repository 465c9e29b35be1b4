"""Hidden from one of the senses, and regions that should be announced."""

import pytest

from a11y_tests.tests.conftest import Look

UNSEEN = 'style="position:absolute;clip-path:inset(50%)"'
PLANTED = [
    ("hidden", "1.3.1", "<p aria-hidden=true>Closed on Monday</p>", "p"),
    ("hidden", "1.3.1", "<p aria-hidden=true lang=zh-Hant>休息</p>", "p"),
    ("hidden", "4.1.2", "<div aria-hidden=true><a href=/x>Dogs</a></div><p>Dogs</p>", "a"),
    ("hidden", "1.3.1", f"<p><b aria-hidden=true>3</b><span {UNSEEN}>5 messages</span></p>", "b"),
    ("hidden", "4.1.2", "<button role=presentation>Send</button>", "button"),
    ("hidden", "1.3.1", "<h2 role=none>Dogs</h2>", "h2"),
    ("hidden", "1.3.1", "<table role=presentation><tr><th>Day<tr><td>Monday</table>", "table"),
    ("hidden", "1.1.1", "<img role=none src=/x alt='The town hall'>", "img"),
    ("hidden", "1.3.1", "<div inert><p>Closed on Monday</p></div>", "div"),
    ("hidden", "1.3.1", "<aside aria-label=Help><p aria-hidden=true>Ask at the window</p></aside>", "p"),
    ("hidden", "1.3.1", "<h2 aria-hidden=true>Dogs are welcome</h2><p>Dogs are welcome</p>", "h2"),
    ("status", "4.1.3", "<div aria-hidden=true><p role=status></p></div>", "p"),
    ("status", "4.1.3", "<div aria-live=polite><h2>Dogs</h2><form><button>Send</button></form></div>", "div"),
    ("status", "4.1.3", "<div role=status><p role=alert></p></div>", "p"),
    ("status", "4.1.3", "<p role=status aria-live=assertive></p>", "p"),
    ("status", "4.1.3", "<p role=status aria-live=off></p>", "p"),
    ("status", "4.1.3", "<p role=status style=display:none></p>", "p"),
    ("status", "4.1.3", "<p role=alert>Welcome to the town</p>", "p"),
    ("status", "4.1.3", "<p role=status tabindex=0>3 dogs</p>", "p"),
]
CORRECT = [
    ("hidden", "<a href=/x><span aria-hidden=true>→</span> Dogs</a>"),
    ("hidden", f"<p><span aria-hidden=true>Mon</span><span {UNSEEN}>Monday</span></p>"),
    ("hidden", f"<p><span aria-hidden=true>Step 1/5</span><span {UNSEEN}>Step 1 of 5</span></p>"),
    ("hidden", '<button aria-label="Close the menu"><span aria-hidden=true>Close</span></button>'),
    ("hidden", "<p>Dogs are welcome</p><p aria-hidden=true>Dogs are welcome</p>"),
    ("hidden", "<h2>Dogs</h2><div aria-hidden=true><h3>Dogs</h3></div>"),
    ("hidden", f"<h2 aria-hidden=true>Dogs are welcome</h2><h2 {UNSEEN}>Welcome to dogs</h2>"),
    ("hidden", "<i aria-hidden=true style='font-family:Material Icons'>home_work</i>"),
    ("hidden", "<table role=presentation><tr><td>A<td>B</table><img role=none src=/x alt=''>"),
    ("hidden", "<div style='width:200px;overflow:hidden'><div inert style='margin-left:300px'>Next slide</div></div>"),
    ("hidden", "<dialog id=d><h2>Sure?</h2><button>Yes</button></dialog><div id=w inert>Behind it</div>"
     "<script>d.showModal()</script>"),
    ("hidden", "<label for=f>Plan</label><p><span aria-hidden=true>Choose files</span><input type=file id=f></p>"),
    ("hidden", "<div hidden aria-hidden=true><a href=/x>Dogs</a></div>"),
    ("status", "<p role=status></p><p role=alert></p><output></output>"),
    ("status", "<p role=alert>The form could not be sent.</p>"),
    ("status", "<p role=alert lang=zh-Hant>請填寫姓名</p>"),
    ("status", "<div role=log><p role=status>One</p></div>"),
    ("status", "<p aria-live=off><span role=status>3</span></p>"),
]  # fmt: skip


@pytest.mark.parametrize(("check", "criterion", "main", "where"), PLANTED)
def test_it_finds_what_was_planted(look: Look, check: str, criterion: str, main: str, where: str) -> None:
    found = look(check, f"<h1>Birds</h1>{main}")
    assert (criterion, where) in {(one.criterion, one.selector.split(" > ")[-1]) for one in found}, found


@pytest.mark.parametrize(("check", "main"), CORRECT)
def test_it_is_silent_about_the_unusual_but_correct(look: Look, check: str, main: str) -> None:
    assert look(check, f"<h1>Birds</h1>{main}") == []
