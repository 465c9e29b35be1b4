"""How a case reads, for its person and for the clerk: the same facts in words, from one place."""
