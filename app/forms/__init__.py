"""Guided forms: what is asked, in which order, how answers are read, checked and shown. Pure: no tables, no routes."""

from app.forms.definition import Form

__all__ = ["Form"]
