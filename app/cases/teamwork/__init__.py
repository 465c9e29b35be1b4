"""Working on cases together: tasks, colleagues who are named in notes, cases that belong together."""
