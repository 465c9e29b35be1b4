"""Mistakes in forms: untied, unsaid, said twice; and forms that say them well in their own way."""

import pytest

from a11y_tests.tests.conftest import Look

WELL = "<div><label for=c>Chip</label><p class=error id=e>Write the 15 digits of the chip</p>{}</div>"
FIELD = "<input id=c aria-invalid=true aria-describedby=e>"

UNNAMED = "<section id=r><h2>Reported</h2><a href=/7>The lamp</a></section>"
PLANTED = [
    ("3.3.1", "<label>Chip <input aria-invalid=true></label>", "input"),
    ("1.4.1", "<label>Chip <input aria-invalid=true style='border:2px solid #c00'></label>", "input"),
    ("3.3.1", WELL.format("<input id=c aria-invalid=true>"), "#e"),
    ("4.1.2", WELL.format("<input id=c aria-describedby=e>"), "#c"),
    ("3.3.3", WELL.format(FIELD).replace("Write the 15 digits of the chip", "Invalid value"), "#e"),
    ("3.3.3", WELL.format(FIELD).replace("Write the 15 digits of the chip", "格式錯誤"), "#e"),
    ("3.3.3", WELL.format(FIELD).replace("Write the 15 digits of the chip", "Error: Error 422"), "#e"),
    ("3.3.3", WELL.format(FIELD).replace("Write the 15 digits of the chip", "ERR-CHIP-07"), "#e"),
    ("3.3.1", WELL.format("<input id=c aria-invalid=true aria-describedby=e aria-errormessage=e>"), "#c"),
    ("3.3.1", WELL.format("<input id=c aria-invalid=true aria-describedby=e aria-labelledby=e>"), "#c"),
    ("3.3.1", f"<div role=alert><a href=#top2>Write the digits</a></div><p id=top2>x</p>{WELL.format(FIELD)}", "a"),
    ("3.3.1", f"<div role=alert><a href=#r>Read it first</a></div>{UNNAMED}{WELL.format(FIELD)}", "a"),
    ("4.1.3", WELL.format(FIELD), "#c"),
]

SUMMARY = "<div role=alert><h2>There is a problem</h2><a href=#c>Write the 15 digits of the chip</a></div>"
CORRECT = [
    SUMMARY + WELL.format(FIELD),
    "<h2>Error</h2><label>Chip <span class=error>Write the digits</span><input aria-invalid=true></label>",
    SUMMARY + "<fieldset id=c aria-describedby=e aria-invalid=true role=radiogroup><legend>Size</legend>"
    "<p id=e class=error-message>Choose a size</p><label><input type=radio name=s> S</label></fieldset>",
    "<div class='admonition error'><p>Error: the compiler stops here.</p></div><label>Chip <input></label>",
    "<div><label>Chip <input></label><p class=error></p></div>",
    SUMMARY + WELL.format("<input id=c aria-invalid=true aria-errormessage=e>"),
    SUMMARY.replace("<a", "<a href=#r>Read first what is reported</a> <a")
    + UNNAMED.replace("<section", "<section tabindex=-1 aria-label=Reported")
    + WELL.format(FIELD),
    "<h2>Corrija un error</h2><p id=e>Escriba</p><label>Chip <input aria-invalid=true aria-describedby=e></label>",
]


@pytest.mark.parametrize(("criterion", "form", "where"), PLANTED)
def test_it_finds_what_was_planted(look: Look, criterion: str, form: str, where: str) -> None:
    found = look("errors", f"<h1>Dogs</h1><form>{form}</form>")
    assert (criterion, where) in {(one.criterion, one.selector.split(" > ")[-1]) for one in found}, found


@pytest.mark.parametrize("form", CORRECT)
def test_it_is_silent_about_the_unusual_but_correct(look: Look, form: str) -> None:
    assert look("errors", f"<h1>Dogs</h1><form>{form}</form>") == []
