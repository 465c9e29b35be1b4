"""Forms: what is missing, wrong or untied is found; forms that are built in other good ways are left alone."""

import pytest

from a11y_tests.tests.conftest import Look

PLANTED = [
    ("3.3.2", "<input placeholder='Chip'>", "input"),
    ("3.3.2", "<input aria-label='Chip'>", "input"),
    ("1.3.1", "<div><p>Number of the chip</p><input></div>", "input"),
    ("1.3.1", "<label>Chip</label><div><input aria-label=Chip></div>", "label"),
    ("1.3.1", "<label for=d>Chip</label><div id=d><input title=Chip></div>", "label"),
    (
        "1.3.1",
        "<p>Size</p><label><input type=radio name=a> S</label><label><input type=radio name=a> L</label>",
        "input",
    ),
    ("1.3.1", "<fieldset><legend></legend><label>A <input></label><label>B <input></label></fieldset>", "fieldset"),
    (
        "1.3.1",
        "<fieldset id=c><label>A <input></label><label>B <input></label><fieldset><legend>Size</legend>"
        "<label><input type=radio name=a> S</label><label><input type=radio name=a> L</label></fieldset></fieldset>",
        "fieldset",
    ),
    ("3.3.2", "<label>Chip * <input required></label><label>Race <input></label>", "input"),
    ("3.3.2", "<label>Chip <input required></label><label>Race <input></label>", "input"),
    ("1.4.1", "<label style='color:#b00'>Chip <input required></label><label>Race <input></label>", "input"),
    ("1.3.5", "<label>Email address <input type=email></label>", "input"),
    ("1.3.5", "<label>Full name <input></label>", "input"),
    ("1.3.5", "<label>Su teléfono <input type=tel autocomplete=off></label>", "input"),
    ("1.3.5", "<label>電子郵件 <input type=email></label>", "input"),
    ("1.3.5", "<label>تاريخ الميلاد <input></label>", "input"),
    ("1.3.5", "<label>Email <input autocomplete=tel></label>", "input"),
    ("1.3.5", "<fieldset><legend>Date of birth</legend><label>Day <input></label></fieldset>", "input"),
    ("1.3.5", "<fieldset><legend>出生日期</legend><label>年 <input autocomplete=off></label></fieldset>", "input"),
    ("3.3.7", "<label>E-mail address again <input type=email autocomplete=email></label>", "input"),
    ("3.3.7", "<label>Confirm your email <input type=email autocomplete=email></label>", "input"),
    ("1.3.1", "<div><label for=c>Chip</label><input id=c><p class=hint>15 digits</p></div>", "p"),
]

CORRECT = [
    "<input type=search aria-label='Search this book' placeholder='Search'>",
    "<h2 id=q>Your chip</h2><input aria-labelledby=q>",
    "<table><tr><th>Dog<th>Age<tr><td>Rex<td><input aria-label='Age of Rex'></table>",
    "<div role=radiogroup aria-label=Size><label><input type=radio name=a> S</label>"
    "<label><input type=radio name=a> L</label></div>",
    "<p>Fields with * are required.</p><label>Chip * <input required></label><label>Race <input></label>",
    "<label>Chip <input required></label><label>Race (optional) <input></label>",
    "<label>電子郵件（必填） <input required autocomplete=email></label><label>備註 <input></label>",
    "<fieldset><legend>The child</legend><label>First name <input></label><label>Surname <input></label></fieldset>",
    "<label>Name of the dog <input></label>",
    "<fieldset><legend>Date of birth</legend><label>Day <input autocomplete=bday-day></label></fieldset>",
    "<fieldset><legend>Date of birth of the dog</legend><label>Day <input></label></fieldset>",
    "<fieldset><legend>The child</legend><p>A</p><fieldset><legend>Date of birth</legend><label>Day <input></label>"
    "</fieldset></fieldset>",
    "<label>Email <input type=email autocomplete='section-a home email'></label>",
    "<label>Email <input type=email autocomplete='email webauthn'></label>",
    "<label>Mobile <input type=tel autocomplete=tel-national></label>",
    "<div><label for=c>Chip</label><input id=c aria-describedby=h><p class=hint id=h>15 digits</p></div>",
    "<div><label for=c>Chip <small class=hint>15 digits</small></label><input id=c></div>",
    "<label><input type=checkbox name=x value=1> One</label>",
]


@pytest.mark.parametrize(("criterion", "form", "where"), PLANTED)
def test_it_finds_what_was_planted(look: Look, criterion: str, form: str, where: str) -> None:
    found = look("forms", f"<h1>Dogs</h1><form>{form}</form>")
    assert any(
        one.criterion == criterion
        and one.selector.split(" > ")[-1].startswith(where)
        or one.criterion == criterion
        and one.selector == "#c"
        for one in found
    ), found


@pytest.mark.parametrize("form", CORRECT)
def test_it_is_silent_about_the_unusual_but_correct(look: Look, form: str) -> None:
    assert look("forms", f"<h1>Dogs</h1><form>{form}</form>") == []
