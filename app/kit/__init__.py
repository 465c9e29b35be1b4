"""The kit: what every room builds on. It has no door; its files are imported one by one, and know no room."""
