"""Was it easy? Asked once on the receipt and once at the end, by a link that does not say whose case it was."""
