"""Two cases that are one: the later is merged into the earlier, and both can be taken apart again."""
