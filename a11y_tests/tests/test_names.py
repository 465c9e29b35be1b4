"""Names: planted lies and gaps are found, unusual but true names are left alone."""

from collections.abc import Mapping
from typing import Any

import pytest

from a11y_tests.browser import Browser
from a11y_tests.computed import asked
from a11y_tests.gate import AXE
from a11y_tests.line import Line
from a11y_tests.tests.conftest import Look
from a11y_tests.tests.site import Site, page
from a11y_tests.tools import Nu, find
from a11y_tests.view import View

PLANTED = [
    ("4.1.2", "<button><svg width=9 height=9 aria-hidden=true></svg></button>", "button"),
    ("4.1.2", '<a href="/x"><img src="/x.png" alt=""></a>', "main > a"),
    ("2.5.3", '<button aria-label="Remove">Delete file</button>', "button"),
    ("2.5.3", '<label for=a>Phone</label><input id=a aria-label="Number">', "#a"),
    ("2.5.3", '<button lang="es" aria-label="Enviar">Guardar la solicitud</button>', "button"),
    ("2.5.3", '<button lang="zh-Hant" aria-label="送出">儲存</button>', "button"),
    ("2.5.3", '<a href="/x" aria-label="اتصل بنا" lang="ar"><svg></svg>المساعدة</a>', "main > a"),
    ("2.4.4", '<a href="/x">Click here</a>', "main > a"),
    ("2.4.4", '<p lang="es"><a href="/x">Aquí</a></p>', "p > a"),
    ("2.4.4", '<p lang="zh-Hant"><a href="/x">更多</a></p>', "p > a"),
    ("2.4.4", '<p lang="ar"><a href="/x">هنا</a></p>', "p > a"),
    ("2.4.9", '<p>The rules for dogs in parks are written <a href="/x">here</a>.</p>', "p > a"),
    ("2.4.4", '<p><a href="/a">Form</a> and <a href="/b">Form</a></p>', "a:nth-of-type(2)"),
    ("2.4.9", '<ul><li><a href="/a">Change</a></li><li><a href="/b">Change</a></li></ul>', "li:nth-of-type(2) > a"),
    ("2.4.4", '<a href="tel:+34600111222">600 111 999</a>', "main > a"),
    ("2.4.4", '<a href="mailto:a@town.example">b@town.example</a>', "main > a"),
    ("2.4.6", "<button>Button</button>", "button"),
    ("4.1.2", "<button>×</button>", "button"),
    ("4.1.2", '<a href="/x"><img src="/x.png" alt="Register"> Register</a>', "main > a"),
    ("1.1.1", '<img src="/IMG_2041.jpg" alt="IMG_2041.jpg">', "img"),
    ("1.1.1", '<img src="/x.png" alt="picture">', "img"),
    ("1.1.1", '<img src="/x.png" alt="" title="The town hall">', "img"),
    ("3.2.4", "<form><button>Send</button><button>Hand in</button></form>", "button:nth-of-type(2)"),
]

CORRECT = [
    '<button aria-label="Delete file dog.pdf">Delete file</button>',
    '<button aria-label="Close">X</button>',
    '<button aria-label="Remove the dog"><span aria-hidden="true">×</span></button>',
    '<a href="/x"><span aria-hidden="true">1.</span> Getting started</a>',
    '<button style="text-transform:uppercase" aria-label="Send it to the town">Send it</button>',
    '<ul><li><a href="/a">Change<span style="position:absolute;clip-path:inset(50%)"> the name</span></a></li>'
    '<li><a href="/b">Change<span style="position:absolute;clip-path:inset(50%)"> the street</span></a></li></ul>',
    '<ul><li><a href="/a">Dogs</a></li><li><a href="/a">Dogs</a></li></ul>',
    '<a href="tel:+34600111222">600 111 222</a> <a href="tel:010">010</a>',
    "<label>Colour <select><option>Red</option><option>Blue</option></select></label>",
    "<label>Name <input></label><label><input type=checkbox> More</label>",
    '<form><button name="do" value="save">Save</button><button name="do" value="send">Send</button></form>',
    '<img src="/ferris.png" alt="ferris"><img src="/hall.png" alt="The town hall at night">',
    "<details><summary>More about dogs</summary><p>They bark.</p></details>",
    '<button lang="zh-Hant">看看</button><button lang="zh-Hant" aria-label="送出申請">送出</button>',
    '<label for=m>Amount</label><input id=m aria-labelledby="l m2"><span id=l>Amount</span><span id=m2>in €</span>',
]


@pytest.mark.parametrize(("criterion", "main", "where"), PLANTED)
def test_it_finds_what_was_planted(look: Look, criterion: str, main: str, where: str) -> None:
    found = look("names", f"<h1>Dogs</h1>{main}")
    assert (criterion, where) in {(one.criterion, one.selector.replace("#main >", "main >")) for one in found}


@pytest.mark.parametrize("main", CORRECT)
def test_it_is_silent_about_the_unusual_but_correct(look: Look, main: str) -> None:
    assert look("names", f"<h1>Dogs</h1>{main}") == []


def test_the_first_heading_of_a_page_is_the_same_place_as_the_page(look: Look) -> None:
    menu = "<ul><li><a href='/page'>Dogs and cats</a></ul>"
    heading = "<{0} id=d><a href='#d'>Dogs and cats</a></{0}>"
    assert look("names", menu + heading.format("h1")) == []
    assert [one.criterion for one in look("names", f"<h1>Pets</h1>{menu}{heading.format('h2')}")] == ["2.4.9"]


def test_names_are_asked_again_where_the_page_changed_in_between(browser: Browser, nu: Nu, site: Site) -> None:
    """Otherwise each name would be that of a neighbour."""
    with browser.person() as driver:
        driver.get(site.put("/page", page("<h1>Dogs</h1><button>Send</button>")))
        view = View(driver, nu, find(AXE))
        view.line = line = Late(driver)
        places, tree = asked(view)
        button = next(node for node in tree if node.get("name", {}).get("value") == "Send")
        at = places[button["backendDOMNodeId"]]
        assert line.run("return document.querySelectorAll('*')[arguments[0]].tagName", at) == "BUTTON"
        line.close()


class Late(Line):
    """A message comes to the page just before the browser is asked for names."""

    came = False

    def execute_cdp_cmd(self, method: str, params: Mapping[str, Any]) -> Any:
        if method == "Accessibility.getFullAXTree" and not self.came:
            self.came = True
            self.run("document.querySelector('h1').before(document.createElement('p'))")
        return super().execute_cdp_cmd(method, params)
