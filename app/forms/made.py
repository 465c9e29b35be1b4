"""A door of this room: kinds of fields, for a form that the house asks itself and no package describes."""

from app.forms.asking import Option
from app.forms.fields import Choice, Choices, Date, Email

__all__ = ["Choice", "Choices", "Date", "Email", "Option"]
