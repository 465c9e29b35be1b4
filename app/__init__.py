"""Ventanilla: the one counter window of a town."""
