"""A form that is filled in for somebody else: what the browser knows of its own user belongs in none of its fields."""

from dataclasses import replace

from app.forms.controls import Box, Control, Folded, Line, Picks, Together


def of_another(control: Control) -> Control:
    """The same control without an offer to complete it."""
    if isinstance(control, Box):
        return replace(control, autocomplete="off")
    if isinstance(control, (Together, Line, Folded)):
        return replace(control, controls=tuple(of_another(inner) for inner in control.controls))
    if isinstance(control, Picks):
        items = (replace(item, follows=tuple(of_another(inner) for inner in item.follows)) for item in control.items)
        return replace(control, items=tuple(items))
    return control
