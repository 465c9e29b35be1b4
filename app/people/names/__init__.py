"""Names of a person, and how one takes the place of another."""
