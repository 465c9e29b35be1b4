"""Handlers of barriers, one file a noun."""
