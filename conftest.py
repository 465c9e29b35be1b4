"""Fixtures for every folder of tests: towns on both databases, and one that runs."""

pytest_plugins = ["tests.towns", "tests.sites"]
