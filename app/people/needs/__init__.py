"""What people need to be served well: the words for it, and telling it once."""
