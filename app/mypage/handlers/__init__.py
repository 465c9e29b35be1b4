"""Handlers of my page, one file a noun."""
