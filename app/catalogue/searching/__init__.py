"""Search over everything a town tells: one analyser for all languages, an index in memory for each of them."""
