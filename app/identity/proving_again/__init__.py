"""Whoever is signed in shows once more that it is her, before what a stolen session could take from her for good."""
