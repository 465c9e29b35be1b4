"""Looking at people: what for, the search, and one person in full."""
