"""Others whom a case names, and who say themselves whether it is so."""
