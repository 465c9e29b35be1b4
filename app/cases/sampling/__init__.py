"""Samples of what rules decided: drawn at random, kept, and looked at by a supervisor."""
