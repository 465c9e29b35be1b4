"""Benchmarks: ratios of two things measured side by side in one run, A B A B. See README.md."""
