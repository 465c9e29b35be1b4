"""Mandates at the window: what a clerk records of who acts for whom, and ends."""
