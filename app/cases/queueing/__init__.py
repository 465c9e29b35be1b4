"""The queue: which cases a part of it has, a page at a time, and what it comes to."""
