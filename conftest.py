"""Fixtures for every folder of tests: towns on both databases, and one that runs; and what they say at the end.

No example of a property has a deadline: a machine that is busy with other tests finds no fault.
"""

from hypothesis import HealthCheck, settings

settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

pytest_plugins = ["tests.towns", "tests.sites", "tests.groups", "tests.summaries"]
