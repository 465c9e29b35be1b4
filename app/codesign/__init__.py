"""Codesign: the town and the people who use its pages mend them together. Barriers, and what is said of them.

A report is a case of a service that comes with the product; here it is placed, mended and tried again.
"""

from pathlib import Path

SERVICE = Path(__file__).parent / "service"
"""The service package of a report."""

__all__ = ["SERVICE"]
