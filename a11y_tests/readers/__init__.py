"""Pages by ear: Orca, a real screen reader, and a virtual one that reads inside the page."""
