"""Handlers of the figures."""
