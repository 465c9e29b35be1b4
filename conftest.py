"""Fixtures for every folder of tests: towns on both databases, and one that runs; and what they say at the end."""

pytest_plugins = ["tests.towns", "tests.sites", "tests.groups", "tests.summaries"]
