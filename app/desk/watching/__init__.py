"""Watching those who watch: an administrator hears when a clerk opens many people who are not her work, or herself."""
