"""Handlers of looking at people, one file a noun."""
