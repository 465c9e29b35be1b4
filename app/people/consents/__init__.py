"""What somebody agrees to, of what the town does with her data."""
