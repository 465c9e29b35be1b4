"""Was this easy? Asked at the foot of each public page and after each case, answered by nobody in particular."""
