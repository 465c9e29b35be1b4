"""Recorded runs, played by the real actions of the house: a package's own tests, and the history of the demo."""
