"""Whoever applied and is in no record: found at the desk by name and contact."""
