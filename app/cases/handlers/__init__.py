"""Handlers of drafts and cases, one file a noun."""
