"""Lists, tables and headings are what they look like."""

from .told import Told

check = Told("parts")
