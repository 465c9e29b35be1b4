"""Public pages of the catalogue: the same bytes for all."""
