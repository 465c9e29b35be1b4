"""Handlers of what the town proves in public."""
