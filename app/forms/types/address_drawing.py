"""The inputs of an address: the long ones each on a line, the short ones beside each other, the rare ones folded."""

from app.forms.controls import Control, Folded, Item, Line, Picks, Together, html_id
from app.forms.drawing import Drawing
from app.forms.fields import Address
from app.kit.i18n import N_

_SHORT = {"block": N_("Block"), "stair": N_("Stair"), "floor": N_("Floor"), "door": N_("Door")}


def draw(drawing: Drawing, field: Address, name: str) -> tuple[Control, ...]:
    controls = [*_street(drawing, field, name)]
    if not field.street:
        controls += [*_town(drawing, field, name)]
    controls.append(_free_line(drawing, field, name))
    if not field.street:
        controls.append(_nowhere(drawing, name))
    hint = drawing.hint()
    described = (f"{html_id(name)}-hint",) if hint else ()
    return (Together(html_id(name), drawing.label, tuple(controls), hint, described=described),)


def _street(drawing: Drawing, field: Address, name: str) -> tuple[Control, ...]:
    say = drawing.words.say
    table = drawing.around.tables.get(field.street, {})
    street = drawing.box(
        "address", f"{name}.street", say(N_("Street")), autocomplete=_token(field, "address-line1"),
        suggestions=tuple(table),
    )  # fmt: skip
    number = drawing.box("address", f"{name}.number", say(N_("Number")), width="w4")
    short = tuple(drawing.box("address", f"{name}.{part}", say(label), width="w4") for part, label in _SHORT.items())
    return (
        street,
        number,
        Folded(
            say(N_("Block, stair, floor or door")), (Line(short),), open=any(box.value or box.error for box in short)
        ),
    )


def _town(drawing: Drawing, field: Address, name: str) -> tuple[Control, ...]:
    say = drawing.words.say
    postcode = drawing.box(
        "address", f"{name}.postcode", say(N_("Postcode")), width="w4", inputmode="numeric", direction="ltr",
        autocomplete=_token(field, "postal-code"),
    )  # fmt: skip
    town = drawing.box(
        "address", f"{name}.town", say(N_("Town")), width="w10", autocomplete=_token(field, "address-level2")
    )
    province = drawing.box(
        "address", f"{name}.province", say(N_("Province (optional)")),
        autocomplete=_token(field, "address-level1"),
    )  # fmt: skip
    return Line((postcode, town)), province


def _free_line(drawing: Drawing, field: Address, name: str) -> Control:
    say = drawing.words.say
    if field.street:
        summary, label = N_("Something that helps to find the place"), N_("How do we find it?")
    else:
        summary, label = N_("My address does not fit in these boxes"), N_("The whole address in one line")
    box = drawing.box("address", f"{name}.line", say(label))
    return Folded(say(summary), (box,), open=bool(box.value or box.error))


def _nowhere(drawing: Drawing, name: str) -> Control:
    say = drawing.words.say
    here = f"{name}.no_fixed_address"
    word = drawing.box(
        "address", f"{name}.word", say(N_("Where can we leave word for you?")),
        say(N_("For example, a shelter, a friend's address or this town hall")),
    )  # fmt: skip
    item = Item(
        html_id(here), "yes", say(N_("I have no fixed address")), checked=bool(drawing.value(here)), follows=(word,)
    )
    return Picks(html_id(here), here, "", (item,), many=True)


def _token(field: Address, usual: str) -> str:
    return "off" if field.autocomplete == "off" else usual
