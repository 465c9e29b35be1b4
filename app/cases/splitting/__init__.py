"""One case that is two: a second one is opened from the first, and put back as long as nothing was done with it."""
