"""Whoever sees the same and has no account hears how it ends, if she proves that the address is hers."""
