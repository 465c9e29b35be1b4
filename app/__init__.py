"""Ventanilla: the one counter window of a town."""

__version__ = "0.1.0"
