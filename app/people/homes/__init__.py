"""Homes: a person lives somewhere else, which is written once and heard by every room."""
